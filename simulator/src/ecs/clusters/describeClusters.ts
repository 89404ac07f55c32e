import type { DescribeClustersRequest, DescribeClustersResponse } from "@aws-sdk/client-ecs";
import { invalidParameter } from "../../protocol/apiError.ts";
import { missing } from "../failures.ts";
import { operation } from "../ecsOperation.ts";
import { findCluster } from "../../state/cluster.ts";
import { clusterRecord } from "./clusterRecord.ts";
import { clusterStatistics } from "./clusterStatistics.ts";

export const describeClusters = operation<DescribeClustersRequest, DescribeClustersResponse>(
  "DescribeClusters",
  (account, input) => {
    const references = input.clusters?.length ? input.clusters : ["default"];
    if (references.length > 100) throw invalidParameter("Clusters cannot have more than 100 elements.");
    const include = new Set<string>(input.include ?? []);
    const found = references.flatMap((reference) => findCluster(account, reference) ?? []);
    return {
      clusters: found.map((cluster) => {
        const record = clusterRecord(cluster);
        const statistics = include.has("STATISTICS") ? clusterStatistics(cluster) : [];
        return {
          ...record,
          statistics,
          tags: include.has("TAGS") ? record.tags : [],
          settings: include.has("SETTINGS") ? record.settings : [],
        };
      }),
      failures: missing(
        account,
        "cluster/",
        references.filter((reference) => !findCluster(account, reference)),
      ),
    };
  },
);
