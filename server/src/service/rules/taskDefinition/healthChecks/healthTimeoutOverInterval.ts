import { healthCheckDefaults } from "../../../data/healthCheckDefaults.ts";
import type { JsonNode } from "../../../syntax/jsonNode.ts";
import type { Rule } from "../../rule.ts";

export const healthTimeoutOverInterval: Rule = {
  id: "health-timeout-over-interval",
  summary: "A health check times out before the next one starts.",
  severity: "information",
  about: ["healthCheck"],
  appliesTo: "task-definition",
  check(task, report) {
    for (const { healthCheck } of task.containers) {
      if (!healthCheck) continue;
      const timeout = secondsOf(healthCheck, "timeout");
      const interval = secondsOf(healthCheck, "interval");
      if (timeout === undefined || interval === undefined || timeout < interval) continue;
      const place = healthCheck.get("timeout") ?? healthCheck.get("interval")!;
      report(
        place,
        `A check may take ${timeout} seconds, but the next one is due after ${interval}: a container that hangs is noticed later than the ` +
          "interval suggests. Keep timeout below interval.",
      );
    }
  },
};

/** What the file says, else the default; undefined when it is dynamic. */
function secondsOf(healthCheck: JsonNode, key: keyof typeof healthCheckDefaults): number | undefined {
  const node = healthCheck.get(key);
  return node ? node.number : healthCheckDefaults[key];
}
