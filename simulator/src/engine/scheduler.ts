import { currentDeployment } from "../state/deployment.ts";
import { isHealthy } from "../state/task.ts";
import { countFailure, countSuccess, failedToStart, reportNotStarted } from "./failures.ts";
import { monitorFailed } from "./monitors.ts";
import { abortedByUser, complete, fail, stoppedByUser } from "./outcome.ts";
import { roll } from "./rolling.ts";
import { reportSteady } from "./serviceEvents.ts";
import { shiftTraffic } from "./shifting.ts";
import { reportTargets } from "./targets.ts";
import { staffTaskSets } from "./taskSets.ts";
import type { Account, Deployment, Service, ServiceDeployment, Task } from "../state/types.ts";

/** While alarms are watched, the scheduler looks at them this often, in seconds. */
const alarmInterval = 5;

/** Has the scheduler look at the service soon, or in `seconds`; the earliest wish counts. */
export function lookSoon(account: Account, service: Service, seconds = account.pace.scheduler): void {
  const time = account.clock.now() + seconds;
  if (service.look && service.look.time <= time) return;
  service.look?.cancel();
  service.look = account.clock.after(seconds, () => {
    service.look = undefined;
    look(account, service);
  });
}

/** What the service does when one of its tasks has changed. */
export function taskChanged(account: Account, service: Service, task: Task): void {
  const { lastStatus } = task.state;
  if (lastStatus === "STOPPED") service.tasks.delete(task);
  else if (lastStatus === "STOPPING" && failedToStart(task)) {
    reportNotStarted(account, service, task);
    countFailure(account, service, task);
  } else if (isHealthy(task)) countSuccess(service, task);
  lookSoon(account, service);
}

/** One look of the scheduler: brings the service nearer to what is asked of it. */
function look(account: Account, service: Service): void {
  if (service.status === "INACTIVE") return;
  reportTargets(account, service);
  const running = currentDeployment(service);
  if (running) begin(account, running);
  if (running && ended(account, service, running)) return lookSoon(account, service);
  if (running?.record.alarms?.status === "MONITORING") lookSoon(account, service, alarmInterval);
  advance(account, service, running);
  if (service.retryAt > account.clock.now())
    lookSoon(account, service, service.retryAt - account.clock.now());
  if (service.status === "DRAINING" && service.tasks.size === 0) service.status = "INACTIVE";
}

function begin(account: Account, { record }: ServiceDeployment): void {
  if (record.status !== "PENDING") return;
  const now = account.clock.now();
  Object.assign(record, { status: "IN_PROGRESS", startedAt: now, updatedAt: now });
}

/** Whether a user or a monitor ends the deployment now. */
function ended(account: Account, service: Service, running: ServiceDeployment): boolean {
  switch (running.record.status) {
    case "ROLLBACK_REQUESTED":
      fail(account, service, running, stoppedByUser, true);
      return true;
    case "STOP_REQUESTED":
      fail(account, service, running, abortedByUser, false);
      return true;
    case "IN_PROGRESS":
      return monitorFailed(account, service, running);
    default:
      return false;
  }
}

function advance(account: Account, service: Service, running: ServiceDeployment | undefined): void {
  const changed = (task: Task): void => taskChanged(account, service, task);
  if (service.taskSets.length > 0 && staffTaskSets(account, service, changed)) reportSteady(account, service);
  const [primary] = service.deployments;
  if (!primary) return;
  const again = (): void => lookSoon(account, service, 0);
  const shift = running?.record.status === "IN_PROGRESS" ? running.shift : undefined;
  const done =
    running && shift
      ? shiftTraffic(account, service, running, shift, changed, again)
      : roll(account, service, primary, desiredCount(service), changed) &&
        settled(account, service, running) &&
        baked(account, service, primary, running);
  if (!done) return;
  complete(account, service, primary, running);
  reportSteady(account, service);
}

/** A daemon runs on every instance, all others as often as was asked. */
export function desiredCount(service: Service): number {
  if (service.settings.schedulingStrategy !== "DAEMON") return service.desiredCount;
  if (service.status !== "ACTIVE") return 0;
  return [...service.cluster.instances.values()].filter(({ record }) => record.status === "ACTIVE").length;
}

/** A rollback takes its time, also where the tasks that it goes back to still run. */
function settled(account: Account, service: Service, running: ServiceDeployment | undefined): boolean {
  const { startedAt } = running?.record.rollback ?? {};
  if (running?.record.status !== "ROLLBACK_IN_PROGRESS" || startedAt === undefined) return true;
  const left = startedAt + account.pace.rollback - account.clock.now();
  if (left > 0) lookSoon(account, service, left);
  return left <= 0;
}

/** Whether the alarms of a rolling deployment have been watched long enough. */
function baked(
  account: Account,
  service: Service,
  primary: Deployment,
  running: ServiceDeployment | undefined,
): boolean {
  const { bakeTimeInMinutes } = service.settings.deploymentConfiguration ?? {};
  if (
    running?.record.alarms?.status !== "MONITORING" ||
    running.record.status !== "IN_PROGRESS" ||
    running.target !== primary
  )
    return true;
  running.bakingSince ??= account.clock.now();
  const seconds = bakeTimeInMinutes ? bakeTimeInMinutes * 60 : account.pace.alarmBake;
  return account.clock.now() >= running.bakingSince + seconds;
}
