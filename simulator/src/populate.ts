import { newRevision, startDeployment } from "./engine/deployments.ts";
import { placeRunningTask } from "./engine/launchTask.ts";
import { complete } from "./engine/outcome.ts";
import { registerInstance } from "./engine/registerInstance.ts";
import { desiredCount, lookSoon, taskChanged } from "./engine/scheduler.ts";
import { tellSteady } from "./engine/serviceEvents.ts";
import { nextTask } from "./engine/staffing.ts";
import { taskTags } from "./engine/taskTags.ts";
import { createCluster } from "./ecs/clusters/createCluster.ts";
import { newService } from "./ecs/services/newService.ts";
import { registerTaskDefinition } from "./ecs/taskDefinitions/registerTaskDefinition.ts";
import { runTask } from "./ecs/tasks/runTask.ts";
import { deriveResources } from "./deriveResources.ts";
import type { ClusterScenario, Scenario, ServiceScenario } from "./scenario.ts";
import type { Account } from "./state/account.ts";
import { requireCluster } from "./state/cluster.ts";
import type { Deployment } from "./state/deployment.ts";
import type { Service } from "./state/service.ts";
import { requireTaskDefinition } from "./state/taskDefinition.ts";

/** How long ago what a scenario begins with was started, in seconds. */
const age = 3 * 24 * 3600;

/** Fills an empty account with what the scenario begins with. Throws an ApiError for what the API would refuse. */
export function populate(account: Account, scenario: Scenario): void {
  for (const definition of scenario.taskDefinitions ?? []) registerTaskDefinition.run(account, definition);
  for (const cluster of scenario.clusters ?? []) addCluster(account, cluster);
  for (const scaling of scenario.scaling ?? []) account.scaling.set(scaling.resourceId, { ...scaling });
  account.resources = deriveResources(account, scenario);
}

function addCluster(account: Account, { name, settings, instances = [], services = [], tasks = [] }: ClusterScenario): void {
  createCluster.run(account, { ...settings, clusterName: name });
  for (const instance of instances) registerInstance(account, requireCluster(account, name), instance);
  for (const service of services) addService(account, name, service);
  for (const task of tasks) runTask.run(account, { ...task, cluster: name });
}

/** A service that has been steady for days, and then perhaps a deployment that has just begun. */
function addService(account: Account, cluster: string, { deploying, ...input }: ServiceScenario): void {
  const service = newService(account, requireCluster(account, cluster), input);
  const revision = newRevision(account, service, requireTaskDefinition(account, input.taskDefinition ?? ""));
  const { record, target } = startDeployment(account, service, revision);
  const then = account.clock.now() - age;
  for (let index = desiredCount(service); index > 0; index--) addRunningTask(account, service, target, then);
  record.status = "IN_PROGRESS";
  complete(account, service, target, service.serviceDeployments[0]);
  tellSteady(account, service);
  Object.assign(target.record, { createdAt: then, updatedAt: then });
  Object.assign(record, { createdAt: then, startedAt: then, finishedAt: then, updatedAt: then });
  for (const event of service.events) event.createdAt = then;
  if (!deploying) return;
  startDeployment(account, service, newRevision(account, service, requireTaskDefinition(account, deploying.taskDefinition)));
  lookSoon(account, service);
}

function addRunningTask(account: Account, service: Service, deployment: Deployment, startedAt: number): void {
  const spec = nextTask(account, service, deployment, (task) => taskChanged(account, service, task));
  if (typeof spec === "string") return;
  deployment.launched++;
  const task = placeRunningTask(account, spec, taskTags(service, deployment.revision.definition), startedAt);
  task.registered = task.target !== undefined;
  service.tasks.add(task);
}
