import type { JsonNode } from "../../../syntax/jsonNode.ts";
import { type Fix, quickFix, replaceValue } from "../../kit/fix.ts";
import type { Rule } from "../../rule.ts";

export const portNameDuplicate: Rule = {
  id: "port-name-duplicate",
  summary: "Names of ports are unique in a task definition.",
  severity: "error",
  about: ["portMappings"],
  fix: "append the port number",
  appliesTo: "task-definition",
  check(task, report) {
    for (const { node, name } of task.symbols.definitions("port")) {
      const first = task.symbols.definition("port", name)!;
      if (node.isDynamic || first.node === node) continue;
      report(
        node,
        `Port name "${name}" is used twice. Service Connect finds a port by its name alone, so AWS refuses the registration. Rename one of them.`,
        {
          fixes: renaming(node, name),
          related: [{ message: `"${name}" is first used here.`, span: first.node }],
        },
      );
    }
  },
};

function renaming(node: JsonNode, name: string): Fix[] {
  const port = node.parent?.get("containerPort")?.number;
  return port === undefined
    ? []
    : [quickFix(`Rename to ${name}-${port}`, replaceValue(node, `${name}-${port}`))];
}
