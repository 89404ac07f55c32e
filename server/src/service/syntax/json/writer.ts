import type { InsertItems, InsertMembers, Replacement, TreeEdit, Writer } from "../edit.ts";
import { JsonNode, type Span } from "../jsonNode.ts";
import { insertions, takes, textInPlace } from "./insertion.ts";
import { JsonLayout, type JsonText } from "./layout.ts";
import { printValue, reindentable } from "./print.ts";
import { removals } from "./removal.ts";
import { joined } from "../replacements.ts";
import { isClosed, isQuoted, Siblings } from "./siblings.ts";

/** What is to happen to the members or elements of one object or list. */
interface ContainerEdits {
  readonly siblings: Siblings;
  readonly removed: Set<number>;
  readonly inserted: (InsertMembers | InsertItems)[];
}

/** Makes changes of a JSON text that keep its comments, its template statements and its style. */
export class JsonWriter implements Writer {
  readonly #layout: JsonLayout;

  constructor(text: JsonText) {
    this.#layout = new JsonLayout(text);
  }

  write(edits: readonly TreeEdit[]): readonly Replacement[] | undefined {
    const moved = edits.flatMap(movedIn).sort((a, b) => a.offset - b.offset);
    const written: Replacement[] = [];
    for (const edit of edits) {
      const replacements = this.#direct(edit, moved);
      if (!replacements) return undefined;
      for (const each of replacements) written.push(each);
    }
    for (const container of containersOf(edits, this.#layout)) {
      const replacements = this.#inContainer(container, moved);
      if (!replacements) return undefined;
      for (const each of replacements) written.push(this.#unindented(each, edits));
    }
    const isSound = written.every(({ offset, length }) => this.#layout.isSound(offset, offset + length));
    const replacements = isSound ? joined(written) : undefined;
    return replacements?.length === 0 ? undefined : replacements;
  }

  /** The replacements of an edit that concerns one value. */
  #direct(edit: TreeEdit, moved: readonly JsonNode[]): readonly Replacement[] | undefined {
    switch (edit.kind) {
      case "replace":
        return this.#replace(edit.node, edit.value, moved);
      case "rename":
        return this.#rename(edit.member, edit.key);
      case "wrap":
        return this.#wrap(edit.node, edit.key);
      case "unwrap":
        return this.#unwrap(edit.outer, edit.inner, moved);
      default:
        return [];
    }
  }

  #replace(node: JsonNode, value: unknown, moved: readonly JsonNode[]): readonly Replacement[] | undefined {
    const end = node.offset + node.length;
    if (!isClosed(node) || !this.#isDisposable(node.offset, end, moved)) return undefined;
    const isElement = node.parent?.type === "array" || node.type === "array";
    const text = printValue(value, this.#layout, this.#layout.lineIndent(node.offset), isElement);
    return [{ offset: node.offset, length: node.length, text }];
  }

  #rename({ keySpan, parent, source }: JsonNode, key: string): readonly Replacement[] | undefined {
    if (!keySpan || !isQuoted(source.text, keySpan.offset, keySpan.offset + keySpan.length)) return undefined;
    const isTaken = parent?.members.some((member) => member.key === key) ?? false;
    return isTaken ? undefined : [{ ...keySpan, text: JSON.stringify(key) }];
  }

  #wrap(node: JsonNode, key: string | undefined): readonly Replacement[] | undefined {
    if (!isClosed(node)) return undefined;
    const end = node.offset + node.length;
    const { indentUnit, lineBreak } = this.#layout;
    const name = key === undefined ? "" : `${JSON.stringify(key)}: `;
    const [open, close] = key === undefined ? "[]" : "{}";
    const isShort = this.#layout.lineOf(node.offset) === this.#layout.lineOf(end);
    const line = lineBreak + this.#layout.lineIndent(node.offset);
    if (key === undefined)
      return [
        { offset: node.offset, length: 0, text: open! },
        { offset: end, length: 0, text: close! },
      ];
    return [
      {
        offset: node.offset,
        length: 0,
        text: isShort ? `${open} ${name}` : `${open}${line}${indentUnit}${name}`,
      },
      ...reindentable(node, this.#layout).map((offset) => ({ offset, length: 0, text: indentUnit })),
      { offset: end, length: 0, text: isShort ? ` ${close}` : `${line}${close}` },
    ];
  }

  #unwrap(outer: JsonNode, inner: JsonNode, moved: readonly JsonNode[]): readonly Replacement[] | undefined {
    const [start, end] = [inner.offset, inner.offset + inner.length];
    const outerEnd = outer.offset + outer.length;
    const isWhole = isClosed(outer) && isClosed(inner);
    if (
      !isWhole ||
      !this.#isDisposable(outer.offset, start, moved) ||
      !this.#isDisposable(end, outerEnd, moved)
    )
      return undefined;
    const [own, wanted] = [this.#layout.lineIndent(start), this.#layout.lineIndent(outer.offset)];
    const surplus = own.startsWith(wanted) ? own.length - wanted.length : 0;
    return [
      { offset: outer.offset, length: start - outer.offset, text: "" },
      ...reindentable(inner, this.#layout)
        .filter((offset) => surplus > 0 && this.#layout.text.startsWith(own, offset))
        .map((offset) => ({ offset, length: surplus, text: "" })),
      { offset: end, length: outerEnd - end, text: "" },
    ];
  }

  /** A replacement with the indentation that its surroundings have when they are taken out of a wrapper. */
  #unindented(replacement: Replacement, edits: readonly TreeEdit[]): Replacement {
    const unwrapping = edits.find((edit) => edit.kind === "unwrap" && contains(edit.inner, replacement));
    if (unwrapping?.kind !== "unwrap") return replacement;
    const [own, wanted] = [unwrapping.inner, unwrapping.outer].map(({ offset }) =>
      this.#layout.lineIndent(offset),
    );
    return { ...replacement, text: replacement.text.replaceAll(`\n${own}`, `\n${wanted}`) };
  }

  #inContainer(
    { siblings, removed, inserted }: ContainerEdits,
    moved: readonly JsonNode[],
  ): readonly Replacement[] | undefined {
    const written: Replacement[] = [];
    for (const index of removed) {
      if (!isClosed(siblings.nodes[index]!)) return undefined;
      if (!this.#isDisposable(siblings.start(index), siblings.end(index), moved)) return undefined;
    }
    if (!inserted.every((edit) => takes(edit, siblings, removed))) return undefined;
    const gone = new Set(removed);
    const others = inserted.filter((edit) => {
      const place = placeOf(edit, siblings, removed);
      if (place === undefined || !gone.delete(place)) return true;
      const offset = siblings.start(place);
      const text = textInPlace(edit, siblings, this.#layout);
      written.push({ offset, length: siblings.end(place) - offset, text });
      return false;
    });
    const additions = insertions(others, siblings, gone, this.#layout);
    const deletions = gone.size > 0 ? removals(siblings, gone, this.#layout) : [];
    return additions && deletions && [...written, ...additions, ...deletions];
  }

  /** True when a stretch holds neither comments nor template statements, except in values that move. */
  #isDisposable(from: number, to: number, moved: readonly JsonNode[]): boolean {
    let start = from;
    for (const { offset, length } of moved) {
      if (offset < start || offset + length > to) continue;
      if (this.#layout.holdsKept(start, offset)) return false;
      start = offset + length;
    }
    return !this.#layout.holdsKept(start, to);
  }
}

function contains(outer: Span, inner: Span): boolean {
  return inner.offset > outer.offset && inner.offset + inner.length < outer.offset + outer.length;
}

/** The member whose place new ones take: the one that they are to follow, or the first if none stays. */
function placeOf(
  edit: InsertMembers | InsertItems,
  siblings: Siblings,
  removed: ReadonlySet<number>,
): number | undefined {
  if (removed.size > 0 && removed.size === siblings.nodes.length) return 0;
  if (edit.after === undefined || edit.after === "start") return undefined;
  const index = siblings.indexOf(edit.after);
  return removed.has(index) ? index : undefined;
}

/** The values of the file that an edit writes in another place. */
function movedIn(edit: TreeEdit): readonly JsonNode[] {
  const values =
    edit.kind === "replace"
      ? [edit.value]
      : edit.kind === "insert members"
        ? edit.members.map(([, value]) => value)
        : edit.kind === "insert items"
          ? edit.values
          : [];
  return nodesIn(values);
}

function nodesIn(value: unknown): readonly JsonNode[] {
  if (value instanceof JsonNode) return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(nodesIn);
}

/** The edits that concern the members and elements of objects and lists, by object and list. */
function containersOf(edits: readonly TreeEdit[], layout: JsonLayout): readonly ContainerEdits[] {
  const found = new Map<JsonNode, ContainerEdits>();
  const of = (container: JsonNode): ContainerEdits => {
    const known = found.get(container) ?? {
      siblings: new Siblings(container, layout),
      removed: new Set(),
      inserted: [],
    };
    found.set(container, known);
    return known;
  };
  for (const edit of edits) {
    if (edit.kind === "insert members" || edit.kind === "insert items") of(edit.into).inserted.push(edit);
    if (edit.kind !== "remove" || !edit.node.parent) continue;
    const { siblings, removed } = of(edit.node.parent);
    for (const node of edit.node.namesakes) removed.add(siblings.indexOf(node));
  }
  return [...found.values()];
}
