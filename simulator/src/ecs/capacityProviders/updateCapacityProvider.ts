import type { UpdateCapacityProviderRequest, UpdateCapacityProviderResponse } from "@aws-sdk/client-ecs";
import { clientError } from "../../protocol/apiError.ts";
import { lastPart } from "../../state/arn.ts";
import { operation } from "../ecsOperation.ts";
import { changedGroup } from "./autoScalingGroup.ts";

export const updateCapacityProvider = operation<
  UpdateCapacityProviderRequest,
  UpdateCapacityProviderResponse
>("UpdateCapacityProvider", (account, { name: reference = "", autoScalingGroupProvider: change }) => {
  const name = lastPart(reference);
  const provider = account.capacityProviders.get(name);
  const group = provider?.autoScalingGroupProvider;
  if (!provider || !group)
    throw clientError(
      "The specified capacity provider does not exist. Specify a valid name or ARN and try again.",
    );
  const changed = {
    ...provider,
    autoScalingGroupProvider: changedGroup(group, change),
    updateStatus: "UPDATE_COMPLETE" as const,
  };
  account.capacityProviders.set(name, changed);
  return { capacityProvider: changed };
});
