import { mostAlike } from "../../../shared/src/alike.ts";
import type { RuleSettings } from "../service/features/validate.ts";
import { ruleFacts } from "../service/rules/index.ts";
import { presets, type RuleChoice } from "../service/rules/presets.ts";

/** What `.taskwrightrc.json` says. */
export interface CheckedConfiguration extends RuleChoice {
  /** For files that fit a pattern, seen from the folder of the configuration; later ones count more. */
  readonly overrides: readonly (RuleChoice & { readonly files: readonly string[] })[];
}

const severities = ["error", "warning", "information", "hint", "off"] as const;
const members = ["$schema", "presets", "rules", "overrides"];
const membersOfOverride = ["files", "presets", "rules"];

/**
 * Takes what a configuration says apart. Throws an Error that names the file, what is wrong and what may be
 * meant.
 */
export function checkedConfiguration(path: string, value: unknown): CheckedConfiguration {
  if (!isObject(value)) throw shapeError(path);
  refuseOthers(path, Object.keys(value), members);
  const overrides = value["overrides"] ?? [];
  if (!Array.isArray(overrides)) throw new Error(`${path}: "overrides" has to be a list.`);
  return {
    ...ruleChoice(path, value),
    overrides: overrides.map((override: unknown) => checkedOverride(path, override)),
  };
}

function checkedOverride(path: string, value: unknown): RuleChoice & { readonly files: readonly string[] } {
  const files = isObject(value) ? value["files"] : undefined;
  if (!isObject(value) || !isTexts(files) || files.length === 0)
    throw new Error(
      `${path}: an override has to look like { "files": ["legacy/**"], "rules": { "image-tag-latest": "off" } }.`,
    );
  refuseOthers(path, Object.keys(value), membersOfOverride);
  return { ...ruleChoice(path, value), files };
}

function ruleChoice(path: string, value: Readonly<Record<string, unknown>>): RuleChoice {
  const { presets: named = [], rules = {} } = value;
  if (!isObject(rules)) throw shapeError(path);
  if (!isTexts(named)) throw new Error(`${path}: "presets" has to be a list of names.`);
  const known = presets.map(({ id }) => id);
  for (const id of named)
    if (!known.some((preset) => preset === id))
      throw new Error(`${path} names the preset "${id}". There are ${known.join(" and ")}.`);
  const ids = ruleFacts.map(({ id }) => id);
  for (const [id, severity] of Object.entries(rules)) {
    if (!ids.includes(id))
      throw new Error(`${path} names the rule "${id}", which does not exist.${hint(id, ids)}`);
    if (!severities.some((known) => known === severity))
      throw new Error(
        `${path} gives "${id}" the severity ${JSON.stringify(severity)}. Use ${severities.join(", ")}.`,
      );
  }
  return { presets: named, rules: rules as RuleSettings };
}

function hint(id: string, ids: readonly string[]): string {
  // Those with the same beginning come first, because only so many are compared.
  const near = ids.toSorted(
    (a, b) => Number(b.startsWith(id.slice(0, 4))) - Number(a.startsWith(id.slice(0, 4))),
  );
  const meant = mostAlike(id, near);
  return meant === undefined ? " docs/rules/README.md lists the rules." : ` Did you mean "${meant}"?`;
}

function refuseOthers(path: string, names: readonly string[], known: readonly string[]): void {
  const other = names.find((name) => !known.includes(name) && !name.startsWith("//"));
  if (other === undefined) return;
  const meant = mostAlike(other, known);
  const question = meant === undefined ? "" : ` Did you mean "${meant}"?`;
  throw new Error(`${path} has a member "${other}", which means nothing.${question}`);
}

function shapeError(path: string): Error {
  return new Error(`${path} has to look like { "rules": { "image-tag-latest": "off" } }.`);
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === "string");
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
