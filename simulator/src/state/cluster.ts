import { ApiError } from "../protocol/apiError.ts";
import { lastPart } from "./arn.ts";
import type { Account, Cluster } from "./types.ts";

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
