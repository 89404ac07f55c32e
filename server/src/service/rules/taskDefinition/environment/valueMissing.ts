import type { JsonNode } from "../../../syntax/jsonNode.ts";
import { appendItem, type Fix, insertMember, quickFix, remove } from "../../kit/fix.ts";
import type { Rule } from "../../rule.ts";
import { holdsUnquoted } from "./unquoted.ts";

export const valueMissing: Rule = {
  id: "env-value-missing",
  summary: "An environment variable has a value.",
  severity: "warning",
  about: ["environment"],
  fix: "move it to secrets, or insert an empty value",
  appliesTo: "task-definition",
  check(task, report) {
    for (const { node } of task.containers) {
      for (const entry of node.get("environment")?.items ?? []) {
        const name = entry.filled("name");
        const label = name?.string === undefined ? "This variable" : `"${name.string}"`;
        if (entry.filled("valueFrom")) {
          report(
            entry.opening,
            `${label} has valueFrom, which belongs in secrets; environment takes plain values only. Move it there.`,
            {
              fixes: !name || holdsUnquoted(entry) ? [] : [moveToSecrets(node, entry)],
            },
          );
        } else if (name && !entry.get("value") && !entry.get("Value")) {
          report(
            entry.opening,
            `${label} has no value. Give it one, or move it to secrets if its value comes from elsewhere.`,
            {
              fixes: [quickFix("Add an empty value", insertMember(entry, "value", "", "name"))],
            },
          );
        }
      }
    }
  },
};

function moveToSecrets(container: JsonNode, entry: JsonNode): Fix {
  const secret = { name: entry.get("name")?.raw, valueFrom: entry.get("valueFrom")?.raw };
  const secrets = container.get("secrets");
  const addition = secrets
    ? appendItem(secrets, secret)
    : insertMember(container, "secrets", [secret], "environment");
  return quickFix("Move it to secrets", remove(entry), addition);
}
