import { isHealthy, isUnhealthy, isWanted } from "../state/task.ts";
import { computedDesiredCount } from "../state/taskSet.ts";
import { startTasks, stopTasks } from "./staffing.ts";
import type { Account, Service, Task, TaskSet } from "../state/types.ts";

const tasksOf = (service: Service, { record }: TaskSet): Task[] =>
  [...service.tasks].filter((task) => task.launch.deployment === record.id);

/** Whether as many tasks of the set are healthy as are asked for, and no others are left. */
export function isStable(service: Service, taskSet: TaskSet): boolean {
  const tasks = tasksOf(service, taskSet);
  return tasks.length === computedDesiredCount(service, taskSet) && tasks.every(isHealthy);
}

/**
 * Starts and stops tasks of each set, and forgets those that have been deleted. Returns whether all are
 * stable.
 */
export function staffTaskSets(account: Account, service: Service, changed: (task: Task) => void): boolean {
  for (const taskSet of service.taskSets) staff(account, service, taskSet, changed);
  service.taskSets = service.taskSets.filter(
    (taskSet) => taskSet.status !== "DRAINING" || tasksOf(service, taskSet).length > 0,
  );
  return service.taskSets.every((taskSet) => isStable(service, taskSet));
}

function staff(account: Account, service: Service, taskSet: TaskSet, changed: (task: Task) => void): void {
  const live = tasksOf(service, taskSet).filter(isWanted);
  const sick = live.filter(isUnhealthy);
  const well = live.filter((task) => !isUnhealthy(task));
  const missing = computedDesiredCount(service, taskSet) - well.length;
  startTasks(account, service, taskSet, missing, changed, sick.length);
  stopTasks(account, service, [...sick, ...well.slice(0, Math.max(-missing, 0))], taskSet);
}
