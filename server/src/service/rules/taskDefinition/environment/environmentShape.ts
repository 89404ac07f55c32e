import type { JsonNode } from "../../../syntax/jsonNode.ts";
import { type Edits, type Fix, quickFix, renameKey, replaceValue } from "../../kit/fix.ts";
import type { Rule } from "../../rule.ts";
import { holdsUnquoted } from "./unquoted.ts";

const rightShape = 'environment is a list of { "name": …, "value": … }';

export const environmentShape: Rule = {
  id: "env-entry-shape",
  summary: 'The environment is a list of { "name": …, "value": … }.',
  severity: "error",
  about: ["environment"],
  fix: "convert it",
  appliesTo: "task-definition",
  check(task, report) {
    for (const { node } of task.containers) {
      const environment = node.get("environment");
      if (!environment || environment.isDynamic) continue;
      if (environment.type !== "array") {
        report(
          environment,
          `${rightShape}, not ${environment.type === "object" ? "a map" : "a single value"}; AWS refuses it. Write one entry for each variable.`,
          {
            fixes: environment.type === "object" ? fromMap(environment) : [],
          },
        );
        continue;
      }
      const wrong = environment.items.find((entry) => isMisshapen(entry));
      if (wrong)
        report(
          wrong,
          `${rightShape}, not of ${howWritten(wrong)}; AWS refuses it. Write the entries with "name" and "value".`,
          { fixes: fromEntries(environment) },
        );
    }
  },
};

/** Other spellings of the members of an entry. */
const otherNames = { name: ["Name", "key", "Key"], value: ["Value"] } as const;

function misnamed(entry: JsonNode, right: "name" | "value"): JsonNode | undefined {
  if (entry.get(right)) return undefined;
  return otherNames[right].map((other) => entry.get(other)).find((member) => member !== undefined);
}

function isMisshapen(entry: JsonNode): boolean {
  if (entry.isDynamic) return false;
  return (
    entry.type !== "object" || misnamed(entry, "name") !== undefined || misnamed(entry, "value") !== undefined
  );
}

function howWritten(entry: JsonNode): string {
  const names = entry.members.map(({ key }) => `"${key}"`).join(" and ");
  return entry.type === "object" ? `entries with ${names}` : "plain values";
}

function fromMap(environment: JsonNode): readonly Fix[] {
  const isPlain = environment.members.every((member) =>
    ["string", "number", "boolean"].includes(member.type),
  );
  if (!isPlain || holdsUnquoted(environment)) return [];
  const entries = Object.entries(environment.toValue() as Record<string, unknown>).map(([name, value]) => ({
    name,
    value: String(value),
  }));
  return [quickFix("Write it as a list", replaceValue(environment, entries))];
}

function fromEntries(environment: JsonNode): readonly Fix[] {
  const entries = environment.items.filter(isMisshapen);
  const edits = entries.map((entry) => (entry.type === "object" ? renamed(entry) : parsed(entry)));
  return edits.every((edit) => edit !== undefined)
    ? [quickFix('Write the entries with "name" and "value"', ...edits)]
    : [];
}

function renamed(entry: JsonNode): Edits {
  return (["name", "value"] as const).flatMap((right) => {
    const member = misnamed(entry, right);
    return member ? renameKey(member, right) : [];
  });
}

/** `NAME=value`. */
function parsed(entry: JsonNode): Edits | undefined {
  const [, name, value] = /^([^=]+)=([^]*)$/.exec(entry.raw ?? "") ?? [];
  return name === undefined ? undefined : replaceValue(entry, { name, value });
}
