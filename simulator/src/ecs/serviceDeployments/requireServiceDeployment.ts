import { ApiError } from "../../protocol/apiError.ts";
import { findServiceDeployment } from "../../state/deployment.ts";
import { serviceOf } from "../../state/serviceOf.ts";
import type { Account, Service, ServiceDeployment } from "../../state/types.ts";

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
