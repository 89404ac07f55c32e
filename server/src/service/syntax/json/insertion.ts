import type { InsertItems, InsertMembers, Replacement } from "../edit.ts";
import type { GapPart, JsonLayout } from "./layout.ts";
import { printValue } from "./print.ts";
import { isClosed, type Siblings } from "./siblings.ts";

type Insertion = InsertMembers | InsertItems;

/**
 * The replacements that add members or elements. Undefined where template text leaves no sure place for them.
 */
export function insertions(
  edits: readonly Insertion[],
  siblings: Siblings,
  removed: ReadonlySet<number>,
  layout: JsonLayout,
): readonly Replacement[] | undefined {
  const byPlace = new Map<number, Insertion[]>();
  for (const edit of edits) {
    const place = placeFor(edit, siblings, removed);
    if (place === undefined) return undefined;
    byPlace.set(place, [...(byPlace.get(place) ?? []), edit]);
  }
  const written = [...byPlace].map(([place, together]) => {
    const writing = new Writing(together, siblings, layout);
    if (siblings.nodes.length === 0) return writing.asOnly();
    return place < 0 ? writing.first() : writing.behind(place);
  });
  return written.every((each) => each !== undefined) ? written.flat() : undefined;
}

/** The node behind which something goes; -1 before all of them. */
function placeFor(
  { after }: Insertion,
  siblings: Siblings,
  removed: ReadonlySet<number>,
): number | undefined {
  if (siblings.nodes.length === 0 || after === "start") return -1;
  const named = after === undefined ? -1 : siblings.indexOf(after);
  if (isFree(siblings, named, removed)) return named;
  const last = siblings.nodes.findLastIndex((_, index) => isFree(siblings, index, removed));
  return last < 0 ? undefined : last;
}

/** The text that takes the place of a member which is removed at the same time. */
export function textInPlace(edit: Insertion, siblings: Siblings, layout: JsonLayout): string {
  return new Writing([edit], siblings, layout).text;
}

/** True for elements of a list, and for members whose names an object does not have. */
export function takes(
  edit: Insertion,
  { container, nodes }: Siblings,
  removed: ReadonlySet<number>,
): boolean {
  if (edit.kind === "insert items") return container.type === "array";
  const names = new Set(edit.members.map(([key]) => key));
  return (
    container.type === "object" && !nodes.some(({ key }, index) => names.has(key!) && !removed.has(index))
  );
}

/** True for a node behind which something can be added, whatever the template makes of the file. */
function isFree(siblings: Siblings, index: number, removed: ReadonlySet<number>): boolean {
  const node = siblings.nodes[index];
  return node !== undefined && !removed.has(index) && isClosed(node) && siblings.isUnconditional(index);
}

class Writing {
  readonly text: string;
  readonly #siblings: Siblings;
  readonly #layout: JsonLayout;
  /** What stands between two nodes besides the comma: a line break and the indentation, or a blank. */
  readonly #separator: string;
  readonly #isMultiline: boolean;

  constructor(edits: readonly Insertion[], siblings: Siblings, layout: JsonLayout) {
    this.#siblings = siblings;
    this.#layout = layout;
    const { container } = siblings;
    const isObject = container.type === "object";
    this.#isMultiline = siblings.isMultiline || (isObject && siblings.nodes.length === 0);
    const indent = this.#isMultiline ? this.#indent() : "";
    this.#separator = this.#isMultiline ? layout.lineBreak + indent : " ";
    const isElement = !isObject || container.parent?.type === "array";
    const print = (value: unknown): string => printValue(value, layout, indent, isElement);
    const parts = edits.flatMap((edit) =>
      edit.kind === "insert items"
        ? edit.values.map(print)
        : edit.members.map(([key, value]) => `${JSON.stringify(key)}: ${print(value)}`),
    );
    this.text = parts.join(`,${this.#separator}`);
  }

  #indent(): string {
    const { container, nodes } = this.#siblings;
    if (nodes.length === 0) return this.#layout.lineIndent(container.offset) + this.#layout.indentUnit;
    const model = container.type === "array" ? nodes.length - 1 : 0;
    return this.#layout.lineIndent(this.#siblings.start(model));
  }

  /** Into an empty container, behind the comments that stand there. */
  asOnly(): readonly Replacement[] | undefined {
    const { container } = this.#siblings;
    const parts = this.#siblings.gap(0);
    const isClear = parts.every(({ kind }) => kind !== "barrier" && kind !== "comma");
    if (!isClear || !isClosed(container)) return undefined;
    const end = this.#siblings.gapEnd(0);
    const isObject = container.type === "object";
    const closing = isObject ? this.#layout.lineBreak + this.#layout.lineIndent(container.offset) : "";
    const comment = parts.findLast(({ kind }) => kind !== "blank");
    if (!comment) {
      const text = isObject ? `${this.#separator}${this.text}${closing}` : this.text;
      return [{ offset: container.offset + 1, length: end - container.offset - 1, text }];
    }
    const from = comment.offset + comment.length;
    const isOnNextLine = this.#layout.lineOf(from) < this.#layout.lineOf(end);
    if (comment.kind === "line comment" && !isOnNextLine) return undefined;
    const own = this.#layout.lineBreak + this.#layout.lineIndent(container.offset);
    const opening = isObject ? this.#separator : own + this.#layout.indentUnit;
    if (isOnNextLine) return [insert(from, opening + this.text)];
    return [{ offset: from, length: end - from, text: opening + this.text + own }];
  }

  /** Before all others. */
  first(): readonly Replacement[] | undefined {
    const siblings = this.#siblings;
    if (!siblings.nodes.some((_, index) => siblings.isUnconditional(index))) return undefined;
    const gap = siblings.gap(0);
    if (gap.every(({ kind }) => kind === "blank"))
      return [insert(siblings.start(0), `${this.text},${this.#separator}`)];
    const from = siblings.container.offset + 1;
    const at = this.#isMultiline ? this.#commentEnd(gap, from) : from;
    return [insert(at, `${this.#separator}${this.text},`)];
  }

  /** Behind another one, whose comments on the same line stay with it. */
  behind(index: number): readonly Replacement[] {
    const end = this.#siblings.end(index);
    const { after: comma } = this.#siblings.commas(index);
    const gap = this.#siblings.gap(index + 1);
    const from = comma ? comma.offset + 1 : end;
    const at = this.#isMultiline
      ? this.#commentEnd(
          gap.filter(({ offset }) => offset >= from),
          from,
        )
      : from;
    if (at === from) return [insert(end, `,${this.#separator}${this.text}`)];
    if (comma) return [insert(at, `${this.#separator}${this.text},`)];
    return [insert(end, ","), insert(at, this.#separator + this.text)];
  }

  /** Where the comments end that follow on the same line; the start, if something else follows them there. */
  #commentEnd(parts: readonly GapPart[], start: number): number {
    let end = start;
    for (const { kind, offset, length } of parts) {
      const isSameLine = this.#layout.lineOf(offset) === this.#layout.lineOf(start);
      if (kind === "barrier" || kind === "comma") return isSameLine ? start : end;
      if (kind === "blank" && this.#layout.lineOf(offset + length) > this.#layout.lineOf(start)) return end;
      if (kind !== "blank") end = offset + length;
      if (kind === "block comment" && this.#layout.lineOf(end) > this.#layout.lineOf(start)) return start;
    }
    return start;
  }
}

function insert(offset: number, text: string): Replacement {
  return { offset, length: 0, text };
}
