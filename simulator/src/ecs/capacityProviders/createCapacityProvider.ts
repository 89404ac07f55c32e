import type { CreateCapacityProviderRequest, CreateCapacityProviderResponse } from "@aws-sdk/client-ecs";
import { clientError } from "../../protocol/apiError.ts";
import { operation } from "../ecsOperation.ts";
import { ecsArn } from "../../state/arn.ts";
import { changedGroup } from "./autoScalingGroup.ts";
import type { CapacityProvider } from "../../state/types.ts";

/** Names with these beginnings are AWS's own. */
const reserved = /^(aws|ecs|fargate)/i;

const invalidName =
  'The specified capacity provider name is invalid. Up to 255 characters are allowed, including letters (upper and lowercase), numbers, underscores, and hyphens. The name cannot be prefixed with "aws", "ecs", or "fargate". Specify a valid name and try again.';

export const createCapacityProvider = operation<
  CreateCapacityProviderRequest,
  CreateCapacityProviderResponse
>(
  "CreateCapacityProvider",
  (account, { name = "", autoScalingGroupProvider, tags = [] }) => {
    if (reserved.test(name) || !/^[a-zA-Z0-9_-]{1,255}$/.test(name)) throw clientError(invalidName);
    if (account.capacityProviders.has(name))
      throw clientError("The specified capacity provider already exists.");
    const provider: CapacityProvider = {
      capacityProviderArn: ecsArn(account, `capacity-provider/${name}`),
      name,
      status: "ACTIVE",
      ...(autoScalingGroupProvider && { autoScalingGroupProvider: changedGroup(autoScalingGroupProvider) }),
      tags,
    };
    account.capacityProviders.set(name, provider);
    return { capacityProvider: provider };
  },
  "Auto Scaling groups do not scale: a scenario or RegisterContainerInstance adds instances.",
);
