import { staticHostPort } from "../../../model/portMapping.ts";
import { quickFix, remove } from "../../kit/fix.ts";
import type { Rule } from "../../rule.ts";

export const hostPortHostMode: Rule = {
  id: "host-port-host-mode",
  summary: "In host mode a host port equals its container port, or is left out.",
  severity: "error",
  about: ["hostPort"],
  fix: "delete hostPort",
  appliesTo: "task-definition",
  check(task, report) {
    if (task.networkMode?.string !== "host") return;
    for (const mapping of task.portMappings) {
      const host = staticHostPort(mapping);
      const container = mapping.get("containerPort")?.number;
      if (host === undefined || container === undefined || host === container) continue;
      const node = mapping.get("hostPort")!;
      report(
        node,
        `Host port ${host} differs from container port ${container}. With networkMode host the container listens on the instance itself, ` +
          "so nothing can be mapped and AWS refuses the registration. Leave hostPort out.",
        { fixes: [quickFix("Remove hostPort", remove(node))] },
      );
    }
  },
};
