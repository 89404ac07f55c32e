import { oneLine, plainText } from "./plainText.ts";

/** What may be put into a template of {@link md}. */
export type MarkdownValue = Markdown | readonly Markdown[] | string | number | undefined | false;

/**
 * Markdown in which nothing of a stranger's text is more than text. Only {@link md} and what is built on it
 * make it; pages, hovers and tooltips take nothing else.
 */
export class Markdown {
  readonly text: string;
  readonly #isOwn = true;

  private constructor(text: string) {
    this.text = text;
  }

  /**
   * Markdown that the product itself wrote: a constant, or the descriptions of its schemas. Never a value.
   */
  static own(text: string): Markdown {
    return new Markdown(text);
  }

  get isEmpty(): boolean {
    return this.#isOwn && this.text === "";
  }
}

/**
 * Builds Markdown from a template. Whatever is put in is shown as it is, in one line, unless it is Markdown
 * itself.
 */
export function md(texts: TemplateStringsArray, ...values: readonly MarkdownValue[]): Markdown {
  return Markdown.own(texts.reduce((all, text, index) => all + textOf(values[index - 1]) + text));
}

function textOf(value: MarkdownValue): string {
  if (value === undefined || value === false) return "";
  if (typeof value === "string" || typeof value === "number") return escaped(oneLine(String(value)));
  return value instanceof Markdown ? value.text : value.map(({ text }) => text).join("");
}

/** Joins parts that are there; blank lines between paragraphs are `"\n\n"`. */
export function joinMarkdown(parts: readonly (Markdown | undefined | false)[], separator: string): Markdown {
  const present = parts.filter((part) => part instanceof Markdown && !part.isEmpty) as readonly Markdown[];
  return Markdown.own(present.map(({ text }) => text).join(separator));
}

/** A value in the letters of a program: `orders:7`. */
export function code(value: string): Markdown {
  const text = oneLine(value);
  const fence = "`".repeat(longestRunOfBackticks(text) + 1);
  const pad = /^`|`$|^ .* $/.test(text) ? " " : "";
  return Markdown.own(text.trim() === "" ? "" : `${fence}${pad}${text}${pad}${fence}`);
}

/** Lines of a program, as they are. */
export function codeBlock(text: string): Markdown {
  const shown = plainText(text);
  const fence = "`".repeat(Math.max(3, longestRunOfBackticks(shown) + 1));
  return Markdown.own(`${fence}text\n${shown}\n${fence}`);
}

/** A table; a bar in a cell would begin the next one. */
export function table(head: readonly Markdown[], rows: readonly (readonly Markdown[])[]): Markdown {
  const line = (cells: readonly string[]): string =>
    `|${cells.map((cell) => (cell === "" ? " " : ` ${cell} `)).join("|")}|`;
  const lines = [head, ...rows].map((cells) => line(cells.map(({ text }) => cellText(text))));
  return Markdown.own([lines[0], line(head.map(() => "---")), ...lines.slice(1)].join("\n"));
}

/** Bars that are escaped already stay; those in code are not, as code escapes nothing but them. */
function cellText(text: string): string {
  return text.replaceAll("\n", " ").replaceAll(/(?<!\\)\|/g, "\\|");
}

/** Text that Markdown shows as it is, at the beginning of a line too. Addresses in it do not become links. */
function escaped(text: string): string {
  return text
    .replace(/^ {2,}/, " ")
    .replaceAll(/[\\`*_{}[\]<>#!|~&@]/g, "\\$&")
    .replaceAll(/\/(?=\/)|(?<=\/)\//g, "\\/")
    .replaceAll(/(?<=www)\./gi, "\\.")
    .replace(/^(\s*)([-+=])/, "$1\\$2")
    .replace(/^(\s*\d+)([.)])(?=\s|$)/, "$1\\$2");
}

function longestRunOfBackticks(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}
