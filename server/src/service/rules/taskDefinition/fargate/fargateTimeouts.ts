import { fargateTimeout } from "../../../data/fargateLimits.ts";
import { quickFix, replaceValue } from "../../kit/fix.ts";
import type { Rule } from "../../rule.ts";

export const fargateTimeouts: Rule = {
  id: "fargate-start-stop-timeout",
  summary: "On Fargate, startTimeout and stopTimeout are 2 to 120 seconds.",
  severity: "error",
  about: ["startTimeout", "stopTimeout"],
  fix: "use the nearest limit",
  appliesTo: "task-definition",
  check(task, report) {
    if (!task.isFargate) return;
    const { least, most } = fargateTimeout;
    for (const field of ["startTimeout", "stopTimeout"]) {
      for (const { node } of task.containers) {
        const timeout = node.get(field);
        const seconds = timeout?.number;
        if (!timeout || seconds === undefined || (seconds >= least && seconds <= most)) continue;
        const isTooLong = seconds > most;
        const why = isTooLong
          ? `${seconds} seconds are too long, and AWS refuses them`
          : `${seconds} is too short to be kept`;
        const limit = isTooLong ? most : least;
        report(timeout, `On Fargate, ${field} is ${least} to ${most} seconds: ${why}.`, {
          severity: isTooLong ? "error" : "warning",
          fixes: [quickFix(`Use ${limit} seconds`, replaceValue(timeout, limit))],
        });
      }
    }
  },
};
