import type { DeleteClusterRequest, DeleteClusterResponse } from "@aws-sdk/client-ecs";
import { ApiError } from "../../protocol/apiError.ts";
import { operation } from "../ecsOperation.ts";
import { requireCluster } from "../../state/cluster.ts";
import { clusterRecord } from "./clusterRecord.ts";

/** Deletes a cluster without instances, services and tasks; it can still be described, as INACTIVE. */
export const deleteCluster = operation<DeleteClusterRequest, DeleteClusterResponse>(
  "DeleteCluster",
  (account, input) => {
    const cluster = requireCluster(account, input.cluster);
    if (cluster.instances.size > 0)
      throw new ApiError(
        "ClusterContainsContainerInstancesException",
        "The Cluster cannot be deleted while Container Instances are active or draining.",
      );
    if ([...cluster.services.values()].some(({ status, tasks }) => status === "ACTIVE" || tasks.size > 0))
      throw new ApiError(
        "ClusterContainsServicesException",
        "The Cluster cannot be deleted while Services are active.",
      );
    if ([...cluster.tasks.values()].some(({ state }) => state.lastStatus !== "STOPPED"))
      throw new ApiError(
        "ClusterContainsTasksException",
        "The Cluster cannot be deleted while Tasks are active.",
      );
    cluster.record.status = "INACTIVE";
    return { cluster: clusterRecord(cluster) };
  },
);
