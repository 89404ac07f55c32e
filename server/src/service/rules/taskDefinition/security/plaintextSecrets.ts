import { secretArguments } from "../../../../../../shared/src/secretArguments.ts";
import { judge } from "../../../../../../shared/src/secrets.ts";
import type { JsonNode } from "../../../syntax/jsonNode.ts";
import { appendItem, type Fix, insertMember, quickFix, remove } from "../../kit/fix.ts";
import type { Rule } from "../../rule.ts";

const risk = "Everyone who may read the task definition can read it";

export const envPlaintextSecret: Rule = {
  id: "env-plaintext-secret",
  summary:
    "Secrets do not belong into environment, where everyone who may read the task definition sees them.",
  severity: "warning",
  about: ["environment"],
  fix: "move the variable to secrets, with a reference to fill in",
  appliesTo: "task-definition",
  check(task, report) {
    for (const { node } of task.containers) {
      for (const entry of node.get("environment")?.items ?? []) {
        const value = entry.get("value");
        const text = value?.string;
        if (!value || !text) continue;
        const name = entry.get("name")?.string ?? "";
        const { secrecy, form } = judge(name, text);
        if (secrecy !== "secret") continue;
        const what =
          form === undefined
            ? `"${name}" looks like a secret in plain text`
            : `The value of "${name}" looks like ${form} in plain text`;
        report(
          value,
          `${what}. ${risk}. Keep it in Secrets Manager or SSM Parameter Store, and name it in secrets.`,
          {
            fixes: [moveToSecrets(node, entry, name)],
          },
        );
      }
    }
  },
};

function moveToSecrets(container: JsonNode, entry: JsonNode, name: string): Fix {
  const secret = { name, valueFrom: `arn:aws:secretsmanager:<REGION>:<ACCOUNT>:secret:${name}` };
  const secrets = container.get("secrets");
  const added =
    secrets?.type === "array"
      ? appendItem(secrets, secret)
      : insertMember(container, "secrets", [secret], "environment");
  return quickFix(`Move ${name} to secrets`, remove(entry), added);
}

export const commandPlaintextSecret: Rule = {
  id: "command-plaintext-secret",
  summary:
    "Secrets do not belong into commands and labels, where everyone who may read the task definition sees them.",
  severity: "information",
  about: ["command", "entryPoint", "dockerLabels"],
  appliesTo: "task-definition",
  check(task, report) {
    for (const { node } of task.containers) {
      const places = [
        ...argumentsOf(node.get("command")),
        ...argumentsOf(node.get("entryPoint")),
        ...labelsOf(node.get("dockerLabels")),
      ];
      for (const { place, what } of places) {
        report(
          place,
          `This ${what} looks like a secret in plain text. ${risk}. Pass it to the container through secrets.`,
        );
      }
    }
  },
};

interface Place {
  readonly place: JsonNode;
  readonly what: "argument" | "label";
}

function argumentsOf(list: JsonNode | undefined): readonly Place[] {
  const items = list?.items ?? [];
  const secret = secretArguments(items.map((item) => item.string)).filter(
    ({ secrecy }) => secrecy === "secret",
  );
  return [...new Set(secret.map(({ index }) => items[index]!))].map((place) => ({ place, what: "argument" }));
}

function labelsOf(labels: JsonNode | undefined): readonly Place[] {
  return (labels?.members ?? []).flatMap((label) => {
    const text = label.string;
    return text && judge(label.key!, text).secrecy === "secret" ? [{ place: label, what: "label" }] : [];
  });
}
