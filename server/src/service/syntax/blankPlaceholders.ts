import type { Span } from "./jsonNode.ts";
import { lineEnd } from "./lineEnd.ts";
import { findPlaceholders, PlaceholderReader } from "./placeholders.ts";
import { isStatement, levelOf } from "./statements.ts";

/** Template text that stands outside of quotes. */
export interface TemplateText extends Span {
  /** True when it stands for a value, the name of a member, or members of an object. */
  readonly isValue: boolean;
  /**
   * True when it may stand for members of the object around it or for a name, so that nobody knows what is
   * missing.
   */
  readonly isMembers: boolean;
  /** True when it may add or remove any part of the file. */
  readonly isStatement: boolean;
  /**
   * What it does to the depth of template blocks: 1 for each that it opens, -1 for each that it closes, in
   * order.
   */
  readonly levels: readonly (1 | -1)[];
}

/** A text that parses although placeholders stand in it without quotes. */
export interface BlankedText {
  /** As long as the original, so that offsets hold. */
  readonly text: string;
  /** Where values stand that replace a placeholder. */
  readonly values: ReadonlySet<number>;
  /** The placeholders that stand for names of members, or for members, by the offset of the name. */
  readonly names: ReadonlyMap<number, string>;
  /** True when template statements were found, which may add or remove parts of the file. */
  readonly hasStatements: boolean;
  /** What was replaced, in the order of the text. */
  readonly templates: readonly TemplateText[];
}

/**
 * Replaces unquoted placeholders by string literals of the same length where a value is expected, and by
 * blanks elsewhere. Quotes inside a quoted `{{ … }}` are neutralised. Takes a time that is linear in the
 * length of the text.
 */
export function blankPlaceholders(text: string): BlankedText {
  return new Blanker(text).run();
}

class Blanker {
  readonly #text: string;
  readonly #placeholders: PlaceholderReader;
  readonly #out: string[] = [];
  readonly #values = new Set<number>();
  readonly #names = new Map<number, string>();
  readonly #templates: TemplateText[] = [];
  readonly #brackets: string[] = [];
  #position = 0;
  #previous = "";
  #hasStatements = false;
  /** Up to here no placeholder begins. */
  #plainUntil = 0;

  constructor(text: string) {
    this.#text = text;
    this.#placeholders = new PlaceholderReader(text);
  }

  run(): BlankedText {
    while (this.#position < this.#text.length) this.#step();
    return {
      text: this.#out.join(""),
      values: this.#values,
      names: this.#names,
      hasStatements: this.#hasStatements,
      templates: this.#templates,
    };
  }

  #step(): void {
    const char = this.#text[this.#position]!;
    if (char === '"') return this.#quoted();
    if (char === "/" && /[/*]/.test(this.#text[this.#position + 1] ?? "")) return this.#comment();
    if (/[${%<#@_[(]/.test(char) && this.#placeholder()) return;
    if (char === "{" || char === "[") this.#brackets.push(char);
    if (char === "}" || char === "]") this.#brackets.pop();
    if (!/\s/.test(char)) this.#previous = char;
    this.#keep(1);
  }

  #keep(length: number): void {
    this.#out.push(this.#text.slice(this.#position, this.#position + length));
    this.#position += length;
  }

  #comment(): void {
    this.#keep(this.#commentEnd() - this.#position);
  }

  #commentEnd(): number {
    if (this.#text[this.#position + 1] === "/") return lineEnd(this.#text, this.#position);
    const end = this.#text.indexOf("*/", this.#position + 2);
    return end < 0 ? this.#text.length : end + 2;
  }

  /** A text in quotes, up to the end of its line where it is not closed. */
  #quoted(): void {
    const text = this.#text;
    this.#take('"');
    while (this.#position < text.length) {
      const char = text[this.#position]!;
      if (/[\n\r]/.test(char) || (char === "\\" && /[\r\n]/.test(text[this.#position + 1] ?? ""))) break;
      if (char === "\\") this.#take(text.slice(this.#position, this.#position + 2));
      else if ((char !== "{" && char !== "<") || !this.#quotedTemplate()) this.#take(char);
      if (char === '"') break;
    }
    this.#previous = '"';
  }

  /** A `{{ … }}` or `<% … %>` on one line, whose quotes do not end the text around it. */
  #quotedTemplate(): boolean {
    const mark = this.#text.slice(this.#position, this.#position + 2);
    if (mark !== "{{" && mark !== "<%") return false;
    const close = this.#placeholders.next(mark === "{{" ? "}}" : "%>", this.#position + 2);
    const isOnLine = ["\n", "\r"].every((end) => this.#placeholders.next(end, this.#position) > close);
    if (close === Infinity || !isOnLine) return false;
    this.#take(this.#text.slice(this.#position, close + 2).replaceAll(/["\\]/g, "'"));
    return true;
  }

  /** Puts a text in place of one that is as long. */
  #take(text: string): void {
    this.#out.push(text);
    this.#position += text.length;
  }

  #placeholder(): boolean {
    const end = this.#gluedEnd();
    if (end === undefined) return false;
    const found = this.#text.slice(this.#position, end);
    const use = isStatement(found) ? "statement" : this.#useOf(found, end);
    this.#hasStatements ||= use === "statement";
    this.#templates.push({
      offset: this.#position,
      length: found.length,
      isValue: use !== "statement" && use !== "blank",
      isMembers: this.#mayBeMembers(use),
      isStatement: use === "statement",
      levels: findPlaceholders(found).flatMap(({ text }) => levelOf(text)),
    });
    this.#replace(use, found);
    return true;
  }

  #mayBeMembers(use: Use): boolean {
    return use === "name" || use === "members" || (use === "blank" && this.#brackets.at(-1) === "{");
  }

  #replace(use: Use, found: string): void {
    if (use === "statement" || use === "blank") return this.#take(found.replaceAll(/[^\n\r]/g, " "));
    if (use !== "name") this.#values.add(this.#position + (use === "members" ? 3 : 0));
    if (use !== "value") this.#names.set(this.#position, found);
    this.#previous = '"';
    this.#take(literalFor(use, found));
  }

  /**
   * What a placeholder that is no statement stands for, by what is around it; blanks where that is not known.
   */
  #useOf(found: string, end: number): Use {
    if (found.length < 2) return "blank";
    if (this.#expectsValue()) return "value";
    if (this.#brackets.at(-1) !== "{" || !/[{,]/.test(this.#previous)) return "blank";
    const next = this.#nextSolid(end);
    if (next === ":") return "name";
    // What stands alone between braces may be nothing at all.
    const isOneOfSeveral = next === "," || (next === "}" && this.#previous === ",");
    return found.length > 3 && isOneOfSeveral ? "members" : "blank";
  }

  /** The next character that is no white space. */
  #nextSolid(offset: number): string | undefined {
    let end = offset;
    while (end < this.#text.length && /\s/.test(this.#text[end]!)) end += 1;
    return this.#text[end];
  }

  /**
   * Where what is glued together ends: `${PREFIX}80`, `{{ .Port }}0`. Undefined where no placeholder is part
   * of it.
   */
  #gluedEnd(): number | undefined {
    if (this.#position < this.#plainUntil) return undefined;
    let end = this.#position;
    let isPlain = true;
    for (;;) {
      const mark = this.#placeholders.at(end);
      if (mark) {
        isPlain = false;
        end = mark.end;
      } else if (end < this.#text.length && /[\w.-]/.test(this.#text[end]!)) end += 1;
      else break;
    }
    if (!isPlain) return end;
    this.#plainUntil = end;
    return undefined;
  }

  #expectsValue(): boolean {
    if (this.#previous === ":" || this.#previous === "") return true;
    return this.#brackets.at(-1) === "[" && (this.#previous === "[" || this.#previous === ",");
  }
}

/** What stands in the place of a placeholder. */
type Use = "value" | "name" | "members" | "statement" | "blank";

/** JSON that is as long as a placeholder: a string, or a member whose name is empty. */
function literalFor(use: "value" | "name" | "members", found: string): string {
  const inside = found.replaceAll(/["\\\n\r]/g, " ");
  if (use !== "members") return `"${inside.slice(2)}"`;
  return found.length === 4 ? '"":0' : `"":"${inside.slice(5)}"`;
}
