import type { StopServiceDeploymentRequest, StopServiceDeploymentResponse } from "@aws-sdk/client-ecs";
import { ApiError } from "../../protocol/apiError.ts";
import { lookSoon } from "../../engine/scheduler.ts";
import { operation } from "../ecsOperation.ts";
import { requireServiceDeployment } from "./requireServiceDeployment.ts";

const stoppable: readonly string[] = ["PENDING", "IN_PROGRESS"];

/** Rolls the deployment back (ROLLBACK, the default) or leaves the service as it is (ABORT). */
export const stopServiceDeployment = operation<StopServiceDeploymentRequest, StopServiceDeploymentResponse>(
  "StopServiceDeployment",
  (account, { serviceDeploymentArn = "", stopType = "ROLLBACK" }) => {
    const { service, deployment } = requireServiceDeployment(account, serviceDeploymentArn);
    const { status } = deployment.record;
    if (!stoppable.includes(status))
      throw new ApiError("ConflictException", `Service deployment in status ${status} cannot be stopped.`);
    deployment.record.status = stopType === "ABORT" ? "STOP_REQUESTED" : "ROLLBACK_REQUESTED";
    lookSoon(account, service);
    return { serviceDeploymentArn };
  },
);
