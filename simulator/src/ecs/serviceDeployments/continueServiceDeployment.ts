import type {
  ContinueServiceDeploymentRequest,
  ContinueServiceDeploymentResponse,
} from "@aws-sdk/client-ecs";
import { ApiError } from "../../protocol/apiError.ts";
import { lookSoon } from "../../engine/scheduler.ts";
import { isUnderWay } from "../../state/deployment.ts";
import { operation } from "../ecsOperation.ts";
import { requireServiceDeployment } from "./requireServiceDeployment.ts";

/** Lets a deployment that waits at a PAUSE hook go on, or rolls it back. */
export const continueServiceDeployment = operation<
  ContinueServiceDeploymentRequest,
  ContinueServiceDeploymentResponse
>("ContinueServiceDeployment", (account, { serviceDeploymentArn = "", hookId = "", action = "CONTINUE" }) => {
  const { service, deployment } = requireServiceDeployment(account, serviceDeploymentArn);
  const hook = deployment.shift?.hooks.find((candidate) => candidate.hookId === hookId);
  if (hook?.status !== "AWAITING_ACTION" || !isUnderWay(deployment))
    throw new ApiError("ConflictException", `The lifecycle hook ${hookId} is not awaiting an action.`);
  hook.status = "SUCCEEDED";
  if (action === "ROLLBACK") deployment.record.status = "ROLLBACK_REQUESTED";
  lookSoon(account, service);
  return { serviceDeploymentArn };
});
