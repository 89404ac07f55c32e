import type { JsonNode } from "../../../syntax/jsonNode.ts";
import { appendItem, type Fix, insertMember, quickFix, remove, renameKey } from "../../kit/fix.ts";
import { keyPlace } from "../../kit/place.ts";
import type { Rule } from "../../rule.ts";
import { holdsUnquoted } from "./unquoted.ts";

export const secretValue: Rule = {
  id: "secret-value-instead-of-valuefrom",
  summary: "A secret says where its value is, not the value itself.",
  severity: "error",
  about: ["secrets"],
  fix: "rename it to valueFrom, or move it to environment",
  appliesTo: "task-definition",
  check(task, report) {
    for (const { node } of task.containers) {
      for (const secret of node.get("secrets")?.items ?? []) {
        const value = secret.get("value");
        if (!value) continue;
        if (secret.filled("valueFrom")) {
          report(
            keyPlace(value),
            "A secret has no value besides valueFrom; the AWS CLI and boto3 refuse the file. Remove value.",
            {
              fixes: [quickFix("Remove value", remove(value))],
            },
          );
          continue;
        }
        const rename = quickFix("Rename it to valueFrom", renameKey(value, "valueFrom"));
        const fixes = isReference(value) ? [rename] : [rename, ...moveToEnvironment(node, secret, value)];
        report(
          keyPlace(value),
          "A secret has no value of its own: valueFrom names the secret or parameter that holds it. Rename it, or move a plain value to environment.",
          {
            fixes,
          },
        );
      }
    }
  },
};

function isReference(value: JsonNode): boolean {
  return /^(?:arn:|\/)/.test(value.raw ?? "");
}

function moveToEnvironment(container: JsonNode, secret: JsonNode, value: JsonNode): readonly Fix[] {
  const name = secret.filled("name")?.raw;
  if (name === undefined || value.raw === undefined || holdsUnquoted(secret)) return [];
  const variable = { name, value: value.raw };
  const environment = container.get("environment");
  const addition = environment
    ? appendItem(environment, variable)
    : insertMember(container, "environment", [variable], "secrets");
  return [quickFix("Move it to environment", remove(secret), addition)];
}
