import type { Replacement } from "../edit.ts";
import type { GapPart, JsonLayout } from "./layout.ts";
import type { Siblings } from "./siblings.ts";

type Stretch = readonly [from: number, to: number];

/**
 * The deletions that take members or elements out of their container, each with the comma that belongs to it
 * and the white space that is then left over. Undefined where a comma is not to be had without crossing
 * template text.
 */
export function removals(
  siblings: Siblings,
  removed: ReadonlySet<number>,
  layout: JsonLayout,
): readonly Replacement[] | undefined {
  const count = siblings.nodes.length;
  if (removed.size === count && isBare(siblings))
    return [deletion([siblings.gapStart(0), siblings.gapEnd(count)], layout)];
  const taken = new Set<number>();
  const deletions: Replacement[] = [];
  for (const place of placesOf(siblings, removed)) {
    const comma = commaOf(siblings, place, taken);
    if (comma === "beyond template text") return undefined;
    if (comma) taken.add(comma.offset);
    for (const stretch of stretches(siblings, place.index, comma, layout))
      deletions.push(deletion(stretch, layout));
  }
  return deletions;
}

interface Place {
  readonly index: number;
  /** True when another node or template text stays behind it. */
  readonly isFollowed: boolean;
  readonly isPreceded: boolean;
}

/**
 * The comma that goes with a node: the one behind it if something follows that stays, else the one before it.
 * Where that is missing, the one on the other side stays, unless it is too much.
 */
function commaOf(
  siblings: Siblings,
  { index, isFollowed, isPreceded }: Place,
  taken: ReadonlySet<number>,
): GapPart | undefined | "beyond template text" {
  const { before, after } = siblings.commas(index);
  const isBehind = isFollowed || !isPreceded;
  const [wanted, other] = isBehind ? [after, before] : [before, after];
  if (wanted && !taken.has(wanted.offset)) return wanted;
  if (!siblings.hasBarrier(isBehind ? index + 1 : index)) return isBehind ? undefined : other;
  return other && !taken.has(other.offset) ? other : "beyond template text";
}

/** The removed nodes, each with what stays around it. */
function placesOf(siblings: Siblings, removed: ReadonlySet<number>): readonly Place[] {
  const indexes = [...removed].sort((a, b) => a - b);
  const stays = (index: number): boolean =>
    index >= 0 && index < siblings.nodes.length && !removed.has(index);
  const preceded = new Set<number>();
  const followed = new Set<number>();
  for (const index of indexes)
    if (siblings.hasBarrier(index) || stays(index - 1) || preceded.has(index - 1)) preceded.add(index);
  for (const index of indexes.toReversed())
    if (siblings.hasBarrier(index + 1) || stays(index + 1) || followed.has(index + 1)) followed.add(index);
  return indexes.map((index) => ({
    index,
    isFollowed: followed.has(index),
    isPreceded: preceded.has(index),
  }));
}

/**
 * Takes a stretch out; a blank stays where what is left on both sides would become the mark of a template.
 */
function deletion([from, to]: Stretch, { text }: JsonLayout): Replacement {
  const isMark = /^(?:\{[{%]|[$#]\{)/.test(text.charAt(from - 1) + text.charAt(to));
  return { offset: from, length: to - from, text: isMark ? " " : "" };
}

/** True when nothing but blanks and commas stands between the nodes. */
function isBare(siblings: Siblings): boolean {
  return Array.from({ length: siblings.nodes.length + 1 }, (_, index) => siblings.gap(index)).every((gap) =>
    gap.every(({ kind }) => kind === "blank" || kind === "comma"),
  );
}

/** What to delete with a node and its comma. */
function stretches(
  siblings: Siblings,
  index: number,
  comma: GapPart | undefined,
  layout: JsonLayout,
): readonly Stretch[] {
  const [start, end] = [siblings.start(index), siblings.end(index)];
  if (comma && comma.offset >= end) return withCommaBehind(siblings, index, comma, layout);
  const gap = siblings.gap(index);
  if (comma && gap.every(({ kind }) => kind === "blank" || kind === "comma"))
    return [[siblings.gapStart(index), end]];
  const from = blankBefore(gap, start, layout, end);
  if (!comma) return [[from, end]];
  if (comma.offset + 1 < from)
    return [
      [comma.offset, comma.offset + 1],
      [from, end],
    ];
  const beforeComma = gap.filter(({ offset }) => offset < comma.offset);
  return [[blankBefore(beforeComma, comma.offset, layout, end), end]];
}

function withCommaBehind(
  siblings: Siblings,
  index: number,
  comma: GapPart,
  layout: JsonLayout,
): readonly Stretch[] {
  const [start, end] = [siblings.start(index), siblings.end(index)];
  const gap = siblings.gap(index + 1);
  const between = gap.filter(({ offset }) => offset < comma.offset);
  const behind = blankBehind(
    gap.filter(({ offset }) => offset > comma.offset),
    comma.offset + 1,
    layout.text,
  );
  if (between.every(({ kind }) => kind === "blank")) return [[start, behind]];
  return [
    [start, end],
    [comma.offset, comma.offset + 1],
  ];
}

/** Where the blanks end behind a comma: at the next token, or at a comment on the next line. */
function blankBehind(parts: readonly GapPart[], from: number, text: string): number {
  const [blank] = parts;
  if (!blank || blank.kind !== "blank") return from;
  const end = blank.offset + blank.length;
  if (parts.length === 1) return end;
  return from + /^[ \t]*(?:\r?\n[ \t]*)?/.exec(text.slice(from, end))![0].length;
}

/**
 * Where the blanks before a node start, if it may go without them: not behind a comment that only its line
 * ends.
 */
function blankBefore(gap: readonly GapPart[], start: number, layout: JsonLayout, end: number): number {
  const blank = gap.at(-1);
  if (blank?.kind !== "blank") return start;
  const isLast = /^\s*\n/.test(layout.text.slice(end, end + 200));
  const isBehindLine = gap.at(-2)?.kind === "line comment";
  return isBehindLine && !isLast ? start : blank.offset;
}
