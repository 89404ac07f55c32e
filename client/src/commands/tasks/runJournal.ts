import type { Storage } from "../../account/connections.ts";
import type { Target } from "../../model/target.ts";

/** A task that was run and whose end nobody has been told yet. */
export interface RunEntry {
  readonly target: Target;
  /** ARNs. */
  readonly cluster: string;
  readonly task: string;
}

const key = "runs";

/** The tasks that this workspace waits for, so that a closed window loses none. */
export class RunJournal {
  readonly #memory: Storage;

  constructor(memory: Storage) {
    this.#memory = memory;
  }

  entries(): readonly RunEntry[] {
    return this.#memory.get<readonly RunEntry[]>(key) ?? [];
  }

  async add(entry: RunEntry): Promise<void> {
    await this.#memory.update(key, [...this.#others(entry.task), entry]);
  }

  async remove(task: string): Promise<void> {
    await this.#memory.update(key, this.#others(task));
  }

  #others(task: string): readonly RunEntry[] {
    return this.entries().filter((each) => each.task !== task);
  }
}
