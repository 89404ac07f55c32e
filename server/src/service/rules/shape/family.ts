import { findPlaceholders } from "../../syntax/placeholders.ts";
import { prependMember, quickFix, replaceValue } from "../kit/fix.ts";
import type { Rule } from "../rule.ts";
import { familyFor } from "./familyName.ts";

export const familyRequired: Rule = {
  id: "family-required",
  summary: "A task definition needs a family, the name under which its revisions are kept.",
  severity: "error",
  fix: "add the family, named after the file or folder",
  appliesTo: "document",
  check({ document, kind, shape, root, supplied }, report) {
    const isWhole = shape === "plain" || shape === "wrapped";
    if (kind !== "task-definition" || !root || !(isWhole || shape === "fragment")) return;
    if (supplied.has("family")) return;
    const family = root.get("family");
    if (family && family.raw?.trim() !== "") return;
    const name = familyFor(document.uri);
    const title = `Add the family "${name}"`;
    report(
      family ?? root.opening,
      `A task definition needs "family", the name under which its revisions are kept. Add it, for instance "${name}".`,
      {
        fixes: [
          family
            ? quickFix(title, replaceValue(family, name))
            : quickFix(title, prependMember(root, "family", name)),
        ],
        ...(shape === "fragment" && { severity: "hint" as const }),
      },
    );
  },
};

const mostCharacters = 255;

export const familyPattern: Rule = {
  id: "family-pattern",
  summary: "A family consists of up to 255 letters, digits, hyphens and underscores.",
  severity: "error",
  fix: "put hyphens in place of what is not allowed",
  appliesTo: "task-definition",
  check({ root }, report) {
    const family = root.get("family");
    const text = family?.raw;
    if (!family || !text?.trim() || family.source.blanked.has(family.offset)) return;
    const literals = family.isDynamic ? literalParts(text) : [text];
    const isLong = !family.isDynamic && text.length > mostCharacters;
    if (!isLong && literals.every((part) => /^[A-Za-z0-9_-]*$/.test(part))) return;
    const fixed = literals.reduce(
      (result, part) => result.replace(part, part.replace(/[^A-Za-z0-9_-]+/g, "-")),
      text,
    );
    report(
      family,
      isLong
        ? `This family has ${text.length} characters; AWS takes at most ${mostCharacters}. Shorten it.`
        : `"${text}" cannot be a family: AWS takes letters, digits, "-" and "_" only, at most ${mostCharacters} characters.`,
      { fixes: isLong ? [] : [quickFix(`Use "${fixed}"`, replaceValue(family, fixed))] },
    );
  },
};

/** What stands between the placeholders of a text; nothing where one only stands in for the whole. */
function literalParts(text: string): readonly string[] {
  const placeholders = findPlaceholders(text);
  if (placeholders.length === 0) return [];
  const parts: string[] = [];
  let start = 0;
  for (const { offset, length } of placeholders) {
    parts.push(text.slice(start, offset));
    start = offset + length;
  }
  return [...parts, text.slice(start)].filter((part) => part !== "");
}
