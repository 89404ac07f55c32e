import { parseEcsDocument, type EcsDocument } from "../documents/ecsDocument.ts";
import type { Edit, Fix } from "../rules/kit/fix.ts";
import { EditedText } from "./editedText.ts";
import { validate, type ValidateOptions } from "./validate.ts";

/** Fixes uncover each other a few levels deep: a wrapper, then what stood in it. */
const mostRounds = 20;

/**
 * The edits that apply every fix which loses and chooses nothing that AWS would see, and the fixes that become possible
 * by them. They do not overlap, and refer to the text as it is.
 */
export function fixAll(document: EcsDocument, options: ValidateOptions = {}): Edit[] {
  const edited = new EditedText(document.text);
  let current = document;
  for (let round = 0; round < mostRounds; round++) {
    const edits = compatible(safeFixes(current, options));
    if (edits.length === 0) break;
    edited.apply(edits);
    current = parseEcsDocument(document.uri, edited.text, 0, document.language);
  }
  return edited.edits;
}

/** Of each finding the safe fix that does most, as one may remove all members of a kind. */
function safeFixes(document: EcsDocument, options: ValidateOptions): ReadonlySet<Fix> {
  const best = validate(document, options).map(
    ({ fixes }) =>
      fixes
        .filter(({ isSafe, document: other }) => isSafe && !other)
        .toSorted((a, b) => b.edits.length - a.edits.length)[0],
  );
  return new Set(best.filter((fix) => fix !== undefined));
}

/** The edits of the fixes that do not get in each other's way, in the order of the text. The others wait for the next round. */
function compatible(fixes: ReadonlySet<Fix>): Edit[] {
  const chosen: Edit[] = [];
  for (const { edits } of fixes) {
    if (edits.every((edit) => chosen.every((other) => !overlap(edit, other)))) chosen.push(...edits);
  }
  return chosen.sort((a, b) => a.offset - b.offset);
}

/** Edits that touch count as overlapping, as the order of two insertions at one place would matter. */
function overlap(a: Edit, b: Edit): boolean {
  return a.offset <= b.offset + b.length && b.offset <= a.offset + a.length;
}
