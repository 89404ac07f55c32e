import type { JsonNode } from "../../../syntax/jsonNode.ts";
import { findCycles, type Edge } from "../../../model/cycles.ts";
import type { TaskDefinition } from "../../../model/taskDefinition.ts";
import { quickFix, removeEntry } from "../../kit/fix.ts";
import type { Rule } from "../../rule.ts";

const self: Rule = {
  id: "depends-on-self",
  summary: "A container does not wait for itself.",
  severity: "error",
  about: ["dependsOn"],
  fix: "delete the dependency",
  appliesTo: "task-definition",
  check(task, report) {
    for (const { from, to, node } of dependencies(task)) {
      if (from !== to) continue;
      report(node, `"${from}" waits for itself, so the task could never start. Remove this dependency.`, {
        fixes: [quickFix("Remove this dependency", removeEntry(node.parent!))],
      });
    }
  },
};

const cycle: Rule = {
  id: "depends-on-cycle",
  summary: "Containers do not wait for each other in a circle.",
  severity: "error",
  about: ["dependsOn"],
  appliesTo: "task-definition",
  check(task, report) {
    for (const edges of findCycles(dependencies(task).filter(({ from, to }) => from !== to))) {
      const path = [...edges.map(({ from }) => from), edges[0]!.from].join(" → ");
      const closing = edges.at(-1)!.node;
      report(
        closing,
        `These containers wait for each other in a circle: ${path}. The task could never start. Remove one of the dependencies.`,
        {
          related: edges
            .slice(0, -1)
            .map(({ from, to, node }) => ({ message: `"${from}" waits for "${to}" here.`, span: node })),
        },
      );
    }
  },
};

interface Dependency extends Edge {
  /** The containerName. */
  readonly node: JsonNode;
}

/** Who waits for whom, each pair once. */
function dependencies(task: TaskDefinition): readonly Dependency[] {
  const found = new Map<string, Dependency>();
  for (const { name: from, dependsOn } of task.containers) {
    for (const entry of dependsOn) {
      const node = entry.get("containerName");
      const to = node?.string;
      if (from === undefined || to === undefined || found.has(`${from} ${to}`)) continue;
      found.set(`${from} ${to}`, { from, to, node: node! });
    }
  }
  return [...found.values()];
}

/** Who waits for whom. */
export const dependsOnCycle: readonly Rule[] = [self, cycle];
