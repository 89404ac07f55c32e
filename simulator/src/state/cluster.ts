import type { Cluster as AwsCluster } from "@aws-sdk/client-ecs";
import { ApiError } from "../protocol/apiError.ts";
import type { Wire } from "../protocol/wire.ts";
import type { Account } from "./account.ts";
import { lastPart } from "./arn.ts";
import type { ContainerInstance } from "./containerInstance.ts";
import type { Service } from "./service.ts";
import type { Task } from "./task.ts";
import type { TaskRun } from "./taskRun.ts";

export interface Cluster {
  readonly name: string;
  readonly arn: string;
  /** As DescribeClusters answers it, without the counts. */
  readonly record: Wire<AwsCluster>;
  /** By name. */
  readonly services: Map<string, Service>;
  /** By id. */
  readonly tasks: Map<string, Task>;
  /** By id. */
  readonly instances: Map<string, ContainerInstance>;
  /** What RunTask was called with, by the token of the caller. */
  readonly runs: Map<string, TaskRun>;
}

/** Finds a cluster by name or ARN; without either it is the one called `default`. */
export function findCluster(account: Account, reference = "default"): Cluster | undefined {
  const cluster = account.clusters.get(lastPart(reference));
  return cluster && (reference === cluster.name || reference === cluster.arn) ? cluster : undefined;
}

/** Like findCluster; throws ClusterNotFoundException, also for a cluster that was deleted. */
export function requireCluster(account: Account, reference?: string): Cluster {
  const cluster = findCluster(account, reference);
  if (cluster?.record.status !== "ACTIVE")
    throw new ApiError("ClusterNotFoundException", "Cluster not found.");
  return cluster;
}
