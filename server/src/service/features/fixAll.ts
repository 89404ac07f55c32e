import type { EcsDocument } from "../documents/ecsDocument.ts";
import { changesOf, type Fix } from "../rules/kit/fix.ts";
import type { Replacement } from "../syntax/edit.ts";
import { countWhile } from "../syntax/sorted.ts";
import { EditedText } from "./editedText.ts";
import { validate, type ValidateOptions } from "./validate.ts";

/** Fixes uncover each other a few levels deep: a wrapper, then what stood in it. */
const mostRounds = 20;

/** A text in which every safe fix was applied. */
export interface FixedText {
  readonly text: string;
  /** They do not overlap, and refer to the text as it was. */
  readonly replacements: readonly Replacement[];
  /** What the fixes did, in the order in which they were applied: "Remove status". */
  readonly titles: readonly string[];
}

/**
 * The replacements that apply every fix which loses and chooses nothing that AWS would see, and the fixes
 * that become possible by them. They do not overlap, and refer to the text as it is.
 */
export function fixAll(document: EcsDocument, options: ValidateOptions = {}): readonly Replacement[] {
  // Files of other languages are changed only where a fix was chosen.
  const isOurs = document.definitions.every(({ abilities }) => abilities.format);
  return isOurs ? fixedText(document, options).replacements : [];
}

/** Applies every safe fix, and those that become possible by them, in any file. */
export function fixedText(document: EcsDocument, options: ValidateOptions = {}): FixedText {
  const edited = new EditedText(document.text);
  const titles: string[] = [];
  let current = document;
  for (let round = 0; round < mostRounds; round++) {
    const changes = compatible(safeChanges(current, options));
    if (changes.length === 0) break;
    edited.apply(inOrder(changes));
    for (const { title } of changes) titles.push(title);
    current = document.edited(edited.text);
  }
  return { text: edited.text, replacements: edited.replacements, titles };
}

/** What a fix makes of the text. */
interface Change {
  readonly title: string;
  readonly replacements: readonly Replacement[];
}

/** Of each finding the change by the safe fix that does most, as one may remove all members of a kind. */
function safeChanges(document: EcsDocument, options: ValidateOptions): ReadonlySet<Change> {
  const written = new Map<Fix, Change | undefined>();
  const write = (fix: Fix): Change | undefined => {
    if (!written.has(fix)) {
      const replacements = changesOf(fix, document);
      written.set(fix, replacements && { title: fix.title, replacements });
    }
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

/** The changes that do not get in each other's way. The others wait for the next round. */
function compatible(changes: ReadonlySet<Change>): readonly Change[] {
  const taken: Replacement[] = [];
  const chosen: Change[] = [];
  for (const change of changes) {
    if (!change.replacements.every((replacement) => isFree(taken, replacement))) continue;
    for (const replacement of change.replacements) taken.splice(placeIn(taken, replacement), 0, replacement);
    chosen.push(change);
  }
  return chosen;
}

/** The replacements of changes that do not overlap, in the order of the text. */
function inOrder(changes: readonly Change[]): readonly Replacement[] {
  return changes
    .flatMap(({ replacements }) => replacements)
    .sort((one, other) => one.offset - other.offset || one.length - other.length);
}

/**
 * Whether a replacement overlaps with none of a sorted list. Those that touch count as overlapping, as the
 * order of two insertions at one place would matter.
 */
function isFree(sorted: readonly Replacement[], replacement: Replacement): boolean {
  const next = sorted[placeIn(sorted, replacement)];
  return next === undefined || replacement.offset + replacement.length < next.offset;
}

/** The place that a replacement takes in a sorted list. */
function placeIn(sorted: readonly Replacement[], { offset }: Replacement): number {
  return countWhile(sorted, (other) => other.offset + other.length < offset);
}
