import type { EcsDocument } from "../../server/src/service/documents/ecsDocument.ts";
import { changesOf, type Fix } from "../../server/src/service/rules/kit/fix.ts";
import type { Replacement } from "../../server/src/service/syntax/edit.ts";

/** The text of the file that a fix changes, changed. Throws where the writer of that file refuses it. */
export function applyFix(document: EcsDocument, fix: Fix): string {
  const changed = fix.document ?? document;
  const replacements = changesOf(fix, changed);
  if (!replacements) throw new Error(`"${fix.title}" cannot be done safely.`);
  return applied(changed.text, replacements);
}

/** A text with replacements that are in order and do not overlap. */
export function applied(text: string, replacements: readonly Replacement[]): string {
  return replacements.reduceRight(
    (result, { offset, length, text: inserted }) =>
      result.slice(0, offset) + inserted + result.slice(offset + length),
    text,
  );
}
