import type { Task } from "../aws/types.ts";

/** The most stopped tasks kept for one service; a crash loop makes hundreds an hour. */
const most = 100;

/**
 * Remembers stopped tasks for the session: ECS forgets them after about an hour.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-errors.html
 */
export class StoppedTasks {
  readonly #byGroup = new Map<string, Map<string, Task>>();

  /** Keeps those of the tasks that have stopped. */
  remember(tasks: readonly Task[]): void {
    for (const task of tasks) {
      if (task.lastStatus !== "STOPPED") continue;
      const key = keyOf(task.clusterArn ?? "", task.group ?? "");
      const group = this.#byGroup.get(key) ?? new Map<string, Task>();
      group.set(task.taskArn ?? "", task);
      this.#byGroup.set(key, group);
      if (group.size > most) group.delete(oldest(group));
    }
  }

  /** The stopped tasks of a group (`service:orders`, `family:report`), newest first. */
  of(clusterArn: string, group: string): readonly Task[] {
    const tasks = [...(this.#byGroup.get(keyOf(clusterArn, group))?.values() ?? [])];
    return tasks.sort((a, b) => stopTime(b) - stopTime(a));
  }
}

const keyOf = (clusterArn: string, group: string): string => `${clusterArn} ${group}`;

function stopTime(task: Task): number {
  return (task.stoppedAt ?? task.stoppingAt ?? task.createdAt)?.getTime() ?? 0;
}

function oldest(group: ReadonlyMap<string, Task>): string {
  return [...group].reduce((a, b) => (stopTime(b[1]) < stopTime(a[1]) ? b : a))[0];
}
