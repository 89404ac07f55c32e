import type { Span } from "./jsonNode.ts";

/** A placeholder found in a text. */
export interface FoundPlaceholder extends Span {
  readonly text: string;
  /** The name without marks, `IMAGE_TAG`; the whole expression where it is more than a name. */
  readonly name: string;
  readonly fallback?: string;
}

/** A stretch of text that a tool replaces, and what stands between its marks. */
export interface Mark {
  readonly end: number;
  readonly expression: string;
}

/** Where a placeholder may begin. */
const beginning = /[$%<#@]|\{(?=[{%])|_(?=_)|\[(?=\[)|\((?=\()/g;

/**
 * The marks whose content is a name, so that the place decides alone. Each alternative has the name in one
 * group.
 */
const named =
  /\$([A-Za-z_]\w*)|%([A-Za-z_]\w+)%|<([A-Za-z_][\w .-]*)>|__([A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)*)__|@([A-Z_][A-Z0-9_]*)@|\[\[\s*([A-Za-z_][\w.-]*(?: +[\w.-]+)*)\s*\]\]/y;

/** A variable of Azure Pipelines: `$(Build.BuildId)`. */
const macro = /\$\(([A-Za-z_][\w.-]*)\)/y;

/** What looks like one in a command, where a shell puts in the output of a program. */
const program = /^(?:arch|basename|date|env|hostname|id|ls|mktemp|nproc|pwd|tty|uname|uuidgen|whoami)$/;

/** A variable of Concourse: `((image))`, `((vault:orders.image))`. Behind a `$` a shell would calculate. */
const parenthesised = /(?<!\$)\(\(([A-Za-z_][\w./:-]*)\)\)/y;

/** A statement of Terraform's templates; other uses of `%{` are formats of log lines. */
const directive = /%\{~?(\s*(?:if|else|endif|for|endfor)\b[^{}\n]*(?:\{[^{}\n]*\}[^{}\n]*)*)\}/y;

/** The expression of a shell variable may hold one more pair of braces, and more of them beside it. */
const shell = /\$\{([^{}]*(?:\{[^{}]*\}[^{}]*)*)\}/y;

/**
 * Finds the placeholders of the tools that render these files: shell and envsubst, Go and Jinja templates
 * (ecspresso), CodePipeline, sed conventions, Azure Pipelines, Concourse, ERB and the templates of Terraform.
 *
 * Takes a time that is linear in the length of the text when asked from its start to its end: a closing mark
 * that is searched for is remembered.
 */
export class PlaceholderReader {
  readonly #text: string;
  /** Of each closing mark the next place that is known; infinite where there is none any more. */
  readonly #closings = new Map<string, number>();

  constructor(text: string) {
    this.#text = text;
  }

  /** The placeholder that begins at an offset, if one does. */
  at(offset: number): Mark | undefined {
    const two = this.#text.slice(offset, offset + 2);
    if (two === "${") return this.#matched(shell, offset);
    if (two === "{{") return this.#template(offset, "}}");
    if (two === "{%") return this.#template(offset, "%}");
    if (two === "#{") return this.#octothorpe(offset);
    if (two === "$(") return this.#macro(offset);
    if (two === "((") return this.#matched(parenthesised, offset);
    if (two === "<%") return this.#template(offset, "%>");
    if (two === "%{") return this.#matched(directive, offset);
    return this.#matched(named, offset);
  }

  /**
   * Where a mark stands next, at an offset or behind it; infinite where it does not. Offsets may only grow.
   */
  next(mark: string, offset: number): number {
    const known = this.#closings.get(mark);
    if (known !== undefined && known >= offset) return known;
    const found = this.#text.indexOf(mark, offset);
    const next = found < 0 ? Infinity : found;
    this.#closings.set(mark, next);
    return next;
  }

  #matched(expression: RegExp, offset: number): Mark | undefined {
    expression.lastIndex = offset;
    const match = expression.exec(this.#text);
    if (!match) return undefined;
    return {
      end: offset + match[0].length,
      expression:
        match
          .slice(1)
          .find((group) => group !== undefined)
          ?.trim() ?? "",
    };
  }

  #macro(offset: number): Mark | undefined {
    const found = this.#matched(macro, offset);
    return found && !program.test(found.expression) ? found : undefined;
  }

  #template(offset: number, closing: string): Mark | undefined {
    const close = this.next(closing, offset + 2);
    if (close === Infinity) return undefined;
    const inside = this.#text.slice(offset + 2, close);
    return { end: close + 2, expression: inside.replace(/^[-=]/, "").replace(/-$/, "").trim() };
  }

  /** `#{NAME}` or `#{NAME}#`. */
  #octothorpe(offset: number): Mark | undefined {
    const close = this.next("}", offset + 2);
    if (close === Infinity) return undefined;
    const end = close + (this.#text[close + 1] === "#" ? 2 : 1);
    return { end, expression: this.#text.slice(offset + 2, close) };
  }
}

/**
 * Texts that stand in for a value without being marked as placeholders, AWS's own `sg-EXAMPLE` among them. A
 * very long run of x is a value of its own.
 */
const standIn =
  /(?:^|:)\{[A-Za-z_][\w.-]*\}$|\bYOUR[_-]|\byour-|\bREPLACE|\bCHANGE[_-]?ME\b|(?<!x)x{4,64}(?!x)|(?<!X)X{4,64}(?!X)|^(?:subnet|sg|vpc|fs|fsap)-[0-9A-Za-z]{0,32}EXAMPLE|\.\.\.$/;

/** A cheap test that most strings fail, so that the others run on few. */
const hint = /[${%<#@]|__|\(\(|\[\[|YOUR|your-|REPLACE|CHANGE|xxxx|XXXX|EXAMPLE|\.\.\.$/;

/** Tells whether a string is known only after a tool has filled it in, or is an obvious stand-in. */
export function isPlaceholder(text: string): boolean {
  if (!hint.test(text)) return false;
  return !marksOf(text).next().done || standIn.test(text);
}

/** All marked placeholders of a text, in order. Offsets are relative to the text. */
export function findPlaceholders(text: string): FoundPlaceholder[] {
  return [...marksOf(text)].map(([offset, { end, expression }]) => ({
    offset,
    length: end - offset,
    text: text.slice(offset, end),
    ...nameAndFallback(expression),
  }));
}

function* marksOf(text: string): Generator<readonly [offset: number, mark: Mark]> {
  const reader = new PlaceholderReader(text);
  let end = 0;
  for (const { index } of text.matchAll(beginning)) {
    const mark = index < end ? undefined : reader.at(index);
    if (!mark) continue;
    yield [index, mark];
    end = mark.end;
  }
}

function nameAndFallback(expression: string): { name: string; fallback?: string } {
  const shell = /^([A-Za-z_]\w*):?-(.*)$/.exec(expression);
  if (shell) return { name: shell[1]!, fallback: shell[2]! };
  const template = /^(?:must_)?env\s+[`"']([^`"']*)[`"'](?:\s+[`"']([^`"']*)[`"'])?$/.exec(expression);
  if (template)
    return template[2] === undefined ? { name: template[1]! } : { name: template[1]!, fallback: template[2] };
  const ruby = /^ENV(?:\[|\.fetch\()\s*["']([^"']*)["'](?:,\s*["']([^"']*)["'])?\s*[\])]$/.exec(expression);
  if (ruby) return ruby[2] === undefined ? { name: ruby[1]! } : { name: ruby[1]!, fallback: ruby[2] };
  return { name: expression };
}
