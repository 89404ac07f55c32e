import { JsonNode } from "../jsonNode.ts";
import type { JsonLayout } from "./layout.ts";

interface Style {
  readonly layout: JsonLayout;
  /** The indentation of the line on which the value starts. */
  readonly indent: string;
}

/** Data as JSON, in the style of the file. A value of the file is written as it is there. */
export function printValue(value: unknown, layout: JsonLayout, indent: string, isElement: boolean): string {
  return print(value, { layout, indent }, isElement);
}

/**
 * On one line what reads best so: plain values, lists of them, and list elements such as `{ "name": …,
 * "value": … }`.
 */
function print(value: unknown, style: Style, isElement = false): string {
  if (value instanceof JsonNode) return moved(value, style);
  if (!isContainer(value)) return JSON.stringify(value);
  const inner = { ...style, indent: style.indent + style.layout.indentUnit };
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
  const innerLine = style.layout.lineBreak + inner.indent;
  return `${open}${innerLine}${parts.join(`,${innerLine}`)}${style.layout.lineBreak}${style.indent}${close}`;
}

function isContainer(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function isPlain(value: unknown): boolean {
  return !isContainer(value);
}

/**
 * The text of a value of the file, at another indentation. Lines that start inside of a comment stay as they
 * are.
 */
function moved(node: JsonNode, { layout, indent }: Style): string {
  const end = node.offset + node.length;
  const own = layout.lineIndent(node.offset);
  let text = "";
  let offset = node.offset;
  for (const start of reindentable(node, layout)) {
    text += layout.text.slice(offset, start);
    const strip = layout.text.startsWith(own, start) ? own.length : 0;
    text += strip > 0 || own === "" ? indent : "";
    offset = start + strip;
  }
  return text + layout.text.slice(offset, end);
}

/** The starts of the lines inside of a value, save for those that start in a comment. */
export function reindentable(node: JsonNode, layout: JsonLayout): readonly number[] {
  const end = node.offset + node.length;
  const first = layout.lineOf(node.offset) + 1;
  const last = layout.lineOf(end);
  if (last < first) return [];
  const comments = layout.comments(node.offset, end);
  let index = 0;
  return layout.lineStarts.slice(first, last + 1).filter((start) => {
    while (comments[index] && comments[index]!.offset + comments[index]!.length <= start) index++;
    const comment = comments[index];
    return !comment || comment.offset >= start;
  });
}
