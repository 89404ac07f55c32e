import { ApiError, invalidParameter } from "../protocol/apiError.ts";
import { deriveResources } from "./deriveResources.ts";
import { createCluster } from "../ecs/clusters/createCluster.ts";
import { registerTaskDefinition } from "../ecs/taskDefinitions/registerTaskDefinition.ts";
import { runTask } from "../ecs/tasks/runTask.ts";
import { registerInstance } from "../engine/registerInstance.ts";
import { placeService } from "./placeService.ts";
import type { ClusterScenario, Scenario } from "./scenario.ts";
import { requireCluster } from "../state/cluster.ts";
import type { Account } from "../state/types.ts";

/**
 * Fills an empty account with what the scenario begins with. Throws an ApiError for what the API would
 * refuse.
 */
export function populate(account: Account, scenario: Scenario): void {
  for (const definition of scenario.taskDefinitions ?? [])
    named(`task definition ${definition.family ?? ""}`, () =>
      registerTaskDefinition.run(account, definition),
    );
  for (const cluster of scenario.clusters ?? [])
    named(`cluster ${cluster.name}`, () => addCluster(account, cluster));
  for (const scaling of scenario.scaling ?? []) account.scaling.set(scaling.resourceId, { ...scaling });
  account.resources = deriveResources(account, scenario);
}

function addCluster(
  account: Account,
  { name, settings, instances = [], services = [], tasks = [] }: ClusterScenario,
): void {
  if (account.clusters.has(name)) throw invalidParameter("There are two clusters of this name.");
  createCluster.run(account, { ...settings, clusterName: name });
  const cluster = requireCluster(account, name);
  for (const instance of instances) registerInstance(account, cluster, instance);
  for (const service of services)
    named(`service ${service.serviceName ?? ""}`, () => placeService(account, cluster, service));
  for (const task of tasks)
    named(`task ${task.taskDefinition ?? ""}`, () => runTask.run(account, { ...task, cluster: name }));
}

/** Says of a refusal what in the scenario was refused. */
function named(what: string, add: () => void): void {
  try {
    add();
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    throw new ApiError(error.code, `${what}: ${error.message}`, error.status);
  }
}
