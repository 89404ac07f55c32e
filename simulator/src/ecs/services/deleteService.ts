import type { DeleteServiceRequest, DeleteServiceResponse } from "@aws-sdk/client-ecs";
import { ApiError, invalidParameter } from "../../protocol/apiError.ts";
import { lookSoon } from "../../engine/scheduler.ts";
import { operation } from "../ecsOperation.ts";
import { requireCluster } from "../../state/cluster.ts";
import { findService } from "../../state/service.ts";
import type { Service } from "../../state/types.ts";
import { serviceRecord } from "./serviceRecord.ts";

/**
 * Drains the service; it becomes INACTIVE when its last task has stopped. One that is INACTIVE already is
 * answered as it is.
 */
export const deleteService = operation<DeleteServiceRequest, DeleteServiceResponse>(
  "DeleteService",
  (account, input) => {
    const service = findService(requireCluster(account, input.cluster), input.service ?? "");
    if (!service) throw new ApiError("ServiceNotFoundException", "Service not found.");
    if (service.status === "INACTIVE") return { service: serviceRecord(account, service) };
    if (!input.force) refuseRunning(service);
    service.status = "DRAINING";
    service.desiredCount = 0;
    lookSoon(account, service);
    return { service: serviceRecord(account, service) };
  },
);

/** Nobody scales a daemon to nothing, so it is deleted with its tasks. */
function refuseRunning({ settings, desiredCount, tasks }: Service): void {
  if (settings.schedulingStrategy === "DAEMON") return;
  if (desiredCount > 0) throw invalidParameter("The service cannot be stopped while it is scaled above 0.");
  if (tasks.size > 0) throw invalidParameter("The service cannot be stopped while deployments are active.");
}
