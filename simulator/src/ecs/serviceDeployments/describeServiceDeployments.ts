import type {
  DescribeServiceDeploymentsRequest,
  DescribeServiceDeploymentsResponse,
} from "@aws-sdk/client-ecs";
import { invalidParameter } from "../../protocol/apiError.ts";
import { operation } from "../ecsOperation.ts";
import { findServiceDeployment } from "../../state/deployment.ts";
import { missing } from "../failures.ts";
import { serviceDeploymentRecord } from "./serviceDeploymentRecord.ts";

export const describeServiceDeployments = operation<
  DescribeServiceDeploymentsRequest,
  DescribeServiceDeploymentsResponse
>("DescribeServiceDeployments", (account, input) => {
  const arns = input.serviceDeploymentArns ?? [];
  if (arns.length === 0) throw invalidParameter("serviceDeploymentArns cannot be empty.");
  if (arns.length > 20) throw invalidParameter("serviceDeploymentArns cannot have more than 20 elements.");
  const found = arns.flatMap((arn) => findServiceDeployment(account, arn) ?? []);
  return {
    serviceDeployments: found.map((deployment) => serviceDeploymentRecord(account, deployment)),
    failures: missing(
      account,
      "",
      arns.filter((arn) => !findServiceDeployment(account, arn)),
    ),
  };
});
