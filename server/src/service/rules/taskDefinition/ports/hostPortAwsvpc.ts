import { quickFix, remove } from "../../kit/fix.ts";
import type { Rule } from "../../rule.ts";

export const hostPortAwsvpc: Rule = {
  id: "host-port-awsvpc",
  summary: "In awsvpc mode a host port equals its container port, or is left out.",
  severity: "error",
  about: ["hostPort"],
  fix: "delete hostPort",
  appliesTo: "task-definition",
  check(task, report) {
    if (!task.isAwsvpc) return;
    for (const mapping of task.containers.flatMap((container) => container.portMappings)) {
      const host = mapping.get("hostPort");
      const container = mapping.get("containerPort");
      if (!host?.number || container?.number === undefined || host.number === container.number) continue;
      report(
        host,
        `Host port ${host.number} differs from container port ${container.number}. With networkMode awsvpc each task has its own ` +
          "network interface, so the two must match; AWS refuses the registration. Leave hostPort out.",
        { fixes: [quickFix("Remove hostPort", remove(host))] },
      );
    }
  },
};
