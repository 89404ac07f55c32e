import { quickFix, remove } from "../../kit/fix.ts";
import type { Rule } from "../../rule.ts";

export const hostPortNoEffect: Rule = {
  id: "fargate-host-port-no-effect",
  summary: "On Fargate, a host port is always the container port.",
  severity: "hint",
  about: ["hostPort"],
  fix: "delete hostPort",
  appliesTo: "task-definition",
  check(task, report) {
    if (!task.isFargate) return;
    for (const mapping of task.containers.flatMap((container) => container.portMappings)) {
      const host = mapping.get("hostPort");
      if (host?.number === undefined || host.number !== mapping.get("containerPort")?.number) continue;
      report(
        host,
        "hostPort has no effect here: on Fargate each task has its own network interface. It may be left out.",
        {
          fixes: [quickFix("Remove hostPort", remove(host))],
        },
      );
    }
  },
};
