import { JsonNode, type JsonSource } from "./jsonNode.ts";
import { lineEnd } from "./lineEnd.ts";

/** Objects and lists may be nested so deep: far more than ECS knows, and little enough for recursion. */
export const deepest = 200;

/**
 * Reads text that is JSON with comments, in one pass and several times as fast as a parser that can recover.
 * Gives undefined at the first fault, however small, for text without a value, and for text that is nested
 * too deep.
 */
export function readJson(source: JsonSource, text: string): JsonNode | undefined {
  const reader = new Reader(source, text);
  const root = reader.value(undefined, undefined);
  return root && reader.isAtEnd() ? root : undefined;
}

/** Name of a member and where it stands. */
type Key = ConstructorParameters<typeof JsonNode>[5];

const tab = 9;
const lineFeed = 10;
const carriageReturn = 13;
const blank = 32;
const quote = 34;
const comma = 44;
const slash = 47;
const colon = 58;
const openingBracket = 91;
const backslash = 92;
const closingBracket = 93;
const openingBrace = 123;
const closingBrace = 125;

const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

class Reader {
  readonly #source: JsonSource;
  readonly #text: string;
  #position = 0;
  #depth = 0;

  constructor(source: JsonSource, text: string) {
    this.#source = source;
    this.#text = text;
  }

  isAtEnd(): boolean {
    return Number.isNaN(this.#next());
  }

  value(parent: JsonNode | undefined, key: Key): JsonNode | undefined {
    const start = this.#next();
    if (start === quote) return this.#string(parent, key);
    if (start === openingBrace || start === openingBracket) return this.#nested(start, parent, key);
    return (
      this.#literal("true", true, parent, key) ??
      this.#literal("false", false, parent, key) ??
      this.#literal("null", undefined, parent, key) ??
      this.#number(parent, key)
    );
  }

  #nested(start: number, parent: JsonNode | undefined, key: Key): JsonNode | undefined {
    this.#depth += 1;
    if (this.#depth > deepest) return undefined;
    const node = start === openingBrace ? this.#object(parent, key) : this.#array(parent, key);
    this.#depth -= 1;
    return node;
  }

  #object(parent: JsonNode | undefined, key: Key): JsonNode | undefined {
    const node = new JsonNode(this.#source, "object", this.#position++, 1, parent, key);
    if (this.#next() === closingBrace) return this.#close(node);
    for (;;) {
      const memberKey = this.#next() === quote ? this.#key() : undefined;
      if (!memberKey || this.#next() !== colon) return undefined;
      this.#position += 1;
      if (!this.value(node, memberKey)) return undefined;
      const after = this.#next();
      if (after === closingBrace) return this.#close(node);
      if (after !== comma) return undefined;
      this.#position += 1;
    }
  }

  #array(parent: JsonNode | undefined, key: Key): JsonNode | undefined {
    const node = new JsonNode(this.#source, "array", this.#position++, 1, parent, key);
    if (this.#next() === closingBracket) return this.#close(node);
    for (;;) {
      if (!this.value(node, undefined)) return undefined;
      const after = this.#next();
      if (after === closingBracket) return this.#close(node);
      if (after !== comma) return undefined;
      this.#position += 1;
    }
  }

  #close(node: JsonNode): JsonNode {
    this.#position += 1;
    node.length = this.#position - node.offset;
    return node;
  }

  #key(): Key {
    const offset = this.#position;
    const quoted = this.#quoted();
    if (quoted === undefined) return undefined;
    const name = this.#source.placeholderNames?.get(offset) ?? quoted;
    this.#source.memberNames.add(name);
    return { name, span: { offset, length: this.#position - offset } };
  }

  #string(parent: JsonNode | undefined, key: Key): JsonNode | undefined {
    const offset = this.#position;
    const value = this.#quoted();
    return value === undefined
      ? undefined
      : new JsonNode(this.#source, "string", offset, this.#position - offset, parent, key, value);
  }

  #number(parent: JsonNode | undefined, key: Key): JsonNode | undefined {
    const offset = this.#position;
    number.lastIndex = offset;
    const digits = number.exec(this.#text)?.[0];
    if (digits === undefined) return undefined;
    this.#position += digits.length;
    return new JsonNode(this.#source, "number", offset, digits.length, parent, key, Number(digits));
  }

  #literal(
    word: string,
    value: boolean | undefined,
    parent: JsonNode | undefined,
    key: Key,
  ): JsonNode | undefined {
    if (!this.#text.startsWith(word, this.#position)) return undefined;
    const offset = this.#position;
    this.#position += word.length;
    return new JsonNode(
      this.#source,
      value === undefined ? "null" : "boolean",
      offset,
      word.length,
      parent,
      key,
      value,
    );
  }

  /** The text in quotes that starts here. */
  #quoted(): string | undefined {
    const text = this.#text;
    const start = this.#position;
    let end = start + 1;
    let hasEscapes = false;
    for (let code = text.charCodeAt(end); code !== quote; code = text.charCodeAt(end)) {
      if (!(code >= blank)) return undefined;
      if (code === backslash) hasEscapes = true;
      end += code === backslash ? 2 : 1;
    }
    this.#position = end + 1;
    return hasEscapes ? unescape(text.slice(start, end + 1)) : text.slice(start + 1, end);
  }

  /** Skips blanks and comments and gives the code of the next character, NaN at the end. */
  #next(): number {
    for (;;) {
      const code = this.#text.charCodeAt(this.#position);
      if (code === blank || code === lineFeed || code === carriageReturn || code === tab) this.#position += 1;
      else if (code !== slash || !this.#skipComment()) return code;
    }
  }

  #skipComment(): boolean {
    const isLine = this.#text.startsWith("//", this.#position);
    if (!isLine && !this.#text.startsWith("/*", this.#position)) return false;
    const end = isLine
      ? lineEnd(this.#text, this.#position)
      : this.#text.indexOf("*/", this.#position + 2) + 2;
    // A comment that is not closed is a fault, and stays where it is.
    if (end < this.#position + 2) return false;
    this.#position = end;
    return true;
  }
}

/** Escapes are rare and left to the platform. */
function unescape(literal: string): string | undefined {
  try {
    return JSON.parse(literal) as string;
  } catch {
    return undefined; // an escape that JSON does not know: a fault that the caller handles
  }
}
