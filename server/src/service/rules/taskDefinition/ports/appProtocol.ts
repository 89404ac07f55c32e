import type { JsonNode } from "../../../syntax/jsonNode.ts";
import type { Container } from "../../../model/container.ts";
import { protocolOf } from "../../../model/portMapping.ts";
import { insertMember, quickFix } from "../../kit/fix.ts";
import type { Rule } from "../../rule.ts";

const needsName: Rule = {
  id: "app-protocol-needs-name",
  summary: "appProtocol says how Service Connect talks to a named port.",
  severity: "warning",
  about: ["appProtocol"],
  fix: "name the port",
  appliesTo: "task-definition",
  check(task, report) {
    for (const container of task.containers) {
      for (const mapping of container.portMappings) {
        const appProtocol = mapping.filled("appProtocol");
        if (!appProtocol || mapping.filled("name")) continue;
        const name = portName(container, mapping);
        report(
          appProtocol,
          "appProtocol tells Service Connect how to talk to a port, and it knows ports by name only: without a name this has no effect. Name the port.",
          { fixes: [quickFix(`Name the port ${name}`, insertMember(mapping, "name", name, "appProtocol"))] },
        );
      }
    }
  },
};

/** A name that is likely to be unique, in the characters that ECS takes. */
function portName(container: Container, mapping: JsonNode): string {
  const owner = container.name?.toLowerCase().replace(/^-+/, "").slice(0, 50) || "port";
  const port = mapping.get("containerPort")?.number;
  return port === undefined ? owner : `${owner}-${port}`;
}

const udp: Rule = {
  id: "app-protocol-udp",
  summary: "Service Connect does not carry UDP.",
  severity: "warning",
  about: ["appProtocol"],
  appliesTo: "task-definition",
  check(task, report) {
    for (const mapping of task.portMappings) {
      const appProtocol = mapping.filled("appProtocol");
      if (!appProtocol || protocolOf(mapping) !== "udp") continue;
      report(
        appProtocol,
        "appProtocol is for Service Connect, which does not carry UDP. Remove appProtocol, or use protocol tcp.",
      );
    }
  },
};

export const appProtocol: readonly Rule[] = [needsName, udp];
