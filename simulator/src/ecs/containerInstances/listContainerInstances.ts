import type { ListContainerInstancesRequest, ListContainerInstancesResponse } from "@aws-sdk/client-ecs";
import { operation } from "../ecsOperation.ts";
import { page } from "../../protocol/paging.ts";
import { requireCluster } from "../../state/cluster.ts";

export const listContainerInstances = operation<
  ListContainerInstancesRequest,
  ListContainerInstancesResponse
>("ListContainerInstances", (account, input) => {
  const instances = [...requireCluster(account, input.cluster).instances.values()].filter(
    ({ record }) => input.status === undefined || record.status === input.status,
  );
  const { items, ...rest } = page(instances, input, { default: 100, most: 100 });
  return { containerInstanceArns: items.map(({ arn }) => arn), ...rest };
});
