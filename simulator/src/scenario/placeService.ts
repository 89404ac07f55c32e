import { invalidParameter } from "../protocol/apiError.ts";
import { refuseService } from "../ecs/refusals/service/index.ts";
import { isManaged } from "../ecs/refusals/tags.ts";
import { newService } from "../ecs/services/newService.ts";
import { newRevision, startDeployment } from "../engine/deployments.ts";
import { placeRunningTask } from "../engine/launchTask.ts";
import { alarmDetected, breakerTripped, complete, fail } from "../engine/outcome.ts";
import { desiredCount, lookSoon, taskChanged } from "../engine/scheduler.ts";
import { reportSteady } from "../engine/serviceEvents.ts";
import { nextTask } from "../engine/staffing.ts";
import { taskTags } from "../engine/taskTags.ts";
import type { PastDeployment, ServiceScenario } from "./scenario.ts";
import { requireTaskDefinition } from "../state/taskDefinition.ts";
import type { Account, Cluster, Deployment, Service } from "../state/types.ts";

/** How many hours ago the services of a scenario were created, unless their history is longer. */
const age = 72;

/** Seconds that a deployment of the past took. */
const pastDuration = 190;

/**
 * A service that has been there for days, and then perhaps a deployment that has just begun. Throws an
 * ApiError for what the API would refuse.
 */
export function placeService(
  account: Account,
  cluster: Cluster,
  { history = [], deploying, ...input }: ServiceScenario,
): void {
  const definition =
    input.taskDefinition === undefined ? undefined : requireTaskDefinition(account, input.taskDefinition);
  // Other services of AWS tag what they create, CloudFormation for one.
  const tags = input.tags?.filter(({ key = "" }) => !isManaged(key));
  refuseService({
    request: { ...input, ...(tags && { tags }) },
    cluster,
    definition,
    attempt: "The service couldn't be created",
  });
  if (cluster.services.has(input.serviceName ?? ""))
    throw invalidParameter("There are two services of this name.");
  const hours = Math.max(age, ...history.map(({ hoursAgo }) => hoursAgo + 1));
  const createdAt = account.clock.now() - hours * 3600 - pastDuration;
  const service = newService(account, cluster, input, createdAt);
  for (const past of [{ taskDefinition: input.taskDefinition ?? "", hoursAgo: hours }, ...history])
    addPast(account, service, past);
  const [current] = service.deployments;
  if (!current) return;
  for (let index = desiredCount(service); index > 0; index--) addRunningTask(account, service, current);
  if (!deploying) return;
  startDeployment(
    account,
    service,
    newRevision(account, service, requireTaskDefinition(account, deploying.taskDefinition)),
  );
  lookSoon(account, service);
}

/** A deployment that is over, with its events, all of its time. */
function addPast(
  account: Account,
  service: Service,
  { taskDefinition, hoursAgo, failed }: PastDeployment,
): void {
  const told = service.events.length;
  const deployment = startDeployment(
    account,
    service,
    newRevision(account, service, requireTaskDefinition(account, taskDefinition)),
  );
  deployment.record.status = "IN_PROGRESS";
  if (failed) fail(account, service, deployment, failed === "alarm" ? alarmDetected : breakerTripped, true);
  const [primary] = service.deployments;
  if (primary) complete(account, service, primary, deployment);
  reportSteady(account, service);
  const time = account.clock.now() - hoursAgo * 3600;
  // Newest first, each with a time of its own.
  service.events.slice(0, service.events.length - told).forEach((event, index) => {
    event.createdAt = time - index / 1000;
  });
  const begun = time - pastDuration;
  Object.assign(deployment.record, { createdAt: begun, startedAt: begun, finishedAt: time, updatedAt: time });
  Object.assign(primary?.record ?? {}, { ...(!failed && { createdAt: begun }), updatedAt: time });
  if (deployment.record.rollback) deployment.record.rollback.startedAt = time - pastDuration / 2;
}

/** A task that runs since the deployment was completed. */
function addRunningTask(account: Account, service: Service, deployment: Deployment): void {
  const launch = nextTask(account, service, deployment, (task) => taskChanged(account, service, task));
  if (typeof launch === "string") return lookSoon(account, service);
  deployment.launched++;
  const task = placeRunningTask(
    account,
    launch,
    taskTags(service, launch.definition),
    deployment.record.updatedAt ?? account.clock.now(),
  );
  task.registered = task.target !== undefined;
  service.tasks.add(task);
}
