import type { Span } from "../jsonNode.ts";
import type { TemplateText } from "../blankPlaceholders.ts";
import { jsonComments } from "../jsonComments.ts";
import { lineEnd } from "../lineEnd.ts";
import { countWhile } from "../sorted.ts";
import { holdsStatement } from "../statements.ts";

/** What stands between two values of a container. */
export interface GapPart extends Span {
  /** A barrier is template text or anything else that is neither blank nor a comma nor a comment. */
  readonly kind: "blank" | "comma" | "line comment" | "block comment" | "barrier";
}

/** A text and what its parser knows of it. */
export interface JsonText {
  readonly text: string;
  /** As long as the text; template text outside of quotes is blank or stands in quotes. */
  readonly parsed: string;
  /** Template text outside of quotes, in the order of the text. */
  readonly templates: readonly TemplateText[];
  /** Offsets of tokens that are not what they seem to be, such as texts that are not closed. */
  readonly faults: readonly number[];
}

/** How a text is laid out. What takes a look at the whole text is found out once. */
export class JsonLayout {
  readonly text: string;
  readonly #parsed: string;
  readonly #templates: readonly TemplateText[];
  readonly #faults: readonly number[];
  #faultyLines: ReadonlySet<number> | undefined;
  #starts: readonly number[] | undefined;
  #unit: string | undefined;
  #break: string | undefined;

  constructor({ text, parsed, templates, faults }: JsonText) {
    this.text = text;
    this.#parsed = parsed;
    this.#templates = templates;
    this.#faults = faults;
  }

  /** One step of indentation as the file has it. */
  get indentUnit(): string {
    return (this.#unit ??= /\n([ \t]+)\S/.exec(this.text)?.[1] ?? "  ");
  }

  get lineBreak(): string {
    return (this.#break ??= this.text.includes("\r\n") ? "\r\n" : "\n");
  }

  /** Offsets at which the lines start. */
  get lineStarts(): readonly number[] {
    return (this.#starts ??= startsOfLines(this.text));
  }

  /** Number of the line on which an offset is, from 0. */
  lineOf(offset: number): number {
    return countWhile(this.lineStarts, (start) => start <= offset) - 1;
  }

  /** The blanks at the start of the line of an offset, at most as many as stand before it. */
  lineIndent(offset: number): string {
    const start = this.lineStarts[this.lineOf(offset)]!;
    let end = start;
    while (end < offset && (this.text[end] === " " || this.text[end] === "\t")) end++;
    return this.text.slice(start, end);
  }

  /** True when all tokens of the lines of a stretch are what they seem to be. */
  isSound(from: number, to: number): boolean {
    if (this.#faults.length === 0) return true;
    this.#faultyLines ??= new Set(this.#faults.map((offset) => this.lineOf(offset)));
    const last = this.lineOf(to);
    for (let line = this.lineOf(from); line <= last; line++) if (this.#faultyLines.has(line)) return false;
    return true;
  }

  /** The parts of a stretch between values. */
  gap(from: number, to: number): readonly GapPart[] {
    const parts: GapPart[] = [];
    let offset = from;
    let next = countWhile(this.#templates, (template) => template.offset + template.length <= from);
    while (offset < to) {
      const template = this.#templates[next];
      const isTemplate = template !== undefined && template.offset <= offset;
      const kind = isTemplate ? "barrier" : kindAt(this.#parsed, offset);
      const end = isTemplate
        ? Math.min(template.offset + template.length, to)
        : endOf(kind, this.#parsed, offset, Math.min(to, template?.offset ?? to));
      if (isTemplate) next++;
      parts.push({ kind, offset, length: end - offset });
      offset = end;
    }
    return parts;
  }

  /** True when a stretch holds a comment, or a template statement, be it in quotes or not. */
  holdsKept(from: number, to: number): boolean {
    if (this.#holdsStatement(from, to) || this.comments(from, to).length > 0) return true;
    return holdsStatement(this.text.slice(from, to));
  }

  /** The comments of a stretch that starts and ends between tokens. */
  comments(from: number, to: number): readonly Span[] {
    return jsonComments(this.#parsed.slice(from, to)).map(({ offset, length }) => ({
      offset: from + offset,
      length,
    }));
  }

  /**
   * True when every template block that is opened in a stretch is closed in it, and the other way round: both
   * ends are then present under the same conditions.
   */
  isLevel(from: number, to: number): boolean {
    let level = 0;
    for (let index = countWhile(this.#templates, ({ offset }) => offset < from); ; index++) {
      const template = this.#templates[index];
      if (!template || template.offset >= to) return level === 0;
      for (const change of template.levels) {
        level += change;
        if (level < 0) return false;
      }
    }
  }

  #holdsStatement(from: number, to: number): boolean {
    for (let index = countWhile(this.#templates, ({ offset }) => offset < from); ; index++) {
      const template = this.#templates[index];
      if (!template || template.offset >= to) return false;
      if (!template.isValue || template.isMembers || template.levels.length > 0) return true;
    }
  }
}

function startsOfLines(text: string): number[] {
  const starts = [0];
  for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", end + 1)) starts.push(end + 1);
  return starts;
}

function kindAt(text: string, offset: number): GapPart["kind"] {
  const char = text[offset]!;
  if (/\s/.test(char)) return "blank";
  if (char === ",") return "comma";
  if (text.startsWith("//", offset)) return "line comment";
  return text.startsWith("/*", offset) ? "block comment" : "barrier";
}

function endOf(kind: GapPart["kind"], text: string, offset: number, limit: number): number {
  if (kind === "blank") {
    let end = offset + 1;
    while (end < limit && /\s/.test(text[end]!)) end++;
    return end;
  }
  if (kind === "line comment" || kind === "block comment") {
    const end = kind === "line comment" ? lineEnd(text, offset) : text.indexOf("*/", offset + 2) + 2;
    return end < offset + 2 ? limit : Math.min(end, limit);
  }
  return kind === "barrier" && text[offset] === '"' ? Math.min(quotedEnd(text, offset), limit) : offset + 1;
}

/** Where the text in quotes ends that starts here: behind its closing quote, or with its line. */
function quotedEnd(text: string, start: number): number {
  let end = start + 1;
  while (end < text.length && text[end] !== '"' && !/[\n\r]/.test(text[end]!))
    end += text[end] === "\\" ? 2 : 1;
  return end + 1;
}
