import type { Span } from "./jsonNode.ts";

/** A placeholder found in a text. */
export interface FoundPlaceholder extends Span {
  readonly text: string;
  /** The name without marks, `IMAGE_TAG`; the whole expression where it is more than a name. */
  readonly name: string;
  readonly fallback?: string;
}

/**
 * The placeholders of the tools that render these files: shell and envsubst, Go and Jinja templates (ecspresso),
 * CodePipeline, sed conventions, Azure pipelines. Each alternative has the name in one group.
 */
const placeholder = new RegExp(
  [
    String.raw`\$\{([^{}]*(?:\{[^{}]*\}[^{}]*)*)\}`,
    String.raw`\$([A-Za-z_]\w*)`,
    String.raw`\{\{-?\s*([\s\S]*?)\s*-?\}\}`,
    String.raw`\{%-?\s*([\s\S]*?)\s*-?%\}`,
    String.raw`%([A-Za-z_]\w+)%`,
    String.raw`<([A-Za-z_][\w .-]*)>`,
    String.raw`__([A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)*)__`,
    String.raw`#\{([^}]*)\}#?`,
    String.raw`@([A-Z_][A-Z0-9_]*)@`,
    String.raw`\[\[\s*([A-Za-z_][\w. -]*)\s*\]\]`,
  ].join("|"),
  "g",
);

/** Tells only whether there is one: a global expression would remember where it stopped. */
const anyPlaceholder = new RegExp(placeholder.source);

/** Texts that stand in for a value without being marked as placeholders. A very long run of x is a value of its own. */
const standIn =
  /(?:^|:)\{[A-Za-z_][\w.-]*\}$|\bYOUR[_-]|\byour-|\bREPLACE|\bCHANGE[_-]?ME\b|(?<!x)x{4,64}(?!x)|(?<!X)X{4,64}(?!X)|\.\.\.$/;

/** A cheap test that most strings fail, so that the long pattern runs on few. */
const hint = /[${%<#@]|__|\[\[|YOUR|your-|REPLACE|CHANGE|xxxx|XXXX|\.\.\.$/;

/** Tells whether a string is known only after a tool has filled it in, or is an obvious stand-in. */
export function isPlaceholder(text: string): boolean {
  if (!hint.test(text)) return false;
  return anyPlaceholder.test(text) || standIn.test(text);
}

/** All marked placeholders of a text, in order. Offsets are relative to the text. */
export function findPlaceholders(text: string): FoundPlaceholder[] {
  return [...text.matchAll(placeholder)].map((match) => {
    const expression = match.slice(1).find((group) => group !== undefined) ?? "";
    return { offset: match.index, length: match[0].length, text: match[0], ...nameAndFallback(expression) };
  });
}

function nameAndFallback(expression: string): { name: string; fallback?: string } {
  const shell = /^([A-Za-z_]\w*):?-(.*)$/.exec(expression);
  if (shell) return { name: shell[1]!, fallback: shell[2]! };
  const template = /^(?:must_)?env\s+[`"']([^`"']*)[`"'](?:\s+[`"']([^`"']*)[`"'])?$/.exec(expression);
  if (template)
    return template[2] === undefined ? { name: template[1]! } : { name: template[1]!, fallback: template[2] };
  return { name: expression };
}

/** Template text that stands outside of quotes. */
export interface TemplateText extends Span {
  /** True when it stands for a value. */
  readonly isValue: boolean;
  /** What it does to the depth of template blocks: 1 for each that it opens, -1 for each that it closes, in order. */
  readonly levels: readonly (1 | -1)[];
}

/** A text that parses although placeholders stand in it without quotes. */
export interface BlankedText {
  /** As long as the original, so that offsets hold. */
  readonly text: string;
  /** Where values stand that replace a placeholder. */
  readonly values: ReadonlySet<number>;
  /** True when template statements were found, which may add or remove parts of the file. */
  readonly hasStatements: boolean;
  /** What was replaced, in the order of the text. */
  readonly templates: readonly TemplateText[];
}

/**
 * Replaces unquoted placeholders by string literals of the same length where a value is expected, and by blanks
 * elsewhere. Quotes inside a quoted `{{ … }}` are neutralised.
 */
export function blankPlaceholders(text: string): BlankedText {
  return new Blanker(text).run();
}

class Blanker {
  readonly #text: string;
  readonly #out: string[] = [];
  readonly #values = new Set<number>();
  readonly #templates: TemplateText[] = [];
  readonly #brackets: string[] = [];
  #position = 0;
  #previous = "";
  #hasStatements = false;

  constructor(text: string) {
    this.#text = text;
  }

  run(): BlankedText {
    while (this.#position < this.#text.length) this.#step();
    return {
      text: this.#out.join(""),
      values: this.#values,
      hasStatements: this.#hasStatements,
      templates: this.#templates,
    };
  }

  #step(): void {
    const char = this.#text[this.#position]!;
    if (char === '"') return this.#quoted();
    if (char === "/" && /[/*]/.test(this.#text[this.#position + 1] ?? "")) return this.#comment();
    if (/[${%<#@_[]/.test(char) && this.#placeholder()) return;
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
    const end =
      this.#text[this.#position + 1] === "/"
        ? this.#text.indexOf("\n", this.#position)
        : this.#text.indexOf("*/", this.#position);
    this.#keep(
      end < 0 ? this.#text.length - this.#position : end - this.#position + (this.#text[end] === "*" ? 2 : 0),
    );
  }

  #quoted(): void {
    const match = /"(?:\\.|\{\{.*?\}\}|[^"\\\n])*"?/y;
    match.lastIndex = this.#position;
    const literal = match.exec(this.#text)?.[0] ?? '"';
    const neutral = literal.replace(/\{\{.*?\}\}/g, (template) => template.replaceAll(/["\\]/g, "'"));
    this.#out.push(neutral);
    this.#position += literal.length;
    this.#previous = '"';
  }

  #placeholder(): boolean {
    // A value may be glued together: ${PREFIX}80, {{ .Port }}0
    const glued = new RegExp(`(?:${placeholder.source}|[\\w.-])+`, "y");
    glued.lastIndex = this.#position;
    const found = glued.exec(this.#text)?.[0];
    const placeholders = found === undefined ? [] : findPlaceholders(found);
    if (found === undefined || placeholders.length === 0) return false;
    const isStatement = /^\{%|^\{\{-?\s*(?:if|else|end|range|with|for|define|template|block)\b/.test(found);
    this.#hasStatements ||= isStatement;
    const isValue = !isStatement && found.length > 1 && this.#expectsValue();
    if (isValue) {
      this.#values.add(this.#position);
      this.#previous = '"';
    }
    const levels = placeholders.flatMap(({ text }) => levelOf(text));
    this.#templates.push({ offset: this.#position, length: found.length, isValue, levels });
    this.#out.push(
      isValue ? `"${found.slice(2).replaceAll(/["\\\n\r]/g, " ")}"` : found.replaceAll(/[^\n\r]/g, " "),
    );
    this.#position += found.length;
    return true;
  }

  #expectsValue(): boolean {
    if (this.#previous === ":" || this.#previous === "") return true;
    return this.#brackets.at(-1) === "[" && (this.#previous === "[" || this.#previous === ",");
  }
}

/** Words that open a block which another statement closes: of Go templates, Jinja and their like. */
const opening = /^(?:if|with|range|for|define|block|macro|call|filter|raw|autoescape|unless|each)\b/;

/** What a placeholder does to the depth of blocks: nothing, unless it is a statement. */
function levelOf(text: string): readonly (1 | -1)[] {
  const statement = /^\{[{%]-?\s*#?(\/?[a-z]+)/.exec(text)?.[1];
  if (statement === undefined) return [];
  if (statement.startsWith("/") || statement.startsWith("end")) return [-1];
  return opening.test(statement) ? [1] : [];
}
