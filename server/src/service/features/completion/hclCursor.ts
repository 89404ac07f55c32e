import type { Cursor } from "./cursor.ts";

/** Where in a text something can be completed, told from the tokens before it. */
export interface HclCursor extends Cursor {
  /** True where the value or member is one of several lines. */
  readonly isMultiline: boolean;
}

interface Level {
  readonly kind: "body" | "object" | "list" | "call";
  /** The names of a block, or that of a member. */
  readonly names: readonly string[];
  readonly offset: number;
  index: number;
  /** Words since the entry began: names, and after the sign what is computed. */
  words: string[];
  isAssigned: boolean;
}

/** Reads the tokens up to the cursor; undefined where they do not tell what may stand there. */
export function hclCursorAt(text: string, offset: number): HclCursor | undefined {
  const levels: Level[] = [level("body", [], 0)];
  const pattern =
    /#[^\n]*|\/\/[^\n]*|\/\*[^]*?(?:\*\/|$)|"(?:[^"\\\n]|\\.)*"?|<<-?(\w+)[ \t]*\r?\n|[\w-]+(?:\.[\w-]+)*|=>|[=!<>]=|[^\s\w]|\n/g;
  for (let match = pattern.exec(text); match && match.index < offset; match = pattern.exec(text)) {
    const [word, mark] = match;
    const end = match.index + word.length;
    if (mark !== undefined) {
      const close = heredocEnd(text, end, mark);
      if (close === undefined || close >= offset) return undefined;
      pattern.lastIndex = close;
      levels.at(-1)!.words.push("<<");
      continue;
    }
    if (/^(?:#|\/\/|\/\*)/.test(word)) {
      if (end >= offset) return undefined;
      continue;
    }
    const isClosed = word.startsWith('"') && word.length > 1 && word.endsWith('"');
    if (/^["\w]/.test(word) && (isClosed ? end > offset : end >= offset))
      return found(levels, { start: match.index, end, typed: text.slice(match.index, offset) }, text);
    advance(levels, word, match.index);
    if (levels.length === 0) return undefined;
  }
  return found(levels, { start: offset, end: offset, typed: "" }, text);
}

/** Where a heredoc ends: behind its mark on a line of its own. */
function heredocEnd(text: string, start: number, mark: string): number | undefined {
  for (let line = start; line < text.length; ) {
    const next = text.indexOf("\n", line);
    const end = next < 0 ? text.length : next;
    if (text.slice(line, end).trim() === mark) return end;
    line = end + 1;
  }
  return undefined;
}

function level(kind: Level["kind"], names: readonly string[], offset: number): Level {
  return { kind, names, offset, index: 0, words: [], isAssigned: false };
}

function advance(levels: Level[], word: string, offset: number): void {
  const top = levels.at(-1)!;
  const isEntry = isEntryOf(top);
  if (/^[{[(]$/.test(word)) levels.push(opened(top, word, offset));
  else if (/^[}\])]$/.test(word)) {
    levels.pop();
    levels.at(-1)?.words.push(word);
  } else if (word === ",") {
    restart(top);
    top.index += 1;
  } else if (word === "\n") {
    if (isEntry) restart(top);
  } else if ((word === "=" || word === ":") && isEntry && !top.isAssigned) top.isAssigned = true;
  else top.words.push(word.startsWith('"') ? word.replaceAll('"', "") : word);
}

function restart(top: Level): void {
  top.words = [];
  top.isAssigned = false;
}

function opened(top: Level, bracket: string, offset: number): Level {
  const last = top.words.at(-1);
  const isValue = top.words.length === (isEntryOf(top) ? 1 : 0);
  const names = stepsOf(top);
  if (bracket === "(") return level("call", last === "jsonencode" ? names : ["?"], offset);
  if (bracket === "{")
    return top.kind === "body" && !top.isAssigned
      ? level("body", top.words, offset)
      : level("object", isValue ? names : ["?"], offset);
  return level("list", isValue ? names : ["?"], offset);
}

function isEntryOf({ kind }: Level): boolean {
  return kind === "body" || kind === "object";
}

/** The name under which a value stands. */
function stepsOf({ kind, words, isAssigned }: Level): readonly string[] {
  return (kind === "body" || kind === "object") && isAssigned ? words.slice(0, 1) : [];
}

interface Typed {
  readonly start: number;
  readonly end: number;
  readonly typed: string;
}

function found(levels: readonly Level[], { start, end, typed }: Typed, text: string): HclCursor | undefined {
  const top = levels.at(-1)!;
  const isEntry = isEntryOf(top);
  const isName = isEntry && !top.isAssigned;
  if (top.words.length > (isEntry && top.isAssigned ? 1 : 0)) return undefined;
  if (top.kind === "call" && (top.index > 0 || top.names[0] === "?")) return undefined;
  const path = levels.flatMap((each, index): readonly (string | number)[] => {
    const isLast = index === levels.length - 1;
    if (each.kind === "list") return [...each.names, each.index];
    return [...each.names, ...(isLast ? stepsOf(each) : [])];
  });
  if (path.includes("?")) return undefined;
  return {
    path,
    expects: isName ? "key" : "value",
    replace: { offset: start, length: end - start },
    typed: typed.replace(/^"/, ""),
    replacesNext: false,
    lacksComma: false,
    previousEnd: start,
    container: top.offset,
    isEmpty: false,
    isMultiline: text.slice(top.offset, start).includes("\n"),
  };
}
