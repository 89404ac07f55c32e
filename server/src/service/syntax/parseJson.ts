import { createScanner, type JSONVisitor, type ParseErrorCode, visit } from "jsonc-parser";
import { JsonNode, type JsonSource, type JsonType, type Span } from "./jsonNode.ts";
import { deepest, readJson } from "./readJson.ts";
import type { SyntaxError } from "./parsedText.ts";

export interface ParsedJson {
  /** The outermost value; undefined when the text holds none. */
  readonly root: JsonNode | undefined;
  /** In the order of the file; the first is the cause, later ones often follow from it. */
  readonly errors: readonly SyntaxError[];
  /** Offsets of tokens that are not what they seem to be, such as a text without its closing quote. */
  readonly faults: readonly number[];
}

/** The codes of jsonc-parser, whose const enum cannot be imported by type-stripped code. */
const messages: Readonly<Record<number, string>> = {
  1: "This is not a JSON value. Text needs double quotes; other values are numbers, true, false and null.",
  2: "This is not a JSON number.",
  3: "A member name in double quotes is expected here.",
  4: "A value is expected here.",
  5: "A colon is expected between a member's name and its value.",
  6: "A comma is expected between members or elements.",
  7: "The object that is open here needs a closing }.",
  8: "The list that is open here needs a closing ].",
  9: "Nothing may follow the outermost value.",
  10: "This comment is not valid.",
  11: "This comment is not closed with */.",
  12: "This text needs a closing double quote.",
  13: "This number is not complete.",
  14: "\\u must be followed by four hexadecimal digits.",
  15: "This escape is not valid in JSON; write \\\\ for a backslash.",
  16: "A control character must be written as an escape, such as \\n or \\t.",
};

/** The code of jsonc-parser for what follows a value without a comma. */
const commaExpected = 6;

/**
 * Parses JSON with comments, recovering from every fault. Trailing commas are tolerated, as AWS tools' own
 * readers do not see them.
 */
export function parseJson(source: JsonSource, text: string): ParsedJson {
  const faultless = readJson(source, text);
  if (faultless) return { root: faultless, errors: [], faults: [] };
  const tooDeep = tooDeepAt(text);
  if (tooDeep !== undefined)
    return {
      root: undefined,
      errors: [
        { offset: tooDeep, length: 1, message: `Nothing in ECS is nested deeper than ${deepest} levels.` },
      ],
      faults: [],
    };
  const builder = new TreeBuilder(source, text);
  visit(text, builder, { allowTrailingComma: false });
  builder.closeAll(text.length);
  return { root: builder.root, errors: builder.errors, faults: faultyTokens(text) };
}

/** The kinds of jsonc-parser for what is no token, and for the end of the text. */
const [noToken, endOfText] = [16, 17];

/** Where tokens start that are not what they seem to be, behind the outermost value too. */
function faultyTokens(text: string): readonly number[] {
  const scanner = createScanner(text);
  const faults: number[] = [];
  for (let kind = scanner.scan() as number; kind !== endOfText; kind = scanner.scan())
    if (kind === noToken || (scanner.getTokenError() as number) !== 0) faults.push(scanner.getTokenOffset());
  return faults;
}

class TreeBuilder implements JSONVisitor {
  root: JsonNode | undefined;
  readonly errors: SyntaxError[] = [];
  readonly #source: JsonSource;
  readonly #text: string;
  /** Where the text ends, white space not counted. */
  readonly #textEnd: number;
  #open: JsonNode | undefined;
  /** The object or list that was closed last. */
  #closed: JsonNode | undefined;
  #key: { name: string; span: Span } | undefined;
  /** Where the last value ends. */
  #lastEnd = 0;

  constructor(source: JsonSource, text: string) {
    this.#source = source;
    this.#text = text;
    this.#textEnd = text.trimEnd().length;
  }

  onObjectBegin = (offset: number): void => this.#begin("object", offset);
  onArrayBegin = (offset: number): void => this.#begin("array", offset);
  onObjectEnd = (offset: number, length: number): void => this.#end(offset + length);
  onArrayEnd = (offset: number, length: number): void => this.#end(offset + length);

  onObjectProperty = (quoted: string, offset: number, length: number): void => {
    const name = this.#source.placeholderNames?.get(offset) ?? quoted;
    this.#source.memberNames.add(name);
    this.#key = { name, span: { offset, length } };
  };

  onLiteralValue = (value: unknown, offset: number, length: number): void => {
    const type = value === null ? "null" : (typeof value as "string" | "number" | "boolean");
    this.#lastEnd = offset + length;
    this.#add(type, offset, length, value as string | number | boolean);
  };

  onError = (code: ParseErrorCode, offset: number, length: number): void => {
    const error = this.#endFault(offset, length, code) ??
      this.#bracketFault(offset) ?? {
        offset,
        length: Math.min(length, this.#text.length - offset),
        message: messages[code] ?? "This is not valid JSON.",
        ...((code as number) === commaExpected && this.#missingComma(offset)),
      };
    // What else is missing at the same place, and at the end of the text, follows from the first.
    const [first, last] = [this.errors[0], this.errors.at(-1)];
    if (first && (last?.offset === error.offset || offset >= this.#textEnd)) return;
    this.errors.push(error);
  };

  /** Puts a comma behind the value before an offset, if the next member or element begins there. */
  #missingComma(offset: number): Pick<SyntaxError, "mend"> {
    const begins = this.#open?.type === "object" ? /^"/ : /^["{[\dtfn-]/;
    if (!begins.test(this.#text.charAt(offset))) return {};
    const replacement = { offset: this.#lastEnd, length: 0, text: "," };
    return { mend: { title: "Insert a comma", replacement, isSafe: false } };
  }

  /** What is said where the text ends too early. */
  #endFault(offset: number, length: number, code: number): SyntaxError | undefined {
    const isUnclosedText = code === 12 && offset + length >= this.#textEnd;
    // Of a bracket that is missing the parser tells when it has closed what it opens.
    const inside = code === 7 || code === 8 ? this.#closed : this.#open;
    if (!inside || (offset < this.#textEnd && !isUnclosedText)) return undefined;
    const missing = `${isUnclosedText ? '"' : ""}${closingOf(inside)}`;
    const message = `The file ends too early, inside ${placeOf(inside)}: ${missing} is missing at the end.`;
    return { offset, length: Math.min(length, this.#text.length - offset), message };
  }

  /** What is wrong with a closing bracket: a comma before it, or another one that is missing. */
  #bracketFault(offset: number): SyntaxError | undefined {
    const bracket = this.#text.charAt(offset);
    if (bracket !== "}" && bracket !== "]") return undefined;
    const comma = commaBefore(this.#text, offset);
    if (comma !== undefined)
      return {
        offset: comma,
        length: 1,
        message: "JSON has no comma after the last member or element. Remove it.",
        mend: {
          title: "Remove the comma",
          replacement: { offset: comma, length: 1, text: "" },
          isSafe: true,
        },
      };
    if (bracket === "}" && this.#open?.type === "array")
      return { offset, length: 1, message: "The list that is open here needs a closing ] before this }." };
    if (bracket === "]" && this.#open?.type === "object")
      return { offset, length: 1, message: "The object that is open here needs a closing } before this ]." };
    return undefined;
  }

  /** Gives the values that the text never closes an end. */
  closeAll(end: number): void {
    while (this.#open) this.#end(end);
  }

  #begin(type: JsonType, offset: number): void {
    this.#open = this.#add(type, offset, 1);
  }

  #end(offset: number): void {
    this.#lastEnd = offset;
    if (!this.#open) return;
    this.#open.length = offset - this.#open.offset;
    this.#closed = this.#open;
    this.#open = this.#open.parent;
  }

  #add(type: JsonType, offset: number, length: number, value?: string | number | boolean): JsonNode {
    const key = this.#open?.type === "object" ? this.#key : undefined;
    const node = new JsonNode(this.#source, type, offset, length, this.#open, key, value);
    this.#key = undefined;
    this.root ??= node;
    return node;
  }
}

/** An object or list in words, by the nearest name. */
function placeOf(node: JsonNode): string {
  const what = node.type === "array" ? "list" : "object";
  if (node.key !== undefined) return `the ${what} "${node.key}"`;
  const owner = node.parent?.key;
  return owner === undefined ? `the outermost ${what}` : `the ${what} in "${owner}"`;
}

/** The brackets that close a value and all around it. */
function closingOf(node: JsonNode): string {
  let closing = "";
  for (let open: JsonNode | undefined = node; open; open = open.parent)
    closing += open.type === "array" ? "]" : "}";
  return closing;
}

/** The comma before an offset, with nothing but white space between. */
function commaBefore(text: string, offset: number): number | undefined {
  let before = offset - 1;
  while (/\s/.test(text.charAt(before))) before--;
  return text[before] === "," ? before : undefined;
}

/** Where a text goes deeper than can be parsed by recursion. */
function tooDeepAt(text: string): number | undefined {
  let depth = 0;
  for (const { 0: part, index } of text.matchAll(/"(?:[^"\\\n]|\\.)*"?|[[\]{}]/g)) {
    if (part === "{" || part === "[") depth += 1;
    if (part === "}" || part === "]") depth = Math.max(depth - 1, 0);
    if (depth > deepest) return index;
  }
  return undefined;
}
