import type { EcsDocument } from "../documents/ecsDocument.ts";
import type { Fix } from "../rules/kit/fix.ts";
import type { Replacement } from "../syntax/edit.ts";
import { countWhile } from "../syntax/sorted.ts";
import { EditedText } from "./editedText.ts";
import { validate, type ValidateOptions } from "./validate.ts";

/** Fixes uncover each other a few levels deep: a wrapper, then what stood in it. */
const mostRounds = 20;

/**
 * The replacements that apply every fix which loses and chooses nothing that AWS would see, and the fixes that become
 * possible by them. They do not overlap, and refer to the text as it is.
 */
export function fixAll(document: EcsDocument, options: ValidateOptions = {}): Replacement[] {
  // Files of other languages are changed only where a fix was chosen.
  if (!document.definitions.every(({ abilities }) => abilities.format)) return [];
  const edited = new EditedText(document.text);
  let current = document;
  for (let round = 0; round < mostRounds; round++) {
    const replacements = compatible(safeChanges(current, options));
    if (replacements.length === 0) break;
    edited.apply(replacements);
    current = document.edited(edited.text);
  }
  return edited.replacements;
}

/** What a fix makes of the text. */
type Change = readonly Replacement[];

/** Of each finding the change by the safe fix that does most, as one may remove all members of a kind. */
function safeChanges(document: EcsDocument, options: ValidateOptions): ReadonlySet<Change> {
  const written = new Map<Fix, Change | undefined>();
  const write = (fix: Fix): Change | undefined => {
    if (!written.has(fix)) written.set(fix, document.writer.write(fix.edits));
    return written.get(fix);
  };
  const best = validate(document, options).map(({ fixes }) =>
    fixes
      .filter(({ isSafe, document: other }) => isSafe && !other)
      .toSorted((a, b) => b.edits.length - a.edits.length)
      .map(write)
      .find((change) => change !== undefined),
  );
  return new Set(best.filter((change) => change !== undefined));
}

/** The changes that do not get in each other's way, in the order of the text. The others wait for the next round. */
function compatible(changes: ReadonlySet<Change>): Replacement[] {
  const chosen: Replacement[] = [];
  for (const change of changes) {
    const places = change.map((replacement) => freePlace(chosen, replacement));
    if (places.includes(undefined)) continue;
    for (const replacement of change) chosen.splice(freePlace(chosen, replacement)!, 0, replacement);
  }
  return chosen;
}

/**
 * The place that a replacement takes in a sorted list; undefined where it overlaps with one of them. Those that touch
 * count as overlapping, as the order of two insertions at one place would matter.
 */
function freePlace(sorted: readonly Replacement[], { offset, length }: Replacement): number | undefined {
  const low = countWhile(sorted, (other) => other.offset + other.length < offset);
  const next = sorted[low];
  return next === undefined || offset + length < next.offset ? low : undefined;
}
