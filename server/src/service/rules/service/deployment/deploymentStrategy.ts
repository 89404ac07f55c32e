import { insertMember, quickFix, replaceValue } from "../../kit/fix.ts";
import { keyPlace } from "../../kit/place.ts";
import { serviceFaults } from "../../kit/serviceFault.ts";

/** The strategy of a deployment, and the bake time that goes with it. */
export const deploymentStrategy = serviceFaults([
  {
    id: "deployment-strategy-controller",
    summary: "The strategies that shift traffic need the ECS deployment controller.",
    severity: "error",
    fix: "use deploymentController ECS",
    when: ({ shiftsTraffic, isControlledElsewhere }) => shiftsTraffic && isControlledElsewhere,
    find: ({ strategy }) => strategy,
    message: ({ string }, { controller }) =>
      `ECS itself carries out the strategy ${string}, so it needs deploymentController type ECS, not ${controller}.`,
    fixes: (_, { root }) => [
      quickFix(
        "Use deploymentController type ECS",
        replaceValue(root.at("deploymentController", "type")!, "ECS"),
      ),
    ],
  },
  {
    id: "deployment-strategy-daemon",
    summary: "DAEMON services are deployed with the ROLLING strategy.",
    severity: "warning",
    fix: "use ROLLING",
    when: ({ isDaemon, shiftsTraffic }) => isDaemon && shiftsTraffic,
    find: ({ strategy }) => strategy,
    message: ({ string }) =>
      `${string} runs old and new tasks side by side, which a DAEMON service cannot: it has one task on each instance. Use ROLLING.`,
    fixes: (strategy) => [quickFix("Use ROLLING", replaceValue(strategy, "ROLLING"))],
  },
  {
    id: "bake-time-required",
    summary: "A blue/green deployment should say how long it bakes.",
    severity: "information",
    fix: "insert bakeTimeInMinutes 10",
    when: (service) => service.strategy?.string === "BLUE_GREEN" && !service.deployment("bakeTimeInMinutes"),
    find: ({ strategy }) => strategy,
    message: () =>
      "BLUE_GREEN has no bakeTimeInMinutes, the time for which the old tasks stay after the traffic has moved. The API page calls it required; say it, so that you know how long you can go back.",
    fixes: (strategy) => [
      quickFix(
        "Add bakeTimeInMinutes 10",
        insertMember(strategy.parent!, "bakeTimeInMinutes", 10, "strategy"),
      ),
    ],
  },
  {
    id: "bake-time-strategy",
    summary: "A rolling deployment has no bake time.",
    severity: "information",
    fix: "delete bakeTimeInMinutes",
    when: ({ effectiveStrategy }) => effectiveStrategy === "ROLLING",
    find: (service) => {
      const time = service.deployment("bakeTimeInMinutes");
      return time?.number === 0 ? undefined : time;
    },
    place: keyPlace,
    message: () =>
      "bakeTimeInMinutes is the time for which old tasks stay after the traffic has moved, in BLUE_GREEN, LINEAR and CANARY deployments. ROLLING has none: remove it, or set a strategy.",
  },
]);
