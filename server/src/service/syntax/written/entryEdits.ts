import type { InsertItems, InsertMembers, TreeEdit } from "../edit.ts";
import type { JsonNode } from "../jsonNode.ts";

/** What is to happen to the entries of one object or list. */
export interface EntryEdits {
  readonly container: JsonNode;
  readonly removed: Set<JsonNode>;
  readonly inserted: (InsertMembers | InsertItems)[];
}

/** The edits that add and remove entries, by object and list. */
export function entryEdits(edits: readonly TreeEdit[]): readonly EntryEdits[] {
  const found = new Map<JsonNode, EntryEdits>();
  const of = (container: JsonNode): EntryEdits => {
    const known = found.get(container) ?? { container, removed: new Set(), inserted: [] };
    found.set(container, known);
    return known;
  };
  for (const edit of edits) {
    if (edit.kind === "insert members" || edit.kind === "insert items") of(edit.into).inserted.push(edit);
    if (edit.kind !== "remove" || !edit.node.parent) continue;
    for (const node of edit.node.namesakes) of(edit.node.parent).removed.add(node);
  }
  return [...found.values()];
}
