import type { CapacityProviderStrategyItem, LaunchType } from "@aws-sdk/client-ecs";
import type { Wire } from "../protocol/wire.ts";
import type { Cluster, Compute, ContainerInstance } from "../state/types.ts";

/** What a caller asks for: one of the two, or neither. */
export interface ComputeRequest {
  readonly launchType?: LaunchType | undefined;
  readonly capacityProviderStrategy?: readonly Wire<CapacityProviderStrategyItem>[] | undefined;
}

export type ComputeChoice =
  | { readonly launchType: LaunchType }
  | { readonly launchType: LaunchType; readonly provider: string };

/**
 * What the `ordinal`th task (from 1) runs on: the launch type asked for, else a provider of the strategy, by
 * base and weight, else the cluster's default strategy, else EC2.
 */
export function chooseCompute(cluster: Cluster, request: ComputeRequest, ordinal: number): ComputeChoice {
  if (request.launchType) return { launchType: request.launchType };
  const asked = request.capacityProviderStrategy ?? [];
  const strategy = asked.length > 0 ? asked : (cluster.record.defaultCapacityProviderStrategy ?? []);
  const provider = chooseProvider(strategy, ordinal);
  if (provider === undefined) return { launchType: "EC2" };
  return { launchType: provider.startsWith("FARGATE") ? "FARGATE" : "EC2", provider };
}

function chooseProvider(
  strategy: readonly Wire<CapacityProviderStrategyItem>[],
  ordinal: number,
): string | undefined {
  const based = strategy.find(({ base = 0 }) => base > 0);
  if (based && ordinal <= (based.base ?? 0)) return based.capacityProvider;
  const weighted = strategy.flatMap(({ capacityProvider, weight = 0 }) =>
    Array<string | undefined>(weight).fill(capacityProvider),
  );
  return weighted[(ordinal - 1) % weighted.length] ?? strategy[0]?.capacityProvider;
}

export function fargateCompute(choice: ComputeChoice): Compute {
  return {
    fargate: true,
    record:
      "provider" in choice
        ? { launchType: "FARGATE", capacityProviderName: choice.provider }
        : { launchType: "FARGATE" },
  };
}

export function instanceCompute(choice: ComputeChoice, instance: ContainerInstance): Compute {
  const provider = "provider" in choice ? { capacityProviderName: choice.provider } : {};
  return {
    fargate: false,
    instance,
    record: { launchType: choice.launchType, containerInstanceArn: instance.arn, ...provider },
  };
}
