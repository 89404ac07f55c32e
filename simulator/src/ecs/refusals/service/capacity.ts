import type { CapacityProviderStrategyItem } from "@aws-sdk/client-ecs";
import type { Wire } from "../../../protocol/wire.ts";
import type { Check } from "../refusal.ts";
import { onFargate, type ServiceInput } from "./input.ts";

const notBoth =
  "Specifying both a launch type and capacity provider strategy is not supported. Remove one and try again.";

export const notAssociated =
  "The specified capacity provider strategy cannot contain a capacity provider that is not associated with the cluster. Associate the capacity provider with the cluster or specify a valid capacity provider and try again.";

/** What is wrong with a capacity provider strategy. */
export function strategyRefusal(strategy: readonly Wire<CapacityProviderStrategyItem>[]): string | undefined {
  if (strategy.length === 0) return undefined;
  if (strategy.length > 20) return "A capacity provider strategy can have up to 20 capacity providers.";
  const wrong = strategy.map(itemRefusal).find((message) => message !== undefined);
  if (wrong !== undefined) return wrong;
  if (strategy.filter(({ base = 0 }) => base > 0).length > 1)
    return "There are multiple capacity providers in the specified capacity provider strategy with a base value greater than zero. Only one capacity provider can have a base value greater than zero. Specify a valid capacity provider strategy and try again.";
  const [only] = strategy;
  const weightless =
    strategy.length === 1 ? only?.weight === 0 : strategy.every(({ weight = 0 }) => weight === 0);
  return weightless
    ? "There are no capacity providers in the capacity provider strategy with a weight value greater than zero. Specify a weight value greater than zero for at least one capacity provider and try again."
    : undefined;
}

function itemRefusal({
  capacityProvider = "",
  weight = 0,
  base = 0,
}: Wire<CapacityProviderStrategyItem>): string | undefined {
  if (capacityProvider === "") return "The capacity provider name cannot be empty.";
  if (weight < 0 || weight > 1000) return "The capacity provider weight must be from 0 to 1000.";
  return base < 0 || base > 100_000 ? "The capacity provider base must be from 0 to 100000." : undefined;
}

const strategy: Check<ServiceInput> = ({ request, cluster }) => {
  const { launchType, capacityProviderStrategy: items = [] } = request;
  if (launchType !== undefined && items.length > 0) return notBoth;
  const refusal = strategyRefusal(items);
  if (refusal !== undefined) return refusal;
  const own = items.find(
    ({ capacityProvider = "" }) =>
      !capacityProvider.startsWith("FARGATE") &&
      !cluster.record.capacityProviders?.includes(capacityProvider),
  );
  return own && notAssociated;
};

const platformVersion: Check<ServiceInput> = ({ request }) =>
  request.platformVersion !== undefined && (request.launchType === "EC2" || request.launchType === "EXTERNAL")
    ? `The platform version must be null when specifying an ${request.launchType} launch type.`
    : undefined;

const placement: Check<ServiceInput> = (input) => {
  const { placementConstraints = [], placementStrategy = [] } = input.request;
  if (onFargate(input) && placementConstraints.length > 0)
    return "Placement constraints are not supported with FARGATE launch type.";
  if (onFargate(input) && placementStrategy.length > 0)
    return "Placement strategies are not supported with FARGATE launch type.";
  if (placementConstraints.length > 10) return "Maximum number of constraints is 10.";
  if (placementStrategy.length > 5) return "Maximum number of strategies is 5.";
  return constraintRefusal(placementConstraints) ?? placementRefusal(placementStrategy);
};

function constraintRefusal(
  constraints: NonNullable<ServiceInput["request"]["placementConstraints"]>,
): string | undefined {
  for (const { type, expression } of constraints) {
    if (type === "distinctInstance" && expression !== undefined)
      return "distinctInstance expression should not be specified.";
    if (type === "memberOf" && !expression) return "memberOf expression should be specified.";
  }
  return undefined;
}

function placementRefusal(
  strategies: NonNullable<ServiceInput["request"]["placementStrategy"]>,
): string | undefined {
  for (const { type, field } of strategies) {
    if (type === "random" && field !== undefined) return "random field should not be specified.";
    if (type === "binpack" && field !== "cpu" && field !== "memory")
      return `binpack field '${field ?? ""}' is invalid.`;
  }
  return undefined;
}

/** A launch type that the task definition did not ask to be checked for. */
const compatibility: Check<ServiceInput> = (input) => {
  const { compatibilities = [], requiresCompatibilities = [] } = input.definition?.record ?? {
    compatibilities: ["FARGATE"],
  };
  const wanted = input.request.launchType ?? (onFargate(input) ? "FARGATE" : undefined);
  if (wanted === undefined) return undefined;
  const able = requiresCompatibilities.length > 0 ? requiresCompatibilities : compatibilities;
  return able.some((each) => each === wanted)
    ? undefined
    : `Task definition does not support launch_type ${wanted}.`;
};

/** The checks that running a task shares with a service. */
export const computeChecks: readonly Check<ServiceInput>[] = [strategy, platformVersion, compatibility];

export const capacityChecks: readonly Check<ServiceInput>[] = [
  strategy,
  platformVersion,
  placement,
  compatibility,
];
