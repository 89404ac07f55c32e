import type { ServiceDeployment as AwsServiceDeployment, ServiceRevisionSummary } from "@aws-sdk/client-ecs";
import { isUnderWay } from "../../state/deployment.ts";
import { serviceOf } from "../../state/serviceOf.ts";
import type { Wire } from "../../protocol/wire.ts";
import { count } from "../services/taskCounts.ts";
import type { Account, Service, ServiceDeployment } from "../../state/types.ts";

type Summary = Wire<ServiceRevisionSummary>;

/**
 * A service deployment as DescribeServiceDeployments answers it: with its present counts while it is under
 * way.
 */
export function serviceDeploymentRecord(
  account: Account,
  deployment: ServiceDeployment,
): Wire<AwsServiceDeployment> {
  const { record } = deployment;
  const service = serviceOf(account, record.serviceDeploymentArn);
  if (!service || !isUnderWay(deployment)) return record;
  const { sourceServiceRevisions: sources = [], targetServiceRevision: target } = record;
  const { production = 100, test = 0 } = deployment.shift ?? {};
  return {
    ...record,
    sourceServiceRevisions: sources.map((summary) => ({
      ...withCounts(service, summary),
      ...(deployment.shift && weights(100 - production, 100 - test)),
    })),
    ...(target && {
      targetServiceRevision: {
        ...withCounts(service, target),
        ...(deployment.shift && weights(production, test)),
      },
    }),
  };
}

const weights = (production: number, test: number): Summary => ({
  requestedProductionTrafficWeight: production,
  requestedTestTrafficWeight: test,
});

function withCounts(service: Service, summary: Summary): Summary {
  const deployment = service.deployments.find(
    ({ revision }) => revision.record.serviceRevisionArn === summary.arn,
  );
  const { runningCount, pendingCount } = count(
    [...service.tasks].filter((task) => deployment && task.launch.deployment === deployment.record.id),
  );
  const requestedTaskCount = deployment?.record.status === "PRIMARY" ? service.desiredCount : runningCount;
  return { ...summary, requestedTaskCount, runningTaskCount: runningCount, pendingTaskCount: pendingCount };
}
