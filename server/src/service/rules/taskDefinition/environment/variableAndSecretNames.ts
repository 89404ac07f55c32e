import type { JsonNode } from "../../../syntax/jsonNode.ts";
import { quickFix, remove } from "../../kit/fix.ts";
import { repeated } from "../../kit/repeated.ts";
import type { Rule } from "../../rule.ts";

const duplicateVariable: Rule = {
  id: "env-duplicate-name",
  summary: "A variable is set once.",
  severity: "warning",
  about: ["environment"],
  fix: "delete the earlier one",
  appliesTo: "task-definition",
  check(task, report) {
    for (const { variableNames } of task.containers) {
      for (const name of repeated(variableNames)) {
        const earlier = earlierOf(variableNames, name);
        report(
          name,
          `"${name.string}" is set twice in this container, and the last value wins. Keep one of them.`,
          {
            fixes: [quickFix("Remove the earlier one", remove(earlier.parent!))],
            related: [{ message: "The earlier one", span: earlier }],
          },
        );
      }
    }
  },
};

const duplicateSecret: Rule = {
  id: "secret-duplicate-name",
  summary: "The names of secrets are unique in a container.",
  severity: "error",
  about: ["secrets"],
  fix: "delete one",
  appliesTo: "task-definition",
  check(task, report) {
    for (const { secretNames } of task.containers) {
      for (const name of repeated(secretNames)) {
        const earlier = earlierOf(secretNames, name);
        report(
          name,
          `There are two secrets called "${name.string}". AWS answers "The secret name must be unique". Keep one of them.`,
          {
            fixes: [
              quickFix("Remove this one", remove(name.parent!)),
              quickFix("Remove the earlier one", remove(earlier.parent!)),
            ],
            related: [{ message: "The earlier one", span: earlier }],
          },
        );
      }
    }
  },
};

const variableAndSecret: Rule = {
  id: "env-secret-same-name",
  summary: "A variable is either plain or a secret.",
  severity: "error",
  about: ["secrets"],
  fix: "delete the plain variable",
  appliesTo: "task-definition",
  check(task, report) {
    for (const { secretNames, variableNames } of task.containers) {
      if (secretNames.length === 0) continue;
      const secrets = new Map(secretNames.map((name) => [name.string, name]));
      for (const variable of variableNames) {
        const secret = variable.string === undefined ? undefined : secrets.get(variable.string);
        if (!secret) continue;
        report(
          secret,
          `"${secret.string}" is both a plain variable and a secret of this container, and AWS refuses that. Keep the secret.`,
          {
            fixes: [quickFix("Remove the plain variable", remove(variable.parent!))],
            related: [{ message: "The plain variable", span: variable }],
          },
        );
      }
    }
  },
};

/** The nearest one of the same name before. */
function earlierOf(all: readonly JsonNode[], name: JsonNode): JsonNode {
  return all.slice(0, all.indexOf(name)).findLast(({ string }) => string === name.string)!;
}

/** Names of variables and secrets. */
export const variableAndSecretNames: readonly Rule[] = [
  duplicateVariable,
  duplicateSecret,
  variableAndSecret,
];
