import { quickFix, remove } from "../../kit/fix.ts";
import type { Rule } from "../../rule.ts";

export const hostPortZeroAwsvpc: Rule = {
  id: "host-port-zero-awsvpc",
  summary: "In awsvpc mode hostPort 0 asks for a dynamic port that does not exist.",
  severity: "hint",
  about: ["hostPort"],
  fix: "delete hostPort",
  appliesTo: "task-definition",
  check(task, report) {
    if (!task.isAwsvpc) return;
    for (const mapping of task.portMappings) {
      const host = mapping.get("hostPort");
      if (host?.number !== 0 || !mapping.get("containerPort")?.number) continue;
      report(
        host,
        "hostPort 0 asks for a dynamic port of the instance, which networkMode awsvpc does not have: the task is reached at its " +
          "containerPort. Leave hostPort out.",
        { fixes: [quickFix("Remove hostPort", remove(host))] },
      );
    }
  },
};
