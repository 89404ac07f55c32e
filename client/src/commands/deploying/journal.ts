import type { Storage } from "../../account/connections.ts";
import { isWithoutAnswer } from "../../model/failure.ts";
import type { Target } from "../../model/target.ts";

/**
 * A deploy that has begun and whose end nobody has been told yet. Written before each write, so that a closed
 * window loses nothing.
 */
export interface JournalEntry {
  readonly target: Target;
  /** ARN. */
  readonly cluster: string;
  readonly service: string;
  /** What is about to serve: an ARN; before it is registered, the family; while tags are set, what serves. */
  readonly taskDefinition: string;
  /** What was about to be called when the entry was written, or `following` when all is written. */
  readonly step: "creating" | "following" | "registering" | "tagging" | "updating";
  /** Ids of the deployments that the service had before it was updated. */
  readonly known?: readonly string[];
  /** False when ECS starts no deployment for what was about to be changed. */
  readonly starts?: boolean;
  /** Known once the service is updated. */
  readonly deploymentId?: string;
  /** ARN of the deployment's record, known a moment later. */
  readonly serviceDeploymentArn?: string;
  /** When ECS created that deployment, in milliseconds since 1970. */
  readonly createdAt?: number;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
}

const key = "deploys";

/** The deploys of this workspace that are not over. */
export class Journal {
  readonly #memory: Storage;

  constructor(memory: Storage) {
    this.#memory = memory;
  }

  entries(): readonly JournalEntry[] {
    return this.#memory.get<readonly JournalEntry[]>(key) ?? [];
  }

  /** Adds an entry, in place of what is known of the same service. */
  async write(entry: JournalEntry): Promise<void> {
    await this.#memory.update(key, [...this.#others(entry), entry]);
  }

  /** Removes what is known of a deploy, but not of a later one of the same service. */
  async remove({
    cluster,
    service,
    startedAt,
  }: Pick<JournalEntry, "cluster" | "service" | "startedAt">): Promise<void> {
    await this.#memory.update(
      key,
      this.entries().filter(
        (each) => each.cluster !== cluster || each.service !== service || each.startedAt !== startedAt,
      ),
    );
  }

  /**
   * Removes the entry of a step that AWS refused. Without an answer, or when a server failed, only a later
   * look can tell whether it was done.
   */
  async removeRefused(entry: JournalEntry, error: unknown): Promise<void> {
    if (!isWithoutAnswer(error)) await this.remove(entry);
  }

  #others({ cluster, service }: Pick<JournalEntry, "cluster" | "service">): readonly JournalEntry[] {
    return this.entries().filter((each) => each.cluster !== cluster || each.service !== service);
  }
}

/**
 * Takes a step with which its entry stays in the journal until the next one is noted in its place. One that
 * AWS refused is removed; without an answer, only a later look can tell whether it was done.
 */
export async function noted<T>(memory: Storage, entry: JournalEntry, step: () => Promise<T>): Promise<T> {
  const journal = new Journal(memory);
  await journal.write(entry);
  try {
    return await step();
  } catch (error) {
    await journal.removeRefused(entry, error);
    throw error;
  }
}
