import type { InsertItems, InsertMembers, Replacement, TreeEdit, Writer } from "../edit.ts";
import type { JsonNode } from "../jsonNode.ts";
import { joined } from "../replacements.ts";
import { insertionInBrackets, removalsInBrackets } from "./brackets.ts";
import type { Dialect } from "./dialect.ts";
import { entryEdits, type EntryEdits } from "./entryEdits.ts";
import { insertionInLines, removalsInLines } from "./inLines.ts";
import type { TextLines } from "./textLines.ts";

/**
 * Makes changes of a text whose entries stand in lines or in brackets, whatever marks its syntax has for
 * them.
 */
export class TextWriter implements Writer {
  readonly #lines: TextLines;
  readonly #dialect: Dialect;

  constructor(lines: TextLines, dialect: Dialect) {
    this.#lines = lines;
    this.#dialect = dialect;
  }

  write(edits: readonly TreeEdit[]): readonly Replacement[] | undefined {
    const direct = edits.map((edit) => this.#direct(edit));
    const inEntries = entryEdits(edits).map((each) => this.#entries(each));
    const written = [...direct, ...inEntries];
    return written.every((each) => each !== undefined) ? joined(written.flat()) : undefined;
  }

  /** The replacements of an edit that concerns one value. */
  #direct(edit: TreeEdit): readonly Replacement[] | undefined {
    switch (edit.kind) {
      case "replace":
        return this.#dialect.replace(edit.node, edit.value);
      case "rename":
        return this.#rename(edit.member, edit.key);
      case "wrap": {
        const { node, key } = edit;
        return this.#dialect.replace(node, key === undefined ? [node] : { [key]: node });
      }
      case "unwrap":
        return this.#dialect.replace(edit.outer, edit.inner);
      default:
        return [];
    }
  }

  #rename({ keySpan, parent }: JsonNode, key: string): readonly Replacement[] | undefined {
    const isTaken = parent?.members.some((member) => member.key === key) ?? false;
    if (!keySpan || isTaken || !/^[\w-]+$/.test(key)) return undefined;
    const { offset, length } = keySpan;
    const quote = /^["']/.exec(this.#lines.text.slice(offset, offset + length))?.[0] ?? "";
    return [{ offset, length, text: quote + key + quote }];
  }

  #entries({ container, removed, inserted }: EntryEdits): readonly Replacement[] | undefined {
    const { elements } = container;
    if (![...removed].every((each) => this.#isWritten(each, container))) return undefined;
    const isLeftEmpty = removed.size === elements.length;
    if (isLeftEmpty && inserted.length > 0) return this.#filled(container, inserted);
    const additions = inserted.map((edit) => this.#addition(edit, removed));
    if (!additions.every((each) => each !== undefined)) return undefined;
    return [...additions.flat(), ...this.#removals(container, removed)];
  }

  #removals(container: JsonNode, removed: ReadonlySet<JsonNode>): readonly Replacement[] {
    if (removed.size === 0) return [];
    if (this.#dialect.isBracketed(container))
      return removalsInBrackets(container, removed, this.#lines, this.#dialect);
    const emptied = removed.size === container.elements.length ? this.#dialect.emptied(container) : undefined;
    return emptied ? [emptied] : removalsInLines(container, removed, this.#lines, this.#dialect);
  }

  #filled(
    container: JsonNode,
    inserted: readonly (InsertMembers | InsertItems)[],
  ): readonly Replacement[] | undefined {
    const values = inserted.flatMap((edit): readonly unknown[] =>
      edit.kind === "insert items" ? edit.values : edit.members,
    );
    return this.#dialect.filled(container, values);
  }

  #addition(
    edit: InsertMembers | InsertItems,
    removed: ReadonlySet<JsonNode>,
  ): readonly Replacement[] | undefined {
    const { into } = edit;
    if (!this.#takes(edit, removed)) return undefined;
    const { after } = edit;
    const isNamed = after !== undefined && after !== "start";
    const entry = isNamed ? after : into.elements.findLast((each) => this.#isWritten(each, into));
    if (!entry || !this.#isWritten(entry, into)) return undefined;
    const anchor: JsonNode | "start" = after === "start" ? "start" : entry;
    const [first] = into.elements;
    const indent = this.#lines.indentTo(this.#dialect.start(first!));
    const place = { container: into, indent, after: after === "start" ? first : entry };
    const parts =
      edit.kind === "insert items"
        ? edit.values.map((value) => this.#dialect.element(value, place))
        : edit.members.map((member) => this.#dialect.member(member, place));
    const insertion = { container: into, anchor, parts };
    return this.#dialect.isBracketed(into)
      ? insertionInBrackets(insertion, this.#lines, this.#dialect)
      : insertionInLines(insertion, this.#lines, this.#dialect);
  }

  #takes({ into, ...edit }: InsertMembers | InsertItems, removed: ReadonlySet<JsonNode>): boolean {
    if (edit.kind === "insert items") return into.type === "array";
    const names = new Set(edit.members.map(([key]) => key));
    return into.type === "object" && !into.members.some((each) => names.has(each.key!) && !removed.has(each));
  }

  /** True for an entry that is written where its object or list is, and not merged in or referred to. */
  #isWritten(entry: JsonNode, { offset, length }: JsonNode): boolean {
    const start = entry.keySpan?.offset ?? entry.offset;
    return offset <= start && entry.offset + entry.length <= offset + length;
  }
}
