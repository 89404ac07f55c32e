import type { Attribute } from "@aws-sdk/client-ecs";
import { ApiError, invalidParameter } from "../../protocol/apiError.ts";
import { findContainerInstance } from "../../state/containerInstance.ts";
import type { Wire } from "../../protocol/wire.ts";
import type { Cluster, ContainerInstance } from "../../state/types.ts";

/** The instance that an attribute is of. Throws TargetNotFoundException. */
export function targetOf(cluster: Cluster, { targetId = "" }: Wire<Attribute>): ContainerInstance {
  const instance = findContainerInstance(cluster, targetId);
  if (!instance) throw new ApiError("TargetNotFoundException", "Target not found.");
  return instance;
}

/**
 * Throws InvalidParameterException when one call names too many:
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PutAttributes.html
 */
export function refuseMany(attributes: readonly object[]): void {
  if (attributes.length > 10) throw invalidParameter("Attributes cannot have more than 10 elements.");
}

/** An attribute as the API answers it, with the ARN of its instance. */
export const attributeRecord = (
  { arn }: ContainerInstance,
  { name, value }: Wire<Attribute>,
): Wire<Attribute> => ({
  name,
  ...(value !== undefined && { value }),
  targetId: arn,
});
