import type { Rule } from "../../rule.ts";
import { healthCommand } from "./healthCommand.ts";
import { healthNonessential } from "./healthNonessential.ts";
import { healthTimeoutOverInterval } from "./healthTimeoutOverInterval.ts";

/** Container health checks. */
export const healthChecks: readonly Rule[] = [
  ...healthCommand,
  healthTimeoutOverInterval,
  healthNonessential,
];
