import { availabilityZone } from "../../../data/placement.ts";
import type { JsonNode } from "../../../syntax/jsonNode.ts";
import type { EcsService } from "../../../model/ecsService.ts";
import { insertMember, prependItem, quickFix, replaceValue } from "../../kit/fix.ts";
import type { Rule } from "../../rule.ts";
import { serviceFaults } from "../../kit/serviceFault.ts";

function isRebalanced({ root, isDaemon }: EcsService): boolean {
  return root.get("availabilityZoneRebalancing")?.string === "ENABLED" && !isDaemon;
}

const faults = serviceFaults([
  {
    id: "az-rebalancing-max-percent",
    summary: "Rebalancing over zones needs room for a task above 100 percent.",
    severity: "warning",
    fix: "use 200",
    when: isRebalanced,
    find: (service) => {
      const percent = service.deployment("maximumPercent");
      return (percent?.number ?? 200) <= 100 ? percent : undefined;
    },
    message: ({ number }) =>
      `Rebalancing starts a task in another Availability Zone before it stops one, so it needs more than maximumPercent ${number}. Use 200.`,
    fixes: (percent) => [quickFix("Use 200", replaceValue(percent, 200))],
  },
  {
    id: "az-rebalancing-classic-lb",
    summary: "Rebalancing over zones does not work with Classic Load Balancers.",
    severity: "warning",
    fix: "use DISABLED",
    when: (service) =>
      isRebalanced(service) && service.loadBalancers.some((entry) => entry.filled("loadBalancerName")),
    find: ({ root }) => root.get("availabilityZoneRebalancing"),
    message: () =>
      "Rebalancing over Availability Zones does not work with a Classic Load Balancer. Use DISABLED, or a target group.",
    fixes: (rebalancing) => [quickFix("Use DISABLED", replaceValue(rebalancing, "DISABLED"))],
  },
]);

const placement: Rule = {
  id: "az-rebalancing-placement",
  summary: "Rebalancing over zones needs tasks that are spread over zones first.",
  severity: "warning",
  fix: "spread over Availability Zones first",
  appliesTo: "service",
  check(service, report) {
    if (!isRebalanced(service)) return;
    const { root } = service;
    const first = service.entries("placementStrategy")[0];
    if (first && !spreadsOverZones(first)) {
      const spread = { type: "spread", field: availabilityZone };
      report(
        first.opening,
        `Rebalancing needs tasks that are spread over Availability Zones before anything else. Put a spread on ${availabilityZone} first, or set availabilityZoneRebalancing to DISABLED.`,
        {
          fixes: [
            quickFix(
              "Spread over Availability Zones first",
              prependItem(root.get("placementStrategy")!, spread),
            ),
            quickFix(
              "Use availabilityZoneRebalancing DISABLED",
              insertMember(root, "availabilityZoneRebalancing", "DISABLED"),
            ),
          ],
        },
      );
    }
    for (const constraint of service.entries("placementConstraints")) {
      const expression = constraint.get("expression");
      if (
        constraint.get("type")?.string !== "memberOf" ||
        !expression?.string?.includes("ecs.availability-zone")
      )
        continue;
      report(
        expression,
        "This constraint ties the tasks to Availability Zones, so they cannot be rebalanced over them. Remove it, or set availabilityZoneRebalancing to DISABLED.",
        {
          fixes: [
            quickFix(
              "Use availabilityZoneRebalancing DISABLED",
              insertMember(root, "availabilityZoneRebalancing", "DISABLED"),
            ),
          ],
        },
      );
    }
  },
};

/** True also where a placeholder may make it so. */
function spreadsOverZones(strategy: JsonNode): boolean {
  const type = strategy.get("type");
  const field = strategy.get("field");
  if (type?.isDynamic || field?.isDynamic) return true;
  return type?.string === "spread" && field?.string === availabilityZone;
}

export const zoneRebalancing: readonly Rule[] = [...faults, placement];
