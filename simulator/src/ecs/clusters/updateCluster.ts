import type { UpdateClusterRequest, UpdateClusterResponse } from "@aws-sdk/client-ecs";
import { operation } from "../ecsOperation.ts";
import { requireCluster } from "../../state/cluster.ts";
import { without } from "../../without.ts";
import { clusterRecord } from "./clusterRecord.ts";

export const updateCluster = operation<UpdateClusterRequest, UpdateClusterResponse>(
  "UpdateCluster",
  (account, input) => {
    const cluster = requireCluster(account, input.cluster);
    Object.assign(cluster.record, without(input, "cluster"));
    return { cluster: clusterRecord(cluster) };
  },
);
