import type { Task } from "../aws/types.ts";

export interface TaskReads {
  /** ARNs of all tasks that should run. */
  list(signal: AbortSignal): Promise<readonly string[]>;
  describe(arns: readonly string[], signal: AbortSignal): Promise<readonly Task[]>;
}

/**
 * The tasks of a service that run or are about to. A task that leaves the list is described once more, in the
 * same call as the others, so that why it stopped is known without listing stopped tasks.
 */
export class TaskBoard {
  readonly #reads: TaskReads;
  readonly #stopped: (tasks: readonly Task[]) => void;
  #tasks: readonly Task[] | undefined;

  /** @param stopped hears of the tasks that have stopped since the last refresh */
  constructor(reads: TaskReads, stopped: (tasks: readonly Task[]) => void) {
    this.#reads = reads;
    this.#stopped = stopped;
  }

  /** The tasks as last seen, those on their way out included; undefined before the first refresh. */
  get tasks(): readonly Task[] | undefined {
    return this.#tasks;
  }

  async refresh(signal: AbortSignal): Promise<void> {
    const listed = await this.#reads.list(signal);
    const present = new Set(listed);
    const leaving = (this.#tasks ?? []).flatMap(({ taskArn = "" }) =>
      present.has(taskArn) ? [] : [taskArn],
    );
    const described = await this.#reads.describe([...listed, ...leaving], signal);
    this.#stopped(described.filter(({ lastStatus }) => lastStatus === "STOPPED"));
    this.#tasks = described.filter(({ lastStatus }) => lastStatus !== "STOPPED");
  }
}
