import { isWanted } from "../state/task.ts";
import type { Account, Service, Task } from "../state/types.ts";

/** Whether the scheduler must leave the task alone for now. */
export const isProtected = (account: Account, task: Task): boolean =>
  (task.protectedUntil ?? 0) > account.clock.now();

/**
 * The tasks by which deployments have more than `desired`, each for itself, but for protected ones: while a
 * deployment shifts traffic or has failed, tasks of several run side by side.
 */
export function surplusTasks(account: Account, service: Service, desired: number): Task[] {
  const live = [...service.tasks].filter(isWanted);
  const deployments = new Set(live.map(({ launch }) => launch.deployment));
  return [...deployments]
    .flatMap((deployment) => live.filter(({ launch }) => launch.deployment === deployment).slice(desired))
    .filter((task) => !isProtected(account, task));
}
