import type { UpdateClusterSettingsRequest, UpdateClusterSettingsResponse } from "@aws-sdk/client-ecs";
import { operation } from "../ecsOperation.ts";
import { requireCluster } from "../../state/cluster.ts";
import { clusterRecord } from "./clusterRecord.ts";

export const updateClusterSettings = operation<UpdateClusterSettingsRequest, UpdateClusterSettingsResponse>(
  "UpdateClusterSettings",
  (account, input) => {
    const cluster = requireCluster(account, input.cluster);
    cluster.record.settings = input.settings ?? [];
    return { cluster: clusterRecord(cluster) };
  },
);
