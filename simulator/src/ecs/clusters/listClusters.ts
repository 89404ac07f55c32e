import type { ListClustersRequest, ListClustersResponse } from "@aws-sdk/client-ecs";
import { operation } from "../ecsOperation.ts";
import { page } from "../../protocol/paging.ts";

export const listClusters = operation<ListClustersRequest, ListClustersResponse>(
  "ListClusters",
  (account, input) => {
    const active = [...account.clusters.values()].filter(({ record }) => record.status === "ACTIVE");
    const { items, ...rest } = page(active, input, { default: 100, most: 100 });
    return { clusterArns: items.map(({ arn }) => arn), ...rest };
  },
);
