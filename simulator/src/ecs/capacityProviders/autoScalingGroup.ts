import type { AutoScalingGroupProvider, AutoScalingGroupProviderUpdate } from "@aws-sdk/client-ecs";
import type { Wire } from "../../protocol/wire.ts";

/**
 * What ECS takes for the members that managed scaling leaves out:
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ManagedScaling.html
 */
const scalingDefaults = {
  status: "DISABLED",
  targetCapacity: 100,
  minimumScalingStepSize: 1,
  maximumScalingStepSize: 10_000,
  instanceWarmupPeriod: 300,
} as const;

/** A provider's settings after a change of some of them, with the defaults of those never given. */
export function changedGroup(
  group: Wire<AutoScalingGroupProvider>,
  change: Wire<AutoScalingGroupProviderUpdate> = {},
): Wire<AutoScalingGroupProvider> {
  return {
    managedTerminationProtection: "DISABLED",
    ...group,
    ...change,
    managedScaling: { ...scalingDefaults, ...group.managedScaling, ...change.managedScaling },
  };
}
