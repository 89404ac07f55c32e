import type { CapacityProviderStrategyItem, PlacementStrategy } from "@aws-sdk/client-ecs";
import type { Wire } from "../../protocol/wire.ts";
import type { ServiceSettings } from "../../state/types.ts";

/** The settings of a service as ECS answers them: it fills in numbers and spells fields in its own way. */
export function answered(settings: ServiceSettings): ServiceSettings {
  const { capacityProviderStrategy, placementStrategy } = settings;
  return {
    ...settings,
    ...(capacityProviderStrategy && { capacityProviderStrategy: capacityProviderStrategy.map(withNumbers) }),
    ...(placementStrategy && { placementStrategy: placementStrategy.map(spelled) }),
  };
}

export const withNumbers = (
  item: Wire<CapacityProviderStrategyItem>,
): Wire<CapacityProviderStrategyItem> => ({ ...item, weight: item.weight ?? 0, base: item.base ?? 0 });

function spelled(strategy: Wire<PlacementStrategy>): Wire<PlacementStrategy> {
  const { field } = strategy;
  if (field === "host") return { ...strategy, field: "instanceId" };
  return field === "cpu" || field === "memory" ? { ...strategy, field: field.toUpperCase() } : strategy;
}
