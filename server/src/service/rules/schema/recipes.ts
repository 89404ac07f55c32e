import type { JsonNode } from "../../syntax/jsonNode.ts";
import { type Fix, insertMember, quickFix, remove, renameKey, replaceValue, safeFix } from "../kit/fix.ts";
import { mostAlike } from "../../../../../shared/src/alike.ts";
import { nearest } from "../kit/words.ts";
import type { FixRecipe, Rewriting, WrittenSchema } from "./writtenSchema.ts";
import { valueText } from "./wording.ts";

/** The quick fix that a recipe of the schema makes for a value; none where it would change nothing. */
export function fixesOf(recipe: FixRecipe | undefined, node: JsonNode, written: WrittenSchema): Fix[] {
  if (recipe === undefined) return [];
  if (recipe === "delete") return [quickFix(`Remove ${node.key ?? `"${valueText(node)}"`}`, remove(node))];
  if (recipe === "quote") return [quote(node)];
  if (recipe === "nearest") return replacement(node, nearestOf(node, written.enum ?? written.examples ?? []));
  if (recipe === "bound") return replacement(node, bound(node, written));
  if ("set" in recipe) return replacement(node, recipe.set);
  if ("insert" in recipe) return [];
  const rewritten = rewrite(node.raw, recipe);
  return rewritten !== undefined && isAllowed(rewritten, written) ? replacement(node, rewritten) : [];
}

/** The fix for a member whose name is not allowed. */
export function renamingOf(recipe: FixRecipe | undefined, member: JsonNode, names: Iterable<string>): Fix[] {
  const best = recipe === "nearest" ? mostAlike(member.key!, [...names]) : undefined;
  return best === undefined
    ? [quickFix(`Remove "${member.key}"`, remove(member))]
    : [quickFix(`Rename to "${best}"`, renameKey(member, best))];
}

/** The fix that adds a missing member. */
export function insertionOf(recipe: FixRecipe | undefined, object: JsonNode, key: string): Fix[] {
  const isInsertion = typeof recipe === "object" && "insert" in recipe;
  return isInsertion ? [quickFix(`Add ${key}`, insertMember(object, key, marked(recipe.insert, key)))] : [];
}

/** What to insert, with a placeholder named after its member for each text that only the user knows. */
function marked(value: unknown, key: string): unknown {
  if (value === "") return `<${key.replaceAll(/(?<=[a-z])(?=[A-Z])/g, "_").toUpperCase()}>`;
  if (Array.isArray(value)) return value.map((item) => marked(item, key.replace(/s$/, "")));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, marked(member, name)]));
}

/** Puts a number or a truth value in quotes, as it is written. */
export function quote(node: JsonNode): Fix {
  return safeFix(`Put ${valueText(node)} in quotes`, replaceValue(node, node.sourceText));
}

function replacement(node: JsonNode, value: unknown): Fix[] {
  if (value === undefined || value === (node.raw ?? node.number)) return [];
  return [quickFix(`Use ${JSON.stringify(value)}`, replaceValue(node, value))];
}

function nearestOf(node: JsonNode, choices: readonly (string | number)[]): string | number | undefined {
  if (node.number === undefined) return mostAlike(node.raw ?? "", choices.map(String));
  return nearest(
    node.number,
    choices.filter((choice) => typeof choice === "number"),
  );
}

function bound({ number = 0 }: JsonNode, { minimum = -Infinity, maximum = Infinity }: WrittenSchema): number {
  return Math.min(Math.max(number, minimum), maximum);
}

/** False for a text that the schema refuses still, as one that is too long as well. */
function isAllowed(text: string, { pattern = "", maxLength = Infinity }: WrittenSchema): boolean {
  return [...text].length <= maxLength && new RegExp(pattern, "u").test(text);
}

function rewrite(text: string | undefined, { case: wanted, replace = [] }: Rewriting): string | undefined {
  if (text === undefined) return undefined;
  const cased = wanted === "lower" ? text.toLowerCase() : wanted === "upper" ? text.toUpperCase() : text;
  return replace.reduce(
    (result, [pattern, replaced]) => result.replace(new RegExp(pattern, "gu"), replaced),
    cased,
  );
}
