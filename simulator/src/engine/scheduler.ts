import type { Account } from "../state/account.ts";
import type { Deployment, Service } from "../state/service.ts";
import type { Task } from "../state/task.ts";
import { completedText, record, startedText, steadyText, stoppedText } from "./serviceEvents.ts";
import { launchTask, stopTask, type LaunchSpec } from "./tasks.ts";

/** Has the scheduler look at the service soon; more requests before then make one look. */
export function lookSoon(account: Account, service: Service): void {
  service.look ??= account.clock.after(account.pace.scheduler, () => {
    service.look = undefined;
    look(account, service);
  });
}

/** What a task of the deployment is launched with. */
export function launchSpec(account: Account, service: Service, deployment: Deployment): LaunchSpec {
  const { settings } = service;
  return {
    cluster: service.cluster,
    definition: deployment.revision.definition,
    group: `service:${service.name}`,
    startedBy: deployment.record.id,
    settings: { launchType: settings.launchType, enableExecuteCommand: settings.enableExecuteCommand },
    deployment: deployment.record.id,
    balanced: (settings.loadBalancers?.length ?? 0) > 0,
    changed: (task) => {
      if (task.record.lastStatus === "STOPPED") service.tasks.delete(task);
      lookSoon(account, service);
    },
  };
}

const wanted = (task: Task): boolean => task.record.desiredStatus === "RUNNING";
const running = (task: Task): boolean => wanted(task) && task.record.lastStatus === "RUNNING";

/** One round of the rolling update: start what there is room for, stop what is not needed, see whether it is done. */
function look(account: Account, service: Service): void {
  const [primary] = service.deployments;
  if (!primary || service.status === "INACTIVE") return;
  const live = [...service.tasks].filter(wanted);
  const current = live.filter((task) => task.deployment === primary.record.id);
  const outdated = live.filter((task) => task.deployment !== primary.record.id);
  const { minimumHealthyPercent = 100, maximumPercent = 200 } = service.settings.deploymentConfiguration ?? {};
  const least = Math.ceil((service.desiredCount * minimumHealthyPercent) / 100);
  const most = Math.floor((service.desiredCount * maximumPercent) / 100);

  const missing = Math.min(service.desiredCount - current.length, Math.max(most - live.length, 0));
  if (missing > 0) start(account, service, primary, missing);

  const spare = live.filter(running).length - least;
  const surplus = current.length > service.desiredCount ? current.slice(0, current.length - service.desiredCount) : [];
  const stoppable = [...outdated.filter((task) => !running(task)), ...outdated.filter(running).slice(0, Math.max(spare, 0)), ...surplus];
  if (stoppable.length > 0) stop(account, service, stoppable);

  const done = current.filter(running).length === service.desiredCount && service.tasks.size === current.length;
  if (done) settle(account, service, primary);
}

function start(account: Account, service: Service, deployment: Deployment, count: number): void {
  const spec = launchSpec(account, service, deployment);
  const tasks = Array.from({ length: count }, () => launchTask(account, spec));
  for (const task of tasks) service.tasks.add(task);
  record(account, service, startedText(tasks));
}

function stop(account: Account, service: Service, tasks: readonly Task[]): void {
  for (const task of tasks) {
    const reason = `Scaling activity initiated by (deployment ${task.deployment ?? ""})`;
    stopTask(account, task, { code: "ServiceSchedulerInitiated", reason });
  }
  record(account, service, stoppedText(tasks));
}

function settle(account: Account, service: Service, primary: Deployment): void {
  service.deployments = [primary];
  const now = account.clock.now();
  if (primary.record.rolloutState === "IN_PROGRESS") {
    Object.assign(primary.record, { rolloutState: "COMPLETED", rolloutStateReason: `ECS deployment ${primary.record.id} completed.`, updatedAt: now });
    const deployment = service.serviceDeployments[0];
    if (deployment) Object.assign(deployment.record, { status: "SUCCESSFUL", finishedAt: now, updatedAt: now });
    record(account, service, completedText(primary.record.id));
  }
  if (!service.steady) record(account, service, steadyText);
  if (service.status === "DRAINING") service.status = "INACTIVE";
}
