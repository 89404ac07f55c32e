import { JsonNode } from "../jsonNode.ts";
import type { TextLines } from "../written/textLines.ts";

/** How a text in YAML is written. */
export interface YamlStyle {
  readonly eol: string;
  /** One step of indentation. */
  readonly unit: string;
  /** How far the marks of a list are from the name that it stands under. */
  readonly listIndent: string;
  /** The quotes around texts that need none. */
  readonly quote: "" | '"' | "'";
}

/** Finds out how a text is written from what is most of it. */
export function yamlStyle({ text, eol }: TextLines): YamlStyle {
  const unit = /^(?!\s*#)[^\n]*:[ \t]*\r?\n( +)[^\s#-]/m.exec(text);
  const own = unit ? / *$/.exec(/^ */.exec(unit[0])![0])![0].length : 0;
  const list = /^( *)((?:- )*)[^\s#-][^\n]*:[ \t]*\r?\n( *)- /m.exec(text);
  const step = unit ? Math.max(unit[1]!.length - own - dashes(unit[0]), 1) : 2;
  const listStep = list ? list[3]!.length - list[1]!.length - list[2]!.length : step;
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const plain = count(/: +[A-Za-z][\w./-]*[ \t]*\r?$/gm);
  const [double, single] = [count(/: +"[A-Za-z][\w./-]*"/g), count(/: +'[A-Za-z][\w./-]*'/g)];
  const quote = Math.max(double, single) <= plain ? "" : double >= single ? '"' : "'";
  return { eol, unit: " ".repeat(step), listIndent: " ".repeat(Math.max(listStep, 0)), quote };
}

function dashes(line: string): number {
  return /^ *((?:- )*)/.exec(line)![1]!.length;
}

/** A member of a mapping in lines, whose name stands at an indentation. */
export function printMember(key: string, value: unknown, indent: string, style: YamlStyle): string {
  const name = printText(key, { ...style, quote: "" });
  if (value instanceof JsonNode || isPlain(value)) return `${name}: ${printFlow(value, style)}`;
  const inner = indent + (Array.isArray(value) ? style.listIndent : style.unit);
  return `${name}:${style.eol}${inner}${printBlock(value as object, inner, style)}`;
}

/** An object or list in lines; the first without its indentation. */
export function printBlock(value: object, indent: string, style: YamlStyle): string {
  const line = style.eol + indent;
  if (Array.isArray(value)) return value.map((item) => printElement(item, indent, style)).join(line);
  return Object.entries(value)
    .map(([key, member]) => printMember(key, member, indent, style))
    .join(line);
}

/** An element of a list in lines, whose mark stands at an indentation. */
export function printElement(value: unknown, indent: string, style: YamlStyle): string {
  if (value instanceof JsonNode || isPlain(value)) return `- ${printFlow(value, style)}`;
  return `- ${printBlock(value as object, `${indent}  `, style)}`;
}

/** A value in brackets, on one line. */
export function printFlow(value: unknown, style: YamlStyle): string {
  if (value instanceof JsonNode) return value.sourceText;
  if (Array.isArray(value)) return `[${value.map((item) => printFlow(item, style)).join(", ")}]`;
  if (typeof value === "string") return printText(value, style);
  if (typeof value !== "object" || value === null) return String(value);
  const members = Object.entries(value).map(([key, member]) => printFlowMember(key, member, style));
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}

export function printFlowMember(key: string, value: unknown, style: YamlStyle): string {
  return `${printText(key, { ...style, quote: "" })}: ${printFlow(value, style)}`;
}

/** A text in the quotes that the file uses, or in double ones where it needs some. */
export function printText(text: string, { quote }: Pick<YamlStyle, "quote">): string {
  if (quote === "'" && !/[\n\r\t]/.test(text)) return `'${text.replaceAll("'", "''")}'`;
  return quote === '"' || needsQuotes(text) ? JSON.stringify(text) : text;
}

function needsQuotes(text: string): boolean {
  const isWord = /^[A-Za-z_/$][\w./@$-]*(?:[:=+][\w./@-]+)*$/.test(text);
  return !isWord || /^(?:y|n|yes|no|on|off|true|false|null)$/i.test(text);
}

/** True for plain values, and for objects and lists that have nothing in them. */
function isPlain(value: unknown): boolean {
  return typeof value !== "object" || value === null || Object.keys(value).length === 0;
}
