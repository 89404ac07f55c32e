import type { DeleteCapacityProviderRequest, DeleteCapacityProviderResponse } from "@aws-sdk/client-ecs";
import { clientError } from "../../protocol/apiError.ts";
import { operation } from "../ecsOperation.ts";
import { lastPart } from "../../state/arn.ts";

export const deleteCapacityProvider = operation<
  DeleteCapacityProviderRequest,
  DeleteCapacityProviderResponse
>("DeleteCapacityProvider", (account, { capacityProvider: reference = "" }) => {
  const name = lastPart(reference);
  const provider = account.capacityProviders.get(name);
  if (!provider?.autoScalingGroupProvider)
    throw clientError(
      "The specified capacity provider does not exist. Specify a valid name or ARN and try again.",
    );
  if ([...account.clusters.values()].some(({ record }) => record.capacityProviders?.includes(name)))
    throw clientError("The specified capacity provider is in use and cannot be removed.");
  account.capacityProviders.delete(name);
  return { capacityProvider: { ...provider, status: "INACTIVE", updateStatus: "DELETE_COMPLETE" } };
});
