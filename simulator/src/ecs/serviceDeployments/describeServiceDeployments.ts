import type { DescribeServiceDeploymentsRequest, DescribeServiceDeploymentsResponse, ServiceRevisionSummary } from "@aws-sdk/client-ecs";
import { invalidParameter } from "../../apiError.ts";
import { operation } from "../../operation.ts";
import type { Account } from "../../state/account.ts";
import { findServiceDeployment, serviceOf } from "../../state/serviceDeployments.ts";
import type { Wire } from "../../wire.ts";
import { missing } from "../failures.ts";
import { count } from "../services/serviceRecord.ts";

export const describeServiceDeployments = operation<DescribeServiceDeploymentsRequest, DescribeServiceDeploymentsResponse>(
  "DescribeServiceDeployments",
  (account, input) => {
    const arns = input.serviceDeploymentArns ?? [];
    if (arns.length === 0) throw invalidParameter("serviceDeploymentArns cannot be empty.");
    if (arns.length > 20) throw invalidParameter("serviceDeploymentArns cannot have more than 20 elements.");
    return {
      serviceDeployments: arns.flatMap((arn) => {
        const record = findServiceDeployment(account, arn)?.record;
        if (!record) return [];
        return {
          ...record,
          sourceServiceRevisions: record.sourceServiceRevisions?.map((revision) => withCounts(account, arn, revision)),
          targetServiceRevision: record.targetServiceRevision && withCounts(account, arn, record.targetServiceRevision),
        };
      }),
      failures: missing(account, "", arns.filter((arn) => !findServiceDeployment(account, arn))),
    };
  },
);

function withCounts(account: Account, deploymentArn: string, summary: Wire<ServiceRevisionSummary>): Wire<ServiceRevisionSummary> {
  const service = serviceOf(account, deploymentArn);
  const deployment = service?.deployments.find(({ revision }) => revision.record.serviceRevisionArn === summary.arn);
  const tasks = [...(service?.tasks ?? [])].filter((task) => deployment && task.deployment === deployment.record.id);
  const { runningCount, pendingCount } = count(tasks);
  const requestedTaskCount = deployment?.record.status === "PRIMARY" ? service?.desiredCount : 0;
  return { ...summary, requestedTaskCount, runningTaskCount: runningCount, pendingTaskCount: pendingCount };
}
