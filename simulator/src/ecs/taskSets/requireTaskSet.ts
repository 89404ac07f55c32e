import { ApiError, invalidParameter } from "../../protocol/apiError.ts";
import { requireCluster } from "../../state/cluster.ts";
import { requireService } from "../../state/service.ts";
import { findTaskSet } from "../../state/taskSet.ts";
import type { Account, Service, TaskSet } from "../../state/types.ts";

interface ServiceRequest {
  readonly cluster: string | undefined;
  readonly service: string | undefined;
}

/**
 * The service whose task sets a call is about. Throws an ApiError when it is not there, not active, or not of
 * the EXTERNAL controller.
 */
export function requireExternalService(account: Account, request: ServiceRequest): Service {
  const service = requireService(requireCluster(account, request.cluster), request.service ?? "");
  if (service.status !== "ACTIVE") throw new ApiError("ServiceNotActiveException", "Service was not ACTIVE.");
  if (service.settings.deploymentController?.type !== "EXTERNAL")
    throw invalidParameter(
      "Amazon ECS only supports task set management on services configured to use external deployment controllers.",
    );
  return service;
}

/** Like requireExternalService, with one of its task sets; throws TaskSetNotFoundException. */
export function requireTaskSet(
  account: Account,
  request: ServiceRequest,
  reference = "",
): { service: Service; taskSet: TaskSet } {
  const service = requireExternalService(account, request);
  const taskSet = findTaskSet(service, reference);
  if (!taskSet) throw new ApiError("TaskSetNotFoundException", "The specified task set does not exist.");
  return { service, taskSet };
}
