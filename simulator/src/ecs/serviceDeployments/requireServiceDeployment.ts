import { ApiError } from "../../protocol/apiError.ts";
import type { Account } from "../../state/account.ts";
import { findServiceDeployment, type ServiceDeployment } from "../../state/deployment.ts";
import type { Service } from "../../state/service.ts";
import { serviceOf } from "../../state/serviceOf.ts";

/** Finds a service deployment with its service; throws ServiceDeploymentNotFoundException. */
export function requireServiceDeployment(
  account: Account,
  arn: string,
): { service: Service; deployment: ServiceDeployment } {
  const service = serviceOf(account, arn);
  const deployment = findServiceDeployment(account, arn);
  if (!service || !deployment)
    throw new ApiError("ServiceDeploymentNotFoundException", "Service deployment not found.");
  return { service, deployment };
}
