import { quickFix, replaceValue } from "../kit/fix.ts";
import { placeOf } from "../kit/placeOf.ts";
import type { Rule } from "../rule.ts";

export const startPeriod: Rule = {
  id: "health-check-grace-period-vs-start-period",
  summary: "The grace period lasts as long as a container takes to start.",
  severity: "hint",
  fix: "raise the grace period",
  appliesTo: "service with its task definition",
  check({ root, loadBalancers }, task, report, taskDocument) {
    const grace = root.get("healthCheckGracePeriodSeconds");
    if (!grace?.number) return;
    for (const entry of loadBalancers) {
      const container = task.container(entry.get("containerName")?.string);
      const start = container?.node.at("healthCheck", "startPeriod");
      if (start?.number === undefined || start.number <= grace.number) continue;
      report(
        grace,
        `The grace period is ${grace.number} seconds, but container ${container!.label} has ${start.number} to start: the load balancer may fail its tasks before. Raise it to ${start.number} or more.`,
        {
          fixes: [quickFix(`Use ${start.number} seconds`, replaceValue(grace, start.number))],
          related: placeOf("The container's start period", start, taskDocument),
        },
      );
      return;
    }
  },
};
