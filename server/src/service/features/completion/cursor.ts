import { createScanner, type JSONScanner } from "jsonc-parser";
import type { JsonNode, Span } from "../../syntax/jsonNode.ts";
import { type Level, startAt } from "./levels.ts";

/** Where the cursor stands, told from the text before it, so that broken text below does not matter. */
export interface Cursor {
  /** Member names and positions from the outermost value to the one that the cursor is in or before. */
  readonly path: readonly (string | number)[];
  readonly expects: "key" | "value" | "nothing";
  /** What is already typed there and would be replaced; empty at the cursor when nothing is. */
  readonly replace: Span;
  /** The text of that, without quotes. */
  readonly typed: string;
  /**
   * True when what would be replaced is a value that stands behind the cursor, and nothing is typed there.
   */
  readonly replacesNext: boolean;
  /** True when a value or member precedes without a comma. */
  readonly lacksComma: boolean;
  /** Where the value, bracket or mark before the cursor ends. */
  readonly previousEnd: number;
  /** Offset of the object or list that the cursor is in. */
  readonly container: number | undefined;
  /** True when nothing else is in that object or list. */
  readonly isEmpty: boolean;
}

/** The kinds of jsonc-parser, whose const enum cannot be imported by type-stripped code. */
const kind = {
  openBrace: 1,
  closeBrace: 2,
  openBracket: 3,
  closeBracket: 4,
  comma: 5,
  colon: 6,
  string: 10,
  number: 11,
  lineComment: 12,
  blockComment: 13,
  lineBreak: 14,
  blank: 15,
  end: 17,
};

/**
 * Reads the tokens up to the cursor.
 *
 * @param file the outermost value of a text without faults, which saves reading what is far from the cursor
 */
export function cursorAt(text: string, offset: number, file?: JsonNode): Cursor {
  const scanner = createScanner(text, false);
  const { levels, offset: start } = startAt(file, offset);
  scanner.setPosition(start);
  let previousEnd = start;
  for (;;) {
    const token = nextToken(scanner);
    if (token.kind === kind.end || !isPassed(token, offset)) {
      const described = describe(levels, cutOff(text, token, offset), offset, previousEnd === 0);
      const standing = isValueAwaited(levels, described) ? valueBehind(token, scanner) : undefined;
      return { ...described, ...(standing && overValue(standing, text, offset)), previousEnd };
    }
    advance(levels, token);
    if (!isComment(token)) previousEnd = token.offset + token.length;
  }
}

/** The next token that is not white space. */
function nextToken(scanner: JSONScanner): Token {
  let found = scanner.scan() as number;
  while (found === kind.lineBreak || found === kind.blank) found = scanner.scan();
  return {
    kind: found,
    offset: scanner.getTokenOffset(),
    length: scanner.getTokenLength(),
    value: scanner.getTokenValue(),
    isUnclosed: (scanner.getTokenError() as number) !== 0,
  };
}

/** True between a member's colon and what follows. */
function isValueAwaited(
  levels: readonly Level[],
  { expects, replace }: Pick<Cursor, "expects" | "replace">,
): boolean {
  const level = levels.at(-1);
  return expects === "value" && replace.length === 0 && level?.type === "object" && level.state === "value";
}

/**
 * The value of the member, if it stands behind the cursor; a text with a colon is the name of the next
 * member.
 */
function valueBehind(token: Token, scanner: JSONScanner): Token | undefined {
  let value = token;
  while (isComment(value)) value = nextToken(scanner);
  if (value.kind === kind.openBrace || value.kind === kind.openBracket) return value;
  if (!isLiteral(value)) return undefined;
  let after = nextToken(scanner);
  while (isComment(after)) after = nextToken(scanner);
  return after.kind === kind.colon ? undefined : value;
}

/** A plain value on the line of the cursor is replaced; beside any other nothing is to be suggested. */
function overValue(value: Token, text: string, offset: number): Partial<Cursor> {
  const isNear = isLiteral(value) && text.slice(offset, value.offset).trim() === "";
  if (!isNear || text.slice(offset, value.offset).includes("\n")) return { expects: "nothing" };
  return {
    replace: { offset, length: value.offset + value.length - offset },
    replacesNext: true,
  };
}

/**
 * True for a token that the cursor has left behind; at the end of a word or number it may still be typed on.
 */
function isPassed(token: Token, offset: number): boolean {
  const end = token.offset + token.length;
  if (end < offset) return true;
  return end === offset && (token.kind <= kind.colon || (token.kind === kind.string && !token.isUnclosed));
}

function advance(levels: Level[], token: Token): void {
  const { offset } = token;
  const level = levels.at(-1);
  switch (token.kind) {
    case kind.openBrace:
      levels.push({ type: "object", offset, key: undefined, index: 0, state: "key" });
      return;
    case kind.openBracket:
      levels.push({ type: "array", offset, key: undefined, index: 0, state: "value" });
      return;
    case kind.closeBrace:
    case kind.closeBracket:
      levels.pop();
      if (levels.length > 0) levels.at(-1)!.state = "comma";
      return;
    case kind.comma:
      if (level)
        Object.assign(level, {
          state: level.type === "object" ? "key" : "value",
          index: level.index + 1,
          key: undefined,
        });
      return;
    case kind.colon:
      if (level) level.state = "value";
      return;
    case kind.lineComment:
    case kind.blockComment:
      return;
    default:
      afterLiteral(level, token.value);
  }
}

function afterLiteral(level: Level | undefined, value: string): void {
  if (!level) return;
  const isKey = level.type === "object" && (level.state === "key" || level.state === "comma");
  if (isKey) Object.assign(level, { key: value, state: "colon" });
  else level.state = "comma";
}

/** The token at or after the cursor. */
interface Token extends Span {
  readonly kind: number;
  readonly value: string;
  /** True without its closing quote or mark. */
  readonly isUnclosed: boolean;
}

/**
 * A string without its closing quote ends with the word at the cursor: what follows is not meant to be in it.
 */
function cutOff(text: string, token: Token, offset: number): Token {
  const end = token.offset + token.length;
  // A string that a word follows at once took the quote that opens the next one.
  const tookNextQuote = token.kind === kind.string && /^\w/.test(text.slice(end));
  if (token.kind !== kind.string || token.offset >= offset || !(token.isUnclosed || tookNextQuote))
    return token;
  const wordEnd = offset + /^[\w-]*/.exec(text.slice(offset))![0].length;
  return { ...token, length: wordEnd - token.offset, value: text.slice(token.offset + 1, wordEnd) };
}

function describe(
  levels: readonly Level[],
  token: Token,
  offset: number,
  isFirst: boolean,
): Omit<Cursor, "previousEnd"> {
  const level = levels.at(-1);
  const isInside = token.offset < offset && offset <= token.offset + token.length;
  const isTyped = isInside && isLiteral(token);
  const base = {
    replace: isTyped ? { offset: token.offset, length: token.length } : { offset, length: 0 },
    typed: isTyped ? token.value : "",
    replacesNext: false,
    container: level?.offset,
    isEmpty: isEmpty(level, token),
  };
  const path = levels.slice(0, -1).map(step);
  if (isInside && isComment(token)) return { ...base, path, expects: "nothing", lacksComma: false };
  if (!level)
    return {
      ...base,
      path,
      expects: isFirst && token.kind === kind.end ? "value" : "nothing",
      lacksComma: false,
    };
  return { ...base, ...expected(level, path) };
}

/** What the grammar wants in an object or list, and at the end of which path. */
function expected(
  level: Level,
  path: readonly (string | number)[],
): Pick<Cursor, "path" | "expects" | "lacksComma"> {
  const lacksComma = level.state === "comma";
  if (level.type === "array")
    return { path: [...path, level.index + (lacksComma ? 1 : 0)], expects: "value", lacksComma };
  if (level.state === "value") return { path: [...path, level.key ?? ""], expects: "value", lacksComma };
  return { path, expects: level.state === "colon" ? "nothing" : "key", lacksComma };
}

function isEmpty(level: Level | undefined, token: Token): boolean {
  const start = level?.type === "object" ? "key" : "value";
  return level?.index === 0 && level.state === start && !isLiteral(token);
}

function isComment(token: Token): boolean {
  return token.kind === kind.lineComment || token.kind === kind.blockComment;
}

function isLiteral(token: Token): boolean {
  return token.kind > kind.colon && token.kind < kind.end && !isComment(token);
}

function step(level: Level): string | number {
  return level.type === "array" ? level.index : (level.key ?? "");
}
