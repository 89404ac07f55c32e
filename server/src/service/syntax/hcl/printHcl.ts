import { JsonNode } from "../jsonNode.ts";

/** How a text in HCL is written where a value goes. */
export interface HclStyle {
  readonly eol: string;
  /** One step of indentation. */
  readonly unit: string;
  /** What stands between the name and the value of an object's member: ` = `, `: `. */
  readonly assign: string;
  /** True where names of members are in quotes. */
  readonly quotesNames: boolean;
}

/** Members of the body of a block, to be written as a block and not as the value of an argument. */
export class HclBlock {
  readonly members: Readonly<Record<string, unknown>>;

  constructor(members: Readonly<Record<string, unknown>>) {
    this.members = members;
  }
}

/** An argument, or a block, of a body whose entries stand at an indentation. */
export function printArgument(key: string, value: unknown, indent: string, style: HclStyle): string {
  if (!(value instanceof HclBlock)) return `${key} = ${printExpression(value, indent, style)}`;
  const inner = indent + style.unit;
  const lines = Object.entries(value.members).map(
    ([name, member]) => inner + printArgument(name, member, inner, style) + style.eol,
  );
  return `${key} {${style.eol}${lines.join("")}${indent}}`;
}

/** A member of an object. */
export function printPair(key: string, value: unknown, indent: string, style: HclStyle): string {
  const isBare = !style.quotesNames && /^[A-Za-z_][\w-]*$/.test(key);
  return (isBare ? key : JSON.stringify(key)) + style.assign + printExpression(value, indent, style);
}

/** A value; short lists, and short objects in lists, on one line. */
export function printExpression(value: unknown, indent: string, style: HclStyle, isElement = false): string {
  if (value instanceof JsonNode) return value.sourceText;
  if (typeof value === "string") return printText(value);
  if (typeof value !== "object" || value === null) return String(value);
  return Array.isArray(value)
    ? printList(value, indent, style)
    : printObject(value as Readonly<Record<string, unknown>>, { indent, isElement }, style);
}

function printList(list: readonly unknown[], indent: string, style: HclStyle): string {
  const parts = list.map((item) => printExpression(item, indent + style.unit, style, true));
  const isShort = list.every(isPlain) || (parts.length === 1 && !parts[0]!.includes("\n"));
  return isShort
    ? `[${parts.join(", ")}]`
    : inLines("[", parts.join(`,${style.eol}${indent}${style.unit}`), "]", { indent, style });
}

function printObject(
  object: Readonly<Record<string, unknown>>,
  { indent, isElement }: { readonly indent: string; readonly isElement: boolean },
  style: HclStyle,
): string {
  const inner = indent + style.unit;
  const parts = Object.entries(object).map(([key, member]) => printPair(key, member, inner, style));
  if (parts.length === 0) return "{}";
  const isShort = isElement && parts.length <= 2 && Object.values(object).every(isPlain);
  if (isShort) return `{ ${parts.join(", ")} }`;
  const between = style.assign.includes(":") ? "," : "";
  return inLines("{", parts.join(between + style.eol + inner), "}", { indent, style });
}

function inLines(
  open: string,
  text: string,
  close: string,
  { indent, style: { eol, unit } }: { readonly indent: string; readonly style: HclStyle },
): string {
  return `${open}${eol}${indent}${unit}${text}${eol}${indent}${close}`;
}

/** A text in quotes, in which nothing is computed. */
export function printText(text: string): string {
  return JSON.stringify(text).replace(/([$%])\{/g, "$1$1{");
}

function isPlain(value: unknown): boolean {
  return typeof value !== "object" || value === null;
}
