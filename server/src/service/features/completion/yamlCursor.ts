import type { Cursor } from "./cursor.ts";
import { bracketsIn } from "./yamlBrackets.ts";

/** What a line of YAML holds besides its value. Columns count from 0. */
interface LineParts {
  /** Columns of the marks of lists. */
  readonly dashes: readonly number[];
  /** Column of what follows the marks. */
  readonly column: number;
  readonly key: string | undefined;
  /** What follows the name and its colon, or the marks. */
  readonly value: string;
  /** Column behind the colon. */
  readonly colonEnd: number;
}

/** Where in a text something can be completed, told from the lines before it. */
export interface YamlCursor extends Cursor {
  /** True where a name may stand, or the value of what the path leads to. */
  readonly isEntry: boolean;
  readonly isInBrackets: boolean;
  /** Column of what is to be written. */
  readonly column: number;
}

const keyPattern = /^("[^"\n]*"|'[^'\n]*'|[\w$./][\w$./ -]*):(?=\s|$)/;

/** Reads the lines up to the cursor; undefined in comments and in texts of several lines. */
export function yamlCursorAt(text: string, offset: number): YamlCursor | undefined {
  const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
  const lineEnd = text.indexOf("\n", offset) < 0 ? text.length : text.indexOf("\n", offset);
  const lines = text.slice(0, lineStart).split("\n").slice(0, -1);
  const before = text.slice(lineStart, offset);
  const after = text.slice(offset, lineEnd).replace(/\r$/, "");
  if (/(?:^|\s)#/.test(before.replace(/"[^"]*"|'[^']*'/g, ""))) return undefined;
  const parts = partsOf(before);
  const context = contextOf(lines, parts);
  if (!context) return undefined;
  const [typed, start] =
    parts.key === undefined
      ? [before.slice(parts.column), parts.column]
      : [parts.value.trimStart(), before.length - parts.value.trimStart().length];
  const path = parts.key === undefined ? context : [...context, parts.key];
  const brackets = bracketsIn(typed);
  if (brackets) {
    const end = /^[^\s,\]}#]*/.exec(after)![0].length;
    return cursor({
      path: [...path, ...brackets.path],
      expects: brackets.expects,
      typed: brackets.typed,
      start: offset - brackets.length,
      end: offset + end,
      isInBrackets: true,
    });
  }
  const isEntry = parts.key === undefined;
  if (isEntry && typed === "" && after.trim() !== "") return undefined;
  if (/^[|>&*!]/.test(typed)) return undefined;
  const rest = isEntry ? /^[\w-]*/.exec(after)![0] : withoutComment(after).trimEnd();
  return {
    ...cursor({
      path,
      expects: isEntry ? "key" : "value",
      typed,
      start: lineStart + start,
      end: offset + rest.length,
      isInBrackets: false,
    }),
    isEntry,
    column: parts.column,
  };
}

function withoutComment(line: string): string {
  const start = line.search(/(?:^|\s)#/);
  return start < 0 ? line : line.slice(0, start);
}

function cursor({
  path,
  expects,
  typed,
  start,
  end,
  isInBrackets,
}: {
  readonly path: Cursor["path"];
  readonly expects: Cursor["expects"];
  readonly typed: string;
  readonly start: number;
  readonly end: number;
  readonly isInBrackets: boolean;
}): YamlCursor {
  return {
    path,
    expects,
    replace: { offset: start, length: end - start },
    typed: typed.replace(/^["']/, ""),
    replacesNext: false,
    lacksComma: false,
    previousEnd: start,
    container: undefined,
    isEmpty: false,
    isEntry: false,
    isInBrackets,
    column: 0,
  };
}

function partsOf(line: string): LineParts {
  const dashes: number[] = [];
  let column = line.length - line.trimStart().length;
  while (/^-(?: |$)/.test(line.slice(column))) {
    dashes.push(column);
    const rest = line.slice(column + 1);
    column += 1 + rest.length - rest.trimStart().length;
  }
  const key = keyPattern.exec(line.slice(column));
  const colonEnd = column + (key?.[0].length ?? 0);
  const name = key?.[1]!.replace(/^(["'])(.*)\1$/, "$2");
  return { dashes, column, key: name, value: line.slice(colonEnd), colonEnd };
}

/** The path to what stands in a column, below the given lines. */
function contextOf(lines: readonly string[], { dashes, column }: LineParts): (string | number)[] | undefined {
  const path: (string | number)[] = [];
  let position: Position = { column, isElement: false };
  for (const dash of dashes.toReversed()) {
    path.unshift(indexOf(lines, lines.length, dash));
    position = { column: dash, isElement: true };
  }
  for (let index = lines.length - 1; index >= 0; index--) {
    const line = lines[index]!;
    if (line.trim() === "" || line.trimStart().startsWith("#")) continue;
    if (line.startsWith("---")) break;
    const above = partsOf(line);
    const parent = parentIn(above, position);
    if (parent === "a text") return undefined;
    if (parent === undefined) continue;
    if (!isAligned(lines, index, parent.column, position)) return undefined;
    const isElement = parent.key === undefined;
    path.unshift(parent.key ?? indexOf(lines, index, parent.column));
    position = { column: parent.column, isElement };
    for (const dash of above.dashes.toReversed()) {
      if (dash >= position.column) continue;
      path.unshift(indexOf(lines, index, dash));
      position = { column: dash, isElement: true };
    }
  }
  return position.column === 0 || path.length > 0 ? path : undefined;
}

interface Position {
  readonly column: number;
  /** True for the mark of a list, which may stand as far to the left as the name above it. */
  readonly isElement: boolean;
}

/** A name, or without one the mark of an element. */
interface Parent {
  readonly key: string | undefined;
  readonly column: number;
}

/** What a line is to what stands further to the right below it. */
function parentIn({ dashes, column, key, value }: LineParts, below: Position): Parent | "a text" | undefined {
  const isAbove =
    column < below.column || (below.isElement && column === below.column && dashes.length === 0);
  if (!isAbove) {
    const dash = dashes.findLast((each) => each < below.column);
    return dash === undefined ? undefined : { key: undefined, column: dash };
  }
  const isOpen = key !== undefined && /^\s*(?:&\S+\s*)?(?:#.*)?$/.test(value);
  return isOpen ? { key, column } : "a text";
}

/** True when nothing below a parent stands in another column than what is to be written there. */
function isAligned(
  lines: readonly string[],
  parent: number,
  parentColumn: number,
  { column }: Position,
): boolean {
  const first = lines
    .slice(parent + 1)
    .find((line) => line.trim() !== "" && !line.trimStart().startsWith("#"));
  if (first === undefined) return true;
  const own = first.length - first.trimStart().length;
  return own === column || own <= parentColumn;
}

/** Which element of its list a mark begins. */
function indexOf(lines: readonly string[], end: number, dash: number): number {
  let count = 0;
  for (let index = end - 1; index >= 0; index--) {
    const line = lines[index]!;
    if (line.trim() === "" || line.trimStart().startsWith("#")) continue;
    const { dashes, column } = partsOf(line);
    if (dashes.includes(dash)) count += 1;
    else if ((dashes[0] ?? column) <= dash) break;
  }
  return count;
}
