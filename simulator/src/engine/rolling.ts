import { isHealthy, isUnhealthy, isWanted } from "../state/task.ts";
import { reportOnce } from "./serviceEvents.ts";
import { startTasks, stopTasks } from "./staffing.ts";
import { isProtected, surplusTasks } from "./surplus.ts";
import type { Account, Deployment, Service, Task } from "../state/types.ts";

const noRoom =
  "was unable to stop or start tasks during a deployment because of the service deployment configuration. Update the minimumHealthyPercent or maximumPercent value and try again.";

/**
 * One round of a rolling update: starts what there is room for, stops what is replaced or failing. Returns
 * whether nothing is left to do: the desired number of tasks is healthy and all others are gone.
 */
export function roll(
  account: Account,
  service: Service,
  primary: Deployment,
  desired: number,
  changed: (task: Task) => void,
): boolean {
  if (primary.record.rolloutState === "FAILED") {
    stopTasks(account, service, surplusTasks(account, service, desired), primary);
    return false;
  }
  const live = [...service.tasks].filter(isWanted);
  const current = live.filter((task) => task.launch.deployment === primary.record.id && !isDisplaced(task));
  const replaceable = live.filter((task) => !current.includes(task));
  const outdated = replaceable.filter((task) => !isProtected(account, task));
  const { least, most } = limits(service, desired);

  const sick = current.filter(isUnhealthy);
  const missing = desired - (current.length - sick.length);
  const room = Math.max(most - live.length, 0);
  startTasks(account, service, primary, Math.min(missing, room), changed, sick.length);
  stopTasks(account, service, sick, primary);

  const spare = live.filter(isHealthy).length - least;
  const surplus = current
    .filter((task) => !isUnhealthy(task) && !isProtected(account, task))
    .slice(0, Math.max(-missing, 0));
  const replaced = [
    ...outdated.filter((task) => !isHealthy(task)),
    ...outdated.filter(isHealthy).slice(0, Math.max(spare, 0)),
  ];
  stopTasks(account, service, [...replaced, ...surplus], primary);

  reportProtected(
    account,
    service,
    [...replaceable, ...(missing < 0 ? current : [])].filter((task) => isProtected(account, task)),
  );

  const stuck =
    missing > 0 && room === 0 && replaced.length === 0 && sick.length === 0 && live.every(isHealthy);
  if (stuck) reportOnce(account, service, noRoom);
  return current.filter(isHealthy).length === desired && service.tasks.size === desired;
}

/** Says of which task set protected tasks are kept that would be stopped otherwise. */
function reportProtected(account: Account, service: Service, tasks: readonly Task[]): void {
  for (const deployment of new Set(tasks.map(({ launch }) => launch.deployment ?? ""))) {
    const count = tasks.filter(({ launch }) => launch.deployment === deployment).length;
    reportOnce(
      account,
      service,
      `was unable to reach steady state because (taskSet ${deployment}) was unable to scale in due to (reason ${count} tasks under protection)`,
    );
  }
}

/**
 * Between how many tasks a deployment keeps the service: the lower number is rounded up, the upper one down.
 */
function limits({ settings }: Service, desired: number): { least: number; most: number } {
  const daemon = settings.schedulingStrategy === "DAEMON";
  const { minimumHealthyPercent = daemon ? 0 : 100, maximumPercent = daemon ? 100 : 200 } =
    settings.deploymentConfiguration ?? {};
  return {
    least: Math.ceil((desired * minimumHealthyPercent) / 100),
    most: Math.floor((desired * maximumPercent) / 100),
  };
}

/** A draining instance gives its tasks away. */
const isDisplaced = ({ launch }: Task): boolean =>
  launch.compute.instance !== undefined && launch.compute.instance.record.status !== "ACTIVE";
