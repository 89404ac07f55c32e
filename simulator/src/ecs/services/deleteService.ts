import type { DeleteServiceRequest, DeleteServiceResponse } from "@aws-sdk/client-ecs";
import { invalidParameter } from "../../protocol/apiError.ts";
import { lookSoon } from "../../engine/scheduler.ts";
import { operation } from "../ecsOperation.ts";
import { requireCluster } from "../../state/cluster.ts";
import { requireService } from "../../state/service.ts";
import { serviceRecord } from "./serviceRecord.ts";

/** Drains the service; it becomes INACTIVE when its last task has stopped. */
export const deleteService = operation<DeleteServiceRequest, DeleteServiceResponse>(
  "DeleteService",
  (account, input) => {
    const service = requireService(requireCluster(account, input.cluster), input.service ?? "");
    if (!input.force && service.desiredCount > 0)
      throw invalidParameter("The service cannot be stopped while it is scaled above 0.");
    service.status = "DRAINING";
    service.desiredCount = 0;
    lookSoon(account, service);
    return { service: serviceRecord(account, service) };
  },
);
