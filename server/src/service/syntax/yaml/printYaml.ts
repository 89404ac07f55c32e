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

/** So many lines are looked at to find out how a text is written. */
const mostLines = 2000;

/**
 * Finds out how a text is written from where something first stands under a name, and from its usual quotes.
 */
export function yamlStyle({ text, eol }: TextLines): YamlStyle {
  const lines = text.split(/\r?\n/, mostLines).filter((line) => !/^(?:#|$)/.test(line.trim()));
  const steps = lines.flatMap((line, index) => {
    const next = lines[index + 1] ?? "";
    const step = indentOf(next) - nameColumn(line);
    return line.trimEnd().endsWith(":") && step >= 0 ? [{ step, isList: /^\s*- /.test(next) }] : [];
  });
  const unit = steps.find(({ isList, step }) => !isList && step > 0)?.step ?? 2;
  const list = steps.find(({ isList }) => isList)?.step ?? unit;
  return { eol, unit: " ".repeat(unit), listIndent: " ".repeat(list), quote: usualQuote(lines) };
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** The column in which the name of a line starts, perhaps behind the marks of lists. */
function nameColumn(line: string): number {
  let column = indentOf(line);
  while (line.startsWith("- ", column)) column += 2;
  return column;
}

/** What most texts have around them that need no quotes. */
function usualQuote(lines: readonly string[]): YamlStyle["quote"] {
  const first = lines.flatMap((line) => /: (["']?)[A-Za-z][\w.-]*\1$/.exec(line.trimEnd())?.[1] ?? []);
  const count = (quote: string): number => first.filter((each) => each === quote).length;
  const [double, single] = [count('"'), count("'")];
  if (Math.max(double, single) <= count("")) return "";
  return double >= single ? '"' : "'";
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
