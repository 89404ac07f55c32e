import { newRevision, startDeployment } from "./engine/deployments.ts";
import { launchSpec, lookSoon } from "./engine/scheduler.ts";
import { completedText, record, steadyText } from "./engine/serviceEvents.ts";
import { placeRunningTask } from "./engine/tasks.ts";
import { createCluster } from "./ecs/clusters/createCluster.ts";
import { newService } from "./ecs/services/createService.ts";
import { registerTaskDefinition } from "./ecs/taskDefinitions/registerTaskDefinition.ts";
import { runTask } from "./ecs/tasks/runTask.ts";
import type { ClusterScenario, Scenario, ServiceScenario } from "./scenario.ts";
import type { Account } from "./state/account.ts";
import { requireCluster } from "./state/cluster.ts";
import { requireTaskDefinition } from "./state/taskDefinition.ts";

/** How long ago what a scenario begins with was started, in seconds. */
const age = 3 * 24 * 3600;

/** Fills an empty account with what the scenario begins with. */
export function populate(account: Account, scenario: Scenario): void {
  for (const definition of scenario.taskDefinitions ?? []) registerTaskDefinition.run(account, definition);
  for (const cluster of scenario.clusters ?? []) addCluster(account, cluster);
}

function addCluster(account: Account, { name, services = [], tasks = [] }: ClusterScenario): void {
  createCluster.run(account, { clusterName: name });
  for (const service of services) addService(account, name, service);
  for (const task of tasks) runTask.run(account, { ...task, cluster: name });
}

function addService(account: Account, clusterName: string, { deploying, ...input }: ServiceScenario): void {
  const service = newService(account, requireCluster(account, clusterName), input);
  const definition = requireTaskDefinition(account, input.taskDefinition ?? "");
  const serviceDeployment = startDeployment(account, service, newRevision(account, service, definition));
  const [deployment] = service.deployments;
  if (!deployment) return;
  const then = account.clock.now() - age;
  Object.assign(deployment.record, { rolloutState: "COMPLETED", rolloutStateReason: `ECS deployment ${deployment.record.id} completed.`, createdAt: then, updatedAt: then });
  Object.assign(serviceDeployment.record, { status: "SUCCESSFUL", createdAt: then, startedAt: then, finishedAt: then, updatedAt: then });
  record(account, service, completedText(deployment.record.id));
  record(account, service, steadyText);
  for (let index = 0; index < service.desiredCount; index++) {
    service.tasks.add(placeRunningTask(account, launchSpec(account, service, deployment), then));
  }
  if (!deploying) return;
  startDeployment(account, service, newRevision(account, service, requireTaskDefinition(account, deploying.taskDefinition)));
  lookSoon(account, service);
}
