import { absenceSeverity } from "../../kit/absence.ts";
import { insertMember, quickFix } from "../../kit/fix.ts";
import type { Rule } from "../../rule.ts";
import { listOf } from "../../kit/words.ts";

const smallest = { cpu: "256", memory: "512" } as const;

export const fargateSizeRequired: Rule = {
  id: "fargate-cpu-memory-required",
  summary: "Fargate tasks say their CPU and memory.",
  severity: "error",
  fix: "insert the smallest size",
  appliesTo: "task-definition",
  check(task, report) {
    const fargate = task.compatibility("FARGATE");
    const severity = absenceSeverity(task, "error");
    const missing = (["cpu", "memory"] as const).filter((member) => !task.root.filled(member));
    if (!fargate || !severity || missing.length === 0) return;
    report(
      fargate,
      `Fargate gives a task the size that it asks for, and AWS refuses one that does not say it. Set ${listOf(missing, "and")} at the top of the file.`,
      {
        severity,
        fixes: missing.map((member) =>
          quickFix(
            `Add ${member} ${smallest[member]}`,
            insertMember(task.root, member, smallest[member], "networkMode"),
          ),
        ),
      },
    );
  },
};
