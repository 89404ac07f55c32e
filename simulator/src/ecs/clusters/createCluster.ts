import type { CreateClusterRequest, CreateClusterResponse } from "@aws-sdk/client-ecs";
import { operation } from "../../operation.ts";
import { ecsArn, type Account } from "../../state/account.ts";
import type { Cluster } from "../../state/cluster.ts";
import type { Wire } from "../../wire.ts";
import { clusterRecord } from "./clusterRecord.ts";

/** Creates the cluster; one that exists already is answered as it is. */
export const createCluster = operation<CreateClusterRequest, CreateClusterResponse>("CreateCluster", (account, input) => {
  const existing = account.clusters.get(input.clusterName ?? "default");
  return { cluster: clusterRecord(existing?.record.status === "ACTIVE" ? existing : newCluster(account, input)) };
});

function newCluster(account: Account, input: Wire<CreateClusterRequest>): Cluster {
  const name = input.clusterName ?? "default";
  const arn = ecsArn(account, `cluster/${name}`);
  const cluster: Cluster = {
    name,
    arn,
    record: {
      clusterArn: arn,
      clusterName: name,
      status: "ACTIVE",
      statistics: [],
      tags: input.tags ?? [],
      settings: input.settings ?? [{ name: "containerInsights", value: "disabled" }],
      capacityProviders: input.capacityProviders ?? [],
      defaultCapacityProviderStrategy: input.defaultCapacityProviderStrategy ?? [],
      ...(input.configuration && { configuration: input.configuration }),
    },
    services: new Map(),
    tasks: new Map(),
    instances: new Map(),
  };
  account.clusters.set(name, cluster);
  return cluster;
}
