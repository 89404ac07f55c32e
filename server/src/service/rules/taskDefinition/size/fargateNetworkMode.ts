import { absenceSeverity } from "../../kit/absence.ts";
import { insertMember, quickFix, replaceValue } from "../../kit/fix.ts";
import type { Rule } from "../../rule.ts";

export const fargateNetworkMode: Rule = {
  id: "fargate-network-mode",
  summary: "Fargate tasks have networkMode awsvpc.",
  severity: "error",
  fix: "set awsvpc",
  appliesTo: "task-definition",
  check(task, report) {
    const fargate = task.compatibility("FARGATE");
    const mode = task.networkMode;
    if (!fargate || mode?.isDynamic || mode?.string === "awsvpc") return;
    if (mode?.string !== undefined) {
      report(
        mode,
        `Fargate has no networkMode "${mode.string}": every task gets a network interface of its own. Use "awsvpc".`,
        {
          fixes: [quickFix("Use awsvpc", replaceValue(mode, "awsvpc"))],
        },
      );
      return;
    }
    const severity = absenceSeverity(task, "error");
    if (mode || !severity) return;
    report(
      fargate,
      'Fargate tasks must say networkMode "awsvpc", which is not the default; AWS refuses the registration otherwise. Add it.',
      {
        severity,
        fixes: [
          quickFix("Add networkMode awsvpc", insertMember(task.root, "networkMode", "awsvpc", "family")),
        ],
      },
    );
  },
};
