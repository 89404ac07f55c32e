import { protocolOf } from "../../../model/portMapping.ts";
import type { Rule } from "../../rule.ts";

export const containerPortTwoProtocols: Rule = {
  id: "container-port-two-protocols",
  summary: "In bridge mode a container exposes one port for one protocol only.",
  severity: "warning",
  about: ["portMappings"],
  appliesTo: "task-definition",
  check(task, report) {
    if (task.effectiveNetworkMode !== "bridge") return;
    for (const container of task.containers) {
      const protocols = new Map<number, string>();
      for (const mapping of container.portMappings) {
        const port = mapping.get("containerPort")?.number;
        const protocol = protocolOf(mapping);
        if (!port || protocol === undefined) continue;
        const other = protocols.get(port) ?? protocol;
        protocols.set(port, other);
        if (other === protocol) continue;
        report(
          mapping.opening,
          `Container port ${port} is exposed for ${other} and for ${protocol}. In bridge mode ECS does not support one port for several ` +
            "protocols: the task may fail to start. Use two ports, or networkMode awsvpc.",
        );
      }
    }
  },
};
