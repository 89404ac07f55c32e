import type { TreeEdit } from "../edit.ts";
import { HclBlock } from "../hcl/printHcl.ts";
import { JsonNode } from "../jsonNode.ts";
import { entryEdits, type EntryEdits } from "./entryEdits.ts";

/** A value in a form that can be compared: what it is, and what is in it. */
export type ValueForm = readonly [type: string, ...content: unknown[]];

/** What a tree is after its edits, to be compared with what the changed text is read as. */
export class Expected {
  readonly #direct = new Map<JsonNode, TreeEdit>();
  readonly #entries: ReadonlyMap<JsonNode, EntryEdits>;

  constructor(edits: readonly TreeEdit[] = []) {
    for (const edit of edits) {
      if (edit.kind === "replace" || edit.kind === "wrap") this.#direct.set(edit.node, edit);
      if (edit.kind === "unwrap") this.#direct.set(edit.outer, edit);
      if (edit.kind === "rename") this.#direct.set(edit.member, edit);
    }
    this.#entries = new Map(entryEdits(edits).map((each) => [each.container, each]));
  }

  form(node: JsonNode): ValueForm {
    const edit = this.#direct.get(node);
    if (edit?.kind === "replace") return this.#dataForm(edit.value);
    if (edit?.kind === "unwrap") return this.form(edit.inner);
    const own = this.#own(node);
    if (edit?.kind !== "wrap") return own;
    return edit.key === undefined ? ["array", own] : ["object", [edit.key, own]];
  }

  #own(node: JsonNode): ValueForm {
    const { removed, inserted = [] } = this.#entries.get(node) ?? {};
    const kept = removed ? node.elements.filter((each) => !removed.has(each)) : node.elements;
    switch (node.type) {
      case "object": {
        const members = kept.map((each) => [this.#nameOf(each), this.form(each)] as const);
        const added = inserted.flatMap((edit) => (edit.kind === "insert members" ? edit.members : []));
        return objectForm([
          ...members,
          ...added.map(([key, value]) => [key, this.#dataForm(value)] as const),
        ]);
      }
      case "array": {
        const items = inserted.flatMap((edit) => (edit.kind === "insert items" ? [edit] : []));
        const added = (isStart: boolean): ValueForm[] =>
          items
            .filter(({ after }) => (after === "start") === isStart)
            .flatMap(({ values }) => values.map((value) => this.#dataForm(value)));
        return ["array", ...added(true), ...kept.map((each) => this.form(each)), ...added(false)];
      }
      case "dynamic":
        return ["dynamic", ...(kept.length > 0 ? kept.map((each) => this.form(each)) : [node.sourceText])];
      default:
        return [node.type, node.raw ?? node.number ?? node.boolean];
    }
  }

  #nameOf(member: JsonNode): string {
    const edit = this.#direct.get(member);
    return edit?.kind === "rename" ? edit.key : (member.key ?? "");
  }

  #dataForm(value: unknown): ValueForm {
    if (value instanceof JsonNode) return this.form(value);
    if (value instanceof HclBlock) return this.#dataForm(value.members);
    if (Array.isArray(value)) return ["array", ...value.map((item) => this.#dataForm(item))];
    if (value === null) return ["null", undefined];
    if (typeof value !== "object") return [typeof value, value];
    return objectForm(Object.entries(value).map(([key, member]) => [key, this.#dataForm(member)] as const));
  }
}

/** The order of members does not matter. */
function objectForm(members: readonly (readonly [key: string, form: ValueForm])[]): ValueForm {
  return ["object", ...members.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))];
}
