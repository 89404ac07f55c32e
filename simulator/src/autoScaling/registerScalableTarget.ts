import type {
  RegisterScalableTargetRequest,
  RegisterScalableTargetResponse,
} from "@aws-sdk/client-application-auto-scaling";
import { ApiError } from "../protocol/apiError.ts";
import { lookSoon } from "../engine/scheduler.ts";
import { operation } from "../protocol/operation.ts";
import { arn } from "../state/arn.ts";
import type { Scaling } from "../state/scaling.ts";
import type { Account } from "../state/types.ts";

const refuse = (message: string): ApiError => new ApiError("ValidationException", message);

/** Sets the limits of a service, which is scaled at once when its desired count lies outside of them. */
export const registerScalableTarget = operation<
  RegisterScalableTargetRequest,
  RegisterScalableTargetResponse
>("RegisterScalableTarget", (account, input) => {
  const { ResourceId: resourceId = "", MinCapacity, MaxCapacity, SuspendedState } = input;
  if (input.ServiceNamespace !== "ecs") throw refuse("The simulator plays the service namespace ecs only.");
  const known = account.scaling.get(resourceId);
  const [min, max] = [MinCapacity ?? known?.min, MaxCapacity ?? known?.max];
  if (min === undefined || max === undefined)
    throw refuse("MinCapacity and MaxCapacity are required to register a new scalable target.");
  if (min > max) throw refuse("Maximum capacity cannot be less than minimum capacity");
  const target: Scaling = {
    ...known,
    resourceId,
    min,
    max,
    suspended: { ...known?.suspended, ...SuspendedState } as Scaling["suspended"],
  };
  scale(account, target);
  account.scaling.set(resourceId, target);
  return { ScalableTargetARN: arn(account, "application-autoscaling", `scalable-target/${resourceId}`) };
});

function scale(account: Account, { resourceId, min, max }: Scaling): void {
  const [, cluster = "", name = ""] = resourceId.split("/");
  const service = account.clusters.get(cluster)?.services.get(name);
  if (!service) throw new ApiError("ValidationException", `ECS service doesn't exist: ${resourceId}`);
  service.desiredCount = Math.min(Math.max(service.desiredCount, min), max);
  lookSoon(account, service);
}
