import type { ListServiceDeploymentsRequest, ListServiceDeploymentsResponse } from "@aws-sdk/client-ecs";
import { operation } from "../ecsOperation.ts";
import { page } from "../../protocol/paging.ts";
import { requireCluster } from "../../state/cluster.ts";
import { requireService } from "../../state/service.ts";

export const listServiceDeployments = operation<
  ListServiceDeploymentsRequest,
  ListServiceDeploymentsResponse
>("ListServiceDeployments", (account, input) => {
  const service = requireService(requireCluster(account, input.cluster), input.service ?? "");
  const { status, createdAt } = input;
  const asked = service.serviceDeployments.filter(
    ({ record }) =>
      (!status?.length || (record.status !== undefined && status.includes(record.status))) &&
      (record.createdAt ?? 0) > (createdAt?.after ?? 0) &&
      (record.createdAt ?? 0) < (createdAt?.before ?? Infinity),
  );
  const { items, ...rest } = page(asked, input, { default: 20, most: 100 });
  return {
    serviceDeployments: items.map(({ record }) => ({
      serviceDeploymentArn: record.serviceDeploymentArn,
      serviceArn: record.serviceArn,
      clusterArn: record.clusterArn,
      startedAt: record.startedAt,
      createdAt: record.createdAt,
      finishedAt: record.finishedAt,
      targetServiceRevisionArn: record.targetServiceRevision?.arn,
      status: record.status,
      statusReason: record.statusReason,
    })),
    ...rest,
  };
});
