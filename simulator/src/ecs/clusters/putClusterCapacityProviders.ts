import type {
  PutClusterCapacityProvidersRequest,
  PutClusterCapacityProvidersResponse,
} from "@aws-sdk/client-ecs";
import { invalidParameter } from "../../protocol/apiError.ts";
import { operation } from "../ecsOperation.ts";
import { requireCluster } from "../../state/cluster.ts";
import { clusterRecord } from "./clusterRecord.ts";

export const putClusterCapacityProviders = operation<
  PutClusterCapacityProvidersRequest,
  PutClusterCapacityProvidersResponse
>(
  "PutClusterCapacityProviders",
  (account, { cluster: reference, capacityProviders = [], defaultCapacityProviderStrategy = [] }) => {
    const cluster = requireCluster(account, reference);
    const unknown = capacityProviders.filter((name) => !account.capacityProviders.has(name));
    if (unknown.length > 0)
      throw invalidParameter(`The specified capacity provider is not found: ${unknown.join(", ")}`);
    Object.assign(cluster.record, { capacityProviders, defaultCapacityProviderStrategy });
    return { cluster: clusterRecord(cluster) };
  },
);
