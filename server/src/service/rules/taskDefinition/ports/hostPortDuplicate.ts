import type { JsonNode } from "../../../syntax/jsonNode.ts";
import { protocolOf, staticHostPort } from "../../../model/portMapping.ts";
import type { TaskDefinition } from "../../../model/taskDefinition.ts";
import type { Rule } from "../../rule.ts";

export const hostPortDuplicate: Rule = {
  id: "host-port-duplicate",
  summary: "A port of the host, or of the task's own network, is given away once.",
  severity: "error",
  about: ["portMappings"],
  appliesTo: "task-definition",
  check(task, report) {
    const first = new Map<string, JsonNode>();
    for (const mapping of task.portMappings) {
      const port = portTaken(task, mapping);
      const protocol = protocolOf(mapping);
      if (!port?.number || protocol === undefined) continue;
      const key = `${port.number}/${protocol}`;
      const other = first.get(key);
      if (!other) {
        first.set(key, port);
        continue;
      }
      report(
        port,
        `${protocol} port ${port.number} is mapped twice in this task, but it can be given away only once: AWS refuses the registration. ` +
          "Give one of the mappings another port.",
        { related: [{ message: "The port is first mapped here.", span: other }] },
      );
    }
  },
};

/**
 * The port that the mapping takes from all containers: in modes without mapping it is that of the container.
 */
function portTaken(task: TaskDefinition, mapping: JsonNode): JsonNode | undefined {
  const mode = task.networkMode?.string;
  if (mode === "none") return undefined;
  if (mode === "awsvpc" || mode === "host") return mapping.get("containerPort");
  return staticHostPort(mapping) === undefined ? undefined : mapping.get("hostPort");
}
