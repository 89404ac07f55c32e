import { isUnhealthy } from "../state/task.ts";
import { countFailure } from "./failures.ts";
import { launchTask } from "./launchTask.ts";
import { place } from "./placement.ts";
import { tell, reportOf, reportOnce, reportStarted, reportStopped } from "./serviceEvents.ts";
import { stopTask } from "./taskLife.ts";
import { taskTags } from "./taskTags.ts";
import type { Account, ContainerInstance, Launch, Service, Task, TaskSource } from "../state/types.ts";

/** A scheduler that finds no place tries again after this time, in seconds. */
const placementRetry = 30;

/** Starts as many tasks of the source as find a place; `replaced` of them stand in for unhealthy ones. */
export function startTasks(
  account: Account,
  service: Service,
  source: TaskSource,
  count: number,
  changed: Launch["changed"],
  replaced = 0,
): void {
  if (count <= 0 || account.clock.now() < service.retryAt) return;
  const started: Task[] = [];
  for (let index = 0; index < count; index++) {
    const spec = nextTask(account, service, source, changed);
    if (typeof spec === "string") {
      reportOnce(account, service, spec);
      service.retryAt = account.clock.now() + placementRetry;
      break;
    }
    source.launched++;
    const task = launchTask(account, spec, taskTags(service, source.revision.definition));
    service.tasks.add(task);
    started.push(task);
  }
  if (started.length > 0) reportStarted(account, service, started, Math.min(replaced, started.length));
}

/** What the source's next task is launched with, or the event that says why it cannot be. */
export function nextTask(
  account: Account,
  service: Service,
  source: TaskSource,
  changed: Launch["changed"],
): Launch | string {
  const { definition, settings } = source.revision;
  const ordinal = source.launched + 1;
  const found = place(account, service.cluster, definition, settings, ordinal, usedInstances(service));
  if ("event" in found) return `was unable to place a task${found.event}`;
  return {
    cluster: service.cluster,
    definition,
    compute: found,
    group: `service:${service.name}`,
    ordinal,
    startedBy: source.record.id,
    network: settings.networkConfiguration?.awsvpcConfiguration,
    enableExecuteCommand: service.settings.enableExecuteCommand,
    platformVersion: settings.platformVersion,
    deployment: source.record.id,
    loadBalancers: settings.loadBalancers,
    gracePeriod: service.settings.healthCheckGracePeriodSeconds,
    changed,
  };
}

/** A daemon has one task on each instance. */
function usedInstances(service: Service): ReadonlySet<ContainerInstance> {
  if (service.settings.schedulingStrategy !== "DAEMON") return new Set();
  return new Set([...service.tasks].flatMap(({ launch }) => launch.compute.instance ?? []));
}

/**
 * Stops tasks of the service, each with its reason: what its health checks say, or the scaling of `source`.
 */
export function stopTasks(
  account: Account,
  service: Service,
  tasks: readonly Task[],
  source: TaskSource,
): void {
  if (tasks.length === 0) return;
  const pending = tasks.filter(({ state }) => state.startedAt === undefined);
  for (const task of tasks) {
    const sick = isUnhealthy(task);
    if (sick) countFailure(account, service, task);
    const reason = sick
      ? reportUnhealthy(account, service, task)
      : `Scaling activity initiated by (deployment ${source.record.id})`;
    stopTask(account, task, { code: "ServiceSchedulerInitiated", reason });
  }
  const running = tasks.filter((task) => !pending.includes(task));
  if (running.length > 0) reportStopped(account, service, running);
  if (pending.length > 0) reportOf(account, service, pending, `stopped ${pending.length} pending tasks.`);
}

function reportUnhealthy(account: Account, service: Service, task: Task): string {
  if (task.state.healthStatus === "UNHEALTHY") {
    tell(account, service, `(task ${task.id}) failed container health checks.`);
    return "Task failed container health checks";
  }
  const [balancer] = task.launch.loadBalancers ?? [];
  const group = `(target-group ${balancer?.targetGroupArn ?? ""})`;
  tell(
    account,
    service,
    `(task ${task.id}) (port ${balancer?.containerPort ?? 0}) is unhealthy in ${group} due to (reason ${task.target?.reason ?? ""}).`,
  );
  return `Task failed ELB health checks in ${group}`;
}
