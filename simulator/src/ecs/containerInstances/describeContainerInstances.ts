import type {
  DescribeContainerInstancesRequest,
  DescribeContainerInstancesResponse,
} from "@aws-sdk/client-ecs";
import { invalidParameter } from "../../protocol/apiError.ts";
import { operation } from "../ecsOperation.ts";
import { requireCluster } from "../../state/cluster.ts";
import { findContainerInstance } from "../../state/containerInstance.ts";
import { missing } from "../failures.ts";
import { containerInstanceRecord } from "./containerInstanceRecord.ts";

export const describeContainerInstances = operation<
  DescribeContainerInstancesRequest,
  DescribeContainerInstancesResponse
>("DescribeContainerInstances", (account, input) => {
  const cluster = requireCluster(account, input.cluster);
  const references = input.containerInstances ?? [];
  if (references.length === 0) throw invalidParameter("Container instances cannot be empty.");
  if (references.length > 100)
    throw invalidParameter("Container instances cannot have more than 100 elements.");
  const tagged = input.include?.includes("TAGS");
  return {
    containerInstances: references.flatMap((reference) => {
      const instance = findContainerInstance(cluster, reference);
      return instance ? { ...containerInstanceRecord(cluster, instance), ...(!tagged && { tags: [] }) } : [];
    }),
    failures: missing(
      account,
      `container-instance/${cluster.name}/`,
      references.filter((reference) => !findContainerInstance(cluster, reference)),
    ),
  };
});
