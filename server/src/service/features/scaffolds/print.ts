import { inString, type Notation, plainNotation, snippetNotation } from "./notation.ts";
import { Stop, type Template, TextWithStops } from "./template.ts";

/** How the file is written at the place. */
export interface Layout {
  /** False where everything stands on one line. */
  readonly isMultiline: boolean;
  /** White space at the start of the line. */
  readonly indent: string;
  /** One step of indentation. */
  readonly unit: string;
  readonly eol: string;
}

/** Writes a template as it is to stand in a file. */
export type Printer = (template: Template, layout: Layout) => string;

/**
 * Writes the parts of one LSP snippet: their stops are numbered in the order in which the parts are written.
 */
export function snippetPrinter(): Printer {
  const notation = snippetNotation();
  return (template, layout) => print(template, layout, notation);
}

/** As plain JSON: at each stop the likeliest stands. */
export function printPlain(template: Template, layout: Layout): string {
  return print(template, layout, plainNotation);
}

function print(template: Template, layout: Layout, notation: Notation): string {
  if (template instanceof Stop)
    return template.isText ? `"${notation.stop(template)}"` : notation.stop(template);
  if (template instanceof TextWithStops) {
    const pieces = template.pieces.map((piece) =>
      typeof piece === "string" ? notation.escape(inString(piece)) : notation.stop(piece),
    );
    return `"${pieces.join("")}"`;
  }
  if (typeof template !== "object") return notation.escape(JSON.stringify(template));
  const inner = fitsOnOneLine(template)
    ? { ...layout, isMultiline: false }
    : { ...layout, indent: layout.indent + layout.unit };
  if (isList(template))
    return enclose(
      "[",
      template.map((item) => print(item, inner, notation)),
      "]",
      layout,
      inner,
    );
  const members = Object.entries(template).map(
    ([name, value]) => `${notation.escape(JSON.stringify(name))}: ${print(value, inner, notation)}`,
  );
  return members.length === 0 ? `{${notation.stop(undefined)}}` : enclose("{", members, "}", layout, inner);
}

function enclose(
  open: string,
  parts: readonly string[],
  close: string,
  outer: Layout,
  inner: Layout,
): string {
  if (inner.isMultiline) {
    const [next, last] = [outer.eol + inner.indent, outer.eol + outer.indent];
    return open + next + parts.join(`,${next}`) + last + close;
  }
  const space = open === "{" ? " " : "";
  return open + space + parts.join(", ") + space + close;
}

/** Lists of plain values and objects of one or two stand on one line, as people write them. */
export function fitsOnOneLine(template: Template): boolean {
  if (isPlain(template)) return true;
  const children = Object.values(template);
  if (!isList(template)) return children.length <= 2 && children.every(isPlain);
  return (
    children.every(isPlain) || (children.length === 1 && !isList(children[0]!) && fitsOnOneLine(children[0]!))
  );
}

function isPlain(template: Template): template is string | number | boolean | Stop | TextWithStops {
  return typeof template !== "object" || template instanceof Stop || template instanceof TextWithStops;
}

function isList(template: Template): template is readonly Template[] {
  return Array.isArray(template);
}
