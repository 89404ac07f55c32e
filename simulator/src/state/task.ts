import { ecsArn, lastPart } from "./arn.ts";
import type { Account, Cluster, Task } from "./types.ts";

export const taskArn = (account: Account, { id, launch }: Task): string =>
  ecsArn(account, `task/${launch.cluster.name}/${id}`);

/** Finds a task of the cluster by id or ARN. */
export const findTask = (cluster: Cluster, reference: string): Task | undefined =>
  cluster.tasks.get(lastPart(reference));

/** Whether the task is to run, whatever it does at present. */
export const isWanted = ({ state }: Task): boolean => state.desiredStatus === "RUNNING";

/** Whether one of its containers has a health check. */
export const hasHealthCheck = ({ launch }: Task): boolean =>
  (launch.definition.record.containerDefinitions ?? []).some(({ healthCheck }) => healthCheck !== undefined);

/** Whether it runs and passes the health checks that it has. */
export const isHealthy = (task: Task): boolean =>
  isWanted(task) &&
  task.state.lastStatus === "RUNNING" &&
  (task.state.healthStatus === "HEALTHY" || !hasHealthCheck(task)) &&
  (task.target === undefined || task.target.state === "healthy");

/** Whether it fails one of its health checks, and they count. */
export const isUnhealthy = ({ state, target, inGrace = false }: Task): boolean =>
  !inGrace && (state.healthStatus === "UNHEALTHY" || target?.state === "unhealthy");
