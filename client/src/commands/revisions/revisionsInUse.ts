import type { Connection } from "../../aws/connection.ts";

/**
 * ARNs of all task definitions that a service or a task of the account uses, those of deployments and task
 * sets under way included.
 */
export async function revisionsInUse({ ecs }: Connection, signal: AbortSignal): Promise<ReadonlySet<string>> {
  const used = new Set<string>();
  for (const cluster of await ecs.clusterArns(signal)) {
    for (const { taskDefinition = "", deployments = [], taskSets = [] } of await ecs.describeServices(
      cluster,
      await ecs.serviceArns(cluster, signal),
      signal,
    )) {
      used.add(taskDefinition);
      for (const part of [...deployments, ...taskSets]) used.add(part.taskDefinition ?? "");
    }
    for (const { taskDefinitionArn = "" } of await ecs.tasks(cluster, {}, signal))
      used.add(taskDefinitionArn);
  }
  return used;
}
