import { quickFix, replaceValue } from "../../kit/fix.ts";
import { serviceFaults } from "../../kit/serviceFault.ts";

/** DAEMON runs one task on each container instance, and takes less than REPLICA. */
export const daemon = serviceFaults([
  {
    id: "scheduling-strategy-daemon-fargate",
    summary: "Fargate does not support the DAEMON scheduling strategy.",
    severity: "error",
    fix: "use REPLICA",
    when: ({ isDaemon, isFargate, fargateProviders }) =>
      isDaemon && (isFargate || fargateProviders.length > 0),
    find: ({ root }) => root.get("schedulingStrategy"),
    message: () =>
      "DAEMON runs one task on each container instance, and Fargate has none: AWS refuses the service. Use REPLICA with a desiredCount.",
    fixes: (strategy) => [quickFix("Use REPLICA", replaceValue(strategy, "REPLICA"))],
  },
  {
    id: "scheduling-strategy-daemon-controller",
    summary: "DAEMON works with the ECS deployment controller only.",
    severity: "error",
    fix: "use REPLICA",
    when: ({ isDaemon, isControlledElsewhere }) => isDaemon && isControlledElsewhere,
    find: ({ root }) => root.get("schedulingStrategy"),
    message: (_, { controller }) =>
      `DAEMON works with the ECS deployment controller only, not with ${controller}. Use REPLICA, or deploymentController type ECS.`,
    fixes: (strategy) => [quickFix("Use REPLICA", replaceValue(strategy, "REPLICA"))],
  },
  {
    id: "daemon-desired-count",
    summary: "A DAEMON service has no desired count.",
    severity: "error",
    fix: "delete desiredCount",
    // DescribeServices shows how many there are.
    when: ({ isDaemon, isDescribed }) => isDaemon && !isDescribed,
    find: ({ root }) => root.get("desiredCount"),
    whateverValue: true,
    message: () =>
      "A DAEMON service runs one task on each container instance. AWS refuses a desiredCount, even 0. Remove it.",
  },
  {
    id: "daemon-placement-strategy",
    summary: "A DAEMON service takes no placement strategy.",
    severity: "error",
    fix: "delete placementStrategy",
    when: ({ isDaemon }) => isDaemon,
    find: ({ root }) => root.filled("placementStrategy"),
    message: () =>
      "A DAEMON service runs one task on each container instance, so there is nothing to place: AWS refuses a placementStrategy. Remove it; placementConstraints are allowed.",
  },
  {
    id: "daemon-maximum-percent",
    summary: "A DAEMON service cannot exceed 100 percent in a deployment.",
    severity: "error",
    fix: "use 100",
    when: ({ isDaemon }) => isDaemon,
    find: (service) => {
      const percent = service.deployment("maximumPercent");
      return (percent?.number ?? 0) > 100 ? percent : undefined;
    },
    message: ({ number }) =>
      `maximumPercent is ${number}, but a DAEMON service never runs two tasks on one instance: AWS refuses values above 100. Use 100.`,
    fixes: (percent) => [quickFix("Use 100", replaceValue(percent, 100))],
  },
  {
    id: "daemon-az-rebalancing",
    summary: "A DAEMON service cannot be rebalanced over zones.",
    severity: "error",
    fix: "use DISABLED",
    when: ({ isDaemon, root }) => isDaemon && root.get("availabilityZoneRebalancing")?.string === "ENABLED",
    find: ({ root }) => root.get("availabilityZoneRebalancing"),
    message: () =>
      "A DAEMON service runs where the container instances are, so AWS cannot rebalance it over Availability Zones and refuses ENABLED. Use DISABLED.",
    fixes: (rebalancing) => [quickFix("Use DISABLED", replaceValue(rebalancing, "DISABLED"))],
  },
]);
