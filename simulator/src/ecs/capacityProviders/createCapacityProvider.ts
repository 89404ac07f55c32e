import type { CreateCapacityProviderRequest, CreateCapacityProviderResponse } from "@aws-sdk/client-ecs";
import { clientError } from "../../apiError.ts";
import { operation } from "../../operation.ts";
import { ecsArn } from "../../state/account.ts";
import type { CapacityProvider } from "../../state/capacityProvider.ts";

/** Names with these beginnings are AWS's own. */
const reserved = /^(aws|ecs|fargate)/i;

export const createCapacityProvider = operation<CreateCapacityProviderRequest, CreateCapacityProviderResponse>(
  "CreateCapacityProvider",
  (account, { name = "", autoScalingGroupProvider, tags = [] }) => {
    if (reserved.test(name)) throw clientError("The specified capacity provider name is invalid. The name cannot be prefixed with 'aws', 'ecs', or 'fargate'.");
    if (account.capacityProviders.has(name)) throw clientError("The specified capacity provider already exists.");
    const provider: CapacityProvider = {
      capacityProviderArn: ecsArn(account, `capacity-provider/${name}`),
      name,
      status: "ACTIVE",
      ...(autoScalingGroupProvider && { autoScalingGroupProvider }),
      tags,
    };
    account.capacityProviders.set(name, provider);
    return { capacityProvider: provider };
  },
);
