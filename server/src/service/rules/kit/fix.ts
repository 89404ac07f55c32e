import type { EcsDocument } from "../../documents/ecsDocument.ts";
import type { Replacement, TreeEdit } from "../../syntax/edit.ts";
import type { JsonNode } from "../../syntax/jsonNode.ts";

/**
 * A quick fix: a title and what it does. Where the writer of the file cannot do that safely, it is not
 * offered.
 */
export interface Fix {
  /** A verb first: "Use 512 MiB". */
  readonly title: string;
  readonly edits: readonly TreeEdit[];
  /** What changes instead, where the text is broken and has no tree to change. */
  readonly text?: readonly Replacement[];
  /** True when "fix all" may apply it without asking: nothing that AWS would see is lost or chosen. */
  readonly isSafe?: true;
  /** The file that the edits change; the one with the finding when absent. */
  readonly document?: EcsDocument;
}

/** What a fix makes of the text of a file; undefined where that cannot be done safely. */
export function changesOf(
  { edits, text }: Pick<Fix, "edits" | "text">,
  { writer }: Pick<EcsDocument, "writer">,
): readonly Replacement[] | undefined {
  return text ?? writer.write(edits);
}

/** What the functions below give. */
export type Edits = readonly TreeEdit[];

/** A fix that does all of the given edits. */
export function quickFix(title: string, ...edits: readonly Edits[]): Fix {
  return { title, edits: edits.flat() };
}

/** A fix that "fix all" may apply, too: nothing that AWS would see is lost or chosen. */
export function safeFix(title: string, ...edits: readonly Edits[]): Fix {
  return { title, edits: edits.flat(), isSafe: true };
}

/** Replaces a value by another, in the style of the file. */
export function replaceValue(node: JsonNode, value: unknown): Edits {
  return [{ kind: "replace", node, value }];
}

/** Replaces the name under which a value stands. */
export function renameKey(member: JsonNode, key: string): Edits {
  return [{ kind: "rename", member, key }];
}

/**
 * Removes a member of an object or an element of a list. Of a repeated name, the one that counts takes all
 * with it.
 */
export function remove(node: JsonNode): Edits {
  return [{ kind: "remove", node }];
}

/** Removes an element of a list, and the list with its last one. */
export function removeEntry(entry: JsonNode): Edits {
  const list = entry.parent;
  return remove(list?.keySpan && list.items.length === 1 ? list : entry);
}

/** Removes several members or elements. */
export function removeAll(nodes: readonly JsonNode[]): Edits {
  return nodes.flatMap(remove);
}

/**
 * Gives a member of an object a value. If it is not there, not even empty, it goes after the named sibling,
 * else to the end.
 */
export function insertMember(object: JsonNode, key: string, value: unknown, after?: string): Edits {
  const present = counted(object, key);
  if (present) return replaceValue(present, value);
  const sibling = after === undefined ? undefined : counted(object, after);
  return [{ kind: "insert members", into: object, members: [[key, value]], after: sibling }];
}

/** Gives several members of an object a value, like {@link insertMember}. */
export function insertMembers(object: JsonNode, values: Readonly<Record<string, unknown>>): Edits {
  const entries = Object.entries(values);
  const members = entries.filter(([key]) => !counted(object, key));
  const present = entries.flatMap(([key, value]) => {
    const member = counted(object, key);
    return member ? replaceValue(member, value) : [];
  });
  return members.length === 0 ? present : [...present, { kind: "insert members", into: object, members }];
}

/** Gives a member of an object a value. If it is not there, it goes before all others. */
export function prependMember(object: JsonNode, key: string, value: unknown): Edits {
  const present = counted(object, key);
  if (present) return replaceValue(present, value);
  return [{ kind: "insert members", into: object, members: [[key, value]], after: "start" }];
}

/** Puts values of the file, with their names, at the place of a member. */
export function replaceMember(member: JsonNode, by: readonly JsonNode[]): Edits {
  const members = by.map((node) => [node.key ?? "", node] as const);
  return [
    { kind: "remove", node: member },
    { kind: "insert members", into: member.parent!, members, after: member },
  ];
}

/** Puts an object into another one, under a name: `{…}` becomes `{ "name": {…} }`. */
export function wrap(object: JsonNode, key: string): Edits {
  return [{ kind: "wrap", node: object, key }];
}

/** Puts a value into a list. */
export function wrapInList(node: JsonNode): Edits {
  return [{ kind: "wrap", node, key: undefined }];
}

/** Leaves only the inner one of two values. */
export function unwrap(outer: JsonNode, inner: JsonNode): Edits {
  return [{ kind: "unwrap", outer, inner }];
}

/** Adds an element at the start of a list. */
export function prependItem(list: JsonNode, value: unknown): Edits {
  return [{ kind: "insert items", into: list, values: [value], after: "start" }];
}

/** Adds an element at the end of a list. */
export function appendItem(list: JsonNode, value: unknown): Edits {
  return appendItems(list, [value]);
}

/** Adds elements at the end of a list. */
export function appendItems(list: JsonNode, values: readonly unknown[]): Edits {
  return [{ kind: "insert items", into: list, values }];
}

/** The member of a name, null or empty as it may be; of several the one that counts. */
function counted(object: JsonNode, key: string): JsonNode | undefined {
  return object.members.findLast((member) => member.key === key);
}
