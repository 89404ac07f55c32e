import { insertMember, quickFix } from "../../kit/fix.ts";
import type { Rule } from "../../rule.ts";
import { staticHostPort } from "../../../model/portMapping.ts";

export const containerPortRequired: Rule = {
  id: "container-port-required",
  summary: "Each port mapping names the port, or the range of ports, of the container.",
  severity: "error",
  about: ["portMappings"],
  fix: "insert containerPort",
  appliesTo: "task-definition",
  check(task, report) {
    for (const mapping of task.portMappings) {
      if (
        mapping.type !== "object" ||
        mapping.isDynamic ||
        mapping.get("containerPort") ||
        mapping.filled("containerPortRange")
      )
        continue;
      const port = staticHostPort(mapping) ?? 80;
      report(
        mapping.opening,
        "This port mapping names no port of the container, so there is nothing to map; AWS answers \"Invalid 'containerPort' setting\". " +
          "Add the containerPort on which the container listens.",
        { fixes: [quickFix(`Add containerPort ${port}`, insertMember(mapping, "containerPort", port))] },
      );
    }
  },
};
