import type { EcsDocument } from "../../documents/ecsDocument.ts";
import { JsonNode, type Span } from "../../syntax/jsonNode.ts";

/** Replaces a stretch of the text. */
export interface Edit extends Span {
  readonly text: string;
}

/** A quick fix. */
export interface Fix {
  /** A verb first: "Use 512 MiB". */
  readonly title: string;
  readonly edits: readonly Edit[];
  /** True when "fix all" may apply it without asking: nothing that AWS would see is lost or chosen. */
  readonly isSafe?: true;
  /** The file that the edits change; the one with the finding when absent. */
  readonly document?: EcsDocument;
}

/** Replaces a value by another, which is written as JSON in the style of the file. */
export function replaceValue(title: string, node: JsonNode, value: unknown): Fix {
  return {
    title,
    edits: [{ offset: node.offset, length: node.length, text: toJson(value, node, lineIndent(node)) }],
  };
}

/** Replaces the name under which a value stands. */
export function renameKey(title: string, node: JsonNode, key: string): Fix {
  const { keySpan } = node;
  return { title, edits: keySpan ? [{ ...keySpan, text: JSON.stringify(key) }] : [] };
}

/** Removes a member of an object or an element of a list, with the comma that belongs to it. */
export function remove(title: string, node: JsonNode): Fix {
  return { title, edits: [removal(node)] };
}

/** Removes an element of a list, and the list with its last one. */
export function removeEntry(title: string, entry: JsonNode): Fix {
  const list = entry.parent;
  return remove(title, list?.keySpan && list.items.length === 1 ? list : entry);
}

/** Removes several members or elements. */
export function removeAll(title: string, nodes: readonly JsonNode[]): Fix {
  return { title, edits: runs(nodes).map((run) => removal(run[0]!, run.at(-1))) };
}

/**
 * Gives a member of an object a value. Where it does not stand yet, not even empty, it goes after the named sibling if
 * that is there, else at the end.
 */
export function insertMember(
  title: string,
  object: JsonNode,
  key: string,
  value: unknown,
  after?: string,
): Fix {
  return { title, edits: [insertion(object, key, value, after)] };
}

/** Adds a member before all others. */
export function prependMember(title: string, object: JsonNode, key: string, value: unknown): Fix {
  const first = object.members[0];
  const indent = memberIndent(object);
  if (!first?.keySpan) return insertMember(title, object, key, value);
  const separator = indent === undefined ? " " : `${lineBreak(object)}${indent}`;
  const text = `${JSON.stringify(key)}: ${toJson(value, object, indent ?? "")},${separator}`;
  return { title, edits: [{ offset: first.keySpan.offset, length: 0, text }] };
}

/** One fix that does what several do. Their edits must not overlap. */
export function combine(title: string, fixes: readonly Fix[]): Fix {
  return { title, edits: fixes.flatMap(({ edits }) => edits) };
}

/** Puts an object into another one, under a name: `{…}` becomes `{ "name": {…} }`. */
export function wrap(title: string, object: JsonNode, key: string): Fix {
  const { sourceText } = object;
  const separator = `${lineBreak(object)}${lineIndent(object)}`;
  const unit = indentUnit(object);
  const isMultiline = sourceText.includes("\n");
  const inner = `${JSON.stringify(key)}: ${isMultiline ? sourceText.replaceAll("\n", `\n${unit}`) : sourceText}`;
  const text = isMultiline ? `{${separator}${unit}${inner}${separator}}` : `{ ${inner} }`;
  return { title, edits: [{ offset: object.offset, length: object.length, text }] };
}

/** Gives several members of an object a value, like {@link insertMember}. */
export function insertMembers(
  title: string,
  object: JsonNode,
  values: Readonly<Record<string, unknown>>,
): Fix {
  const standing = new Set(object.members.map(({ key }) => key));
  const [written, added] = [true, false].map((stands) =>
    Object.entries(values).filter(([key]) => standing.has(key) === stands),
  );
  return {
    title,
    edits: [
      ...written!.map(([key, value]) => insertion(object, key, value)),
      ...(added!.length > 0 ? [addition(object, added!)] : []),
    ],
  };
}

/** The edit of {@link insertMember}, for fixes that do more than one thing. */
export function insertion(object: JsonNode, key: string, value: unknown, after?: string): Edit {
  const written = object.members.find((member) => member.key === key);
  if (!written) return addition(object, [[key, value]], after);
  return { offset: written.offset, length: written.length, text: toJson(value, object, lineIndent(written)) };
}

function addition(
  object: JsonNode,
  values: readonly (readonly [key: string, value: unknown])[],
  after?: string,
): Edit {
  const indent = memberIndent(object);
  const separator = indent === undefined ? " " : `${lineBreak(object)}${indent}`;
  const text = values
    .map(([key, value]) => `${JSON.stringify(key)}: ${toJson(value, object, indent ?? "")}`)
    .join(`,${separator}`);
  const { members } = object;
  const anchor =
    (after === undefined ? undefined : members.find((sibling) => sibling.key === after)) ?? members.at(-1);
  if (anchor) return { offset: anchor.offset + anchor.length, length: 0, text: `,${separator}${text}` };
  const closing = indent === undefined ? " " : `${lineBreak(object)}${lineIndent(object)}`;
  return { offset: object.offset, length: object.length, text: `{${separator}${text}${closing}}` };
}

/** Adds an element at the start of a list that has some. */
export function prependItem(title: string, list: JsonNode, value: unknown): Fix {
  const first = list.items[0] ?? list;
  const isMultiline = list.source.text.slice(list.offset, first.offset).includes("\n");
  const indent = lineIndent(first);
  const text = `${toJson(value, list, indent)},${isMultiline ? lineBreak(list) + indent : " "}`;
  return { title, edits: [{ offset: first.offset, length: 0, text }] };
}

/** Adds elements at the end of a list that has some. */
export function appendItems(title: string, list: JsonNode, values: readonly unknown[]): Fix {
  const edits = values.flatMap((value) => appendItem(title, list, value).edits);
  return { title, edits: [{ ...edits[0]!, text: edits.map(({ text }) => text).join("") }] };
}

/** Adds an element at the end of a list. */
export function appendItem(title: string, list: JsonNode, value: unknown): Fix {
  const last = list.items.at(-1);
  const isMultiline = last !== undefined && list.source.text.slice(list.offset, last.offset).includes("\n");
  const indent = last && isMultiline ? lineIndent(last) : "";
  const text = toJson(value, list, indent);
  const edit = last
    ? {
        offset: last.offset + last.length,
        length: 0,
        text: isMultiline ? `,${lineBreak(list)}${indent}${text}` : `, ${text}`,
      }
    : { offset: list.offset, length: list.length, text: `[${text}]` };
  return { title, edits: [edit] };
}

/**
 * The stretch to delete with neighbouring members or elements: their names and values, the commas that go with them
 * and the lines that they leave empty.
 */
function removal(first: JsonNode, last = first): Edit {
  const { parent } = first;
  const siblings = siblingsOf(first);
  const start = startOf(first);
  const end = last.offset + last.length;
  const next = siblings[siblings.indexOf(last) + 1];
  if (next) {
    const comma = first.source.text.indexOf(",", end);
    return {
      offset: start,
      length: trailingBreak(first.source.text, comma + 1, startOf(next)) - start,
      text: "",
    };
  }
  const previous = siblings[siblings.indexOf(first) - 1];
  const from = previous ? previous.offset + previous.length : (parent?.offset ?? start - 1) + 1;
  const to = previous || !parent ? end : parent.offset + parent.length - 1;
  return { offset: from, length: to - from, text: "" };
}

function siblingsOf(node: JsonNode): readonly JsonNode[] {
  if (!node.parent) return [];
  return node.parent.type === "array" ? node.parent.items : node.parent.members;
}

function startOf(node: JsonNode): number {
  return node.keySpan?.offset ?? node.offset;
}

/** Where the next sibling starts, or a comment on a line of its own before it. A comment on the same line stays there. */
function trailingBreak(text: string, from: number, nextStart: number): number {
  const between = text.slice(from, nextStart);
  if (between.trim() === "") return nextStart;
  return from + /^(?:[ \t]*\r?\n[ \t]*)?/.exec(between)![0].length;
}

/** Splits nodes into runs of neighbours, each of which is deleted in one edit. */
function runs(nodes: readonly JsonNode[]): JsonNode[][] {
  const found: JsonNode[][] = [];
  for (const node of [...nodes].sort((a, b) => a.offset - b.offset)) {
    const run = found.at(-1);
    const siblings = siblingsOf(node);
    if (run && siblings[siblings.indexOf(node) - 1] === run.at(-1)) run.push(node);
    else found.push([node]);
  }
  return found;
}

/** The text of a value, moved to another indentation as it is written. */
export function reindented(node: JsonNode, indent: string): string {
  return node.sourceText.replaceAll(`\n${lineIndent(node)}`, `\n${indent}`);
}

/** Data as JSON; a value of the file as it stands there. */
function toJson(value: unknown, near: JsonNode, indent: string): string {
  if (value instanceof JsonNode) return reindented(value, indent);
  const isElement = near.type === "array" || near.parent?.type === "array";
  return print(value, { unit: indentUnit(near), lineBreak: lineBreak(near) + indent }, isElement);
}

interface Style {
  readonly unit: string;
  /** With the indentation of the line on which the value starts. */
  readonly lineBreak: string;
}

/** On one line what reads best so: plain values, lists of them, and list elements such as `{ "name": …, "value": … }`. */
function print(value: unknown, style: Style, isElement = false): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const inner = { ...style, lineBreak: style.lineBreak + style.unit };
  const isList = Array.isArray(value);
  const parts = isList
    ? value.map((item) => print(item, inner, true))
    : Object.entries(value).map(([key, member]) => `${JSON.stringify(key)}: ${print(member, inner)}`);
  const [open, close] = isList ? "[]" : "{}";
  if (parts.length === 0) return `${open}${close}`;
  const isShortList = isList && (value.every(isPlain) || (parts.length === 1 && !parts[0]!.includes("\n")));
  if (isShortList) return `${open}${parts.join(", ")}${close}`;
  const isShortElement = isElement && !isList && parts.length <= 2 && Object.values(value).every(isPlain);
  if (isShortElement) return `${open} ${parts.join(", ")} ${close}`;
  return `${open}${inner.lineBreak}${parts.join(`,${inner.lineBreak}`)}${style.lineBreak}${close}`;
}

function isPlain(value: unknown): boolean {
  return typeof value !== "object" || value === null;
}

/** The indentation of an object's members; undefined when they share the line of its bracket. */
function memberIndent(object: JsonNode): string | undefined {
  const first = object.members[0];
  if (!first) return lineIndent(object) + indentUnit(object);
  const start = first.keySpan?.offset ?? first.offset;
  return object.source.text.slice(object.offset, start).includes("\n")
    ? lineIndent({ source: object.source, offset: start })
    : undefined;
}

/** The blanks at the start of the line on which a node begins. */
export function lineIndent(node: Pick<JsonNode, "source" | "offset">): string {
  const { text } = node.source;
  const lineStart = text.lastIndexOf("\n", node.offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(lineStart, node.offset))![0];
}

/** One step of indentation as the file has it. */
function indentUnit(node: JsonNode): string {
  return /\n([ \t]+)\S/.exec(node.source.text)?.[1] ?? "  ";
}

function lineBreak(node: JsonNode): string {
  return node.source.text.includes("\r\n") ? "\r\n" : "\n";
}
