import type { JsonNode } from "../../../syntax/jsonNode.ts";
import { parsePortRange, protocolOf, type PortRange } from "../../../model/portMapping.ts";
import type { Rule } from "../../rule.ts";

interface Taken extends PortRange {
  readonly node: JsonNode;
  readonly isRange: boolean;
  readonly protocol: string;
}

export const portRangeOverlap: Rule = {
  id: "port-range-overlap",
  summary: "Port ranges do not overlap: in awsvpc mode in the whole task, else in one container.",
  severity: "error",
  about: ["containerPortRange"],
  appliesTo: "task-definition",
  check(task, report) {
    const groups = task.isAwsvpc
      ? [task.portMappings]
      : task.containers.map(({ portMappings }) => portMappings);
    for (const mappings of groups) {
      if (!mappings.some((mapping) => mapping.get("containerPortRange"))) continue;
      for (const [later, earlier] of overlaps(mappings)) {
        report(
          later,
          `${later.sourceText.replaceAll('"', "")} overlaps with ${earlier.sourceText.replaceAll('"', "")}, which another mapping exposes. ` +
            "A port can be exposed once only, so AWS refuses the registration. Make the ranges disjoint.",
          { related: [{ message: "The other ports stand here.", span: earlier }] },
        );
      }
    }
  },
};

/**
 * Pairs of overlapping ports of which at least one is a range, the later of the file first. Each later one
 * comes once.
 */
function overlaps(mappings: readonly JsonNode[]): Map<JsonNode, JsonNode> {
  const found = new Map<JsonNode, JsonNode>();
  const ports = mappings
    .flatMap(takenBy)
    .sort((a, b) => a.protocol.localeCompare(b.protocol) || a.first - b.first);
  let widest = ports[0]!;
  for (const next of ports.slice(1)) {
    const isOverlap =
      next.protocol === widest.protocol && next.first <= widest.last && (next.isRange || widest.isRange);
    const isLater = widest.node.offset < next.node.offset;
    if (isOverlap) found.set(isLater ? next.node : widest.node, isLater ? widest.node : next.node);
    if (next.protocol !== widest.protocol || next.last > widest.last || next.isRange) widest = next;
  }
  return found;
}

function takenBy(mapping: JsonNode): Taken[] {
  const protocol = protocolOf(mapping);
  if (protocol === undefined) return [];
  const range = mapping.get("containerPortRange");
  const ends = parsePortRange(range?.string ?? "");
  if (range && ends) return [{ ...ends, node: range, isRange: true, protocol }];
  const port = mapping.get("containerPort");
  return port?.number
    ? [{ first: port.number, last: port.number, node: port, isRange: false, protocol }]
    : [];
}
