import type { Connection } from "../../aws/connection.ts";

/** ARNs of all task definitions that a service or a task of the account uses, those of deployments under way included. */
export async function revisionsInUse({ ecs }: Connection): Promise<ReadonlySet<string>> {
  const used = new Set<string>();
  for (const cluster of await ecs.clusterArns()) {
    for (const { taskDefinition = "", deployments = [] } of await ecs.describeServices(cluster, await ecs.serviceArns(cluster))) {
      used.add(taskDefinition);
      for (const deployment of deployments) used.add(deployment.taskDefinition ?? "");
    }
    for (const { taskDefinitionArn = "" } of await ecs.tasks(cluster, {})) used.add(taskDefinitionArn);
  }
  return used;
}
