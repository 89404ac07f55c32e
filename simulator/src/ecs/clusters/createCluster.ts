import type { CreateClusterRequest, CreateClusterResponse } from "@aws-sdk/client-ecs";
import { invalidParameter } from "../../protocol/apiError.ts";
import { operation } from "../ecsOperation.ts";
import { ecsArn } from "../../state/arn.ts";
import type { Wire } from "../../protocol/wire.ts";
import { notAssociated, strategyRefusal } from "../refusals/service/capacity.ts";
import { tagCheck } from "../refusals/tags.ts";
import { clusterRecord } from "./clusterRecord.ts";
import type { Account, Cluster } from "../../state/types.ts";

/** Creates the cluster; one that exists already is answered as it is. */
export const createCluster = operation<CreateClusterRequest, CreateClusterResponse>(
  "CreateCluster",
  (account, input) => {
    refuseCluster(input);
    const existing = account.clusters.get(input.clusterName ?? "default");
    return {
      cluster: clusterRecord(existing?.record.status === "ACTIVE" ? existing : newCluster(account, input)),
    };
  },
);

/** Throws the InvalidParameterException with which CreateCluster refuses the input. */
function refuseCluster({
  clusterName = "default",
  capacityProviders = [],
  defaultCapacityProviderStrategy: strategy = [],
  tags,
}: Wire<CreateClusterRequest>): void {
  if (!/^[a-zA-Z0-9_-]{1,255}$/.test(clusterName))
    throw invalidParameter("ClusterName must match ^[a-zA-Z0-9\\-_]{1,255}$");
  const unlisted = strategy.some(
    ({ capacityProvider = "" }) => !capacityProviders.includes(capacityProvider),
  );
  const message = tagCheck({ tags }) ?? strategyRefusal(strategy) ?? (unlisted ? notAssociated : undefined);
  if (message !== undefined) throw invalidParameter(message);
}

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
      ...(input.serviceConnectDefaults && { serviceConnectDefaults: input.serviceConnectDefaults }),
      ...(input.configuration && { configuration: input.configuration }),
    },
    services: new Map(),
    tasks: new Map(),
    instances: new Map(),
    runs: new Map(),
  };
  account.clusters.set(name, cluster);
  return cluster;
}
