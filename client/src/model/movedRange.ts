/** A position in a text: line and character from 0, as editors count. */
export interface TextPosition {
  readonly line: number;
  readonly character: number;
}

export interface TextRange {
  readonly start: TextPosition;
  readonly end: TextPosition;
}

/**
 * A range after a text took another's place: moved with the text that follows it, undefined when it was
 * touched itself.
 */
export function movedRange(range: TextRange, replaced: TextRange, text: string): TextRange | undefined {
  if (isBefore(range.end, replaced.start)) return range;
  if (!isBefore(replaced.end, range.start)) return undefined;
  const inserted = text.split("\n");
  const lines = inserted.length - 1 - (replaced.end.line - replaced.start.line);
  const end = (inserted.at(-1) ?? "").length + (inserted.length === 1 ? replaced.start.character : 0);
  const moved = ({ line, character }: TextPosition): TextPosition => ({
    line: line + lines,
    character: line === replaced.end.line ? character - replaced.end.character + end : character,
  });
  return { start: moved(range.start), end: moved(range.end) };
}

const isBefore = (a: TextPosition, b: TextPosition): boolean =>
  a.line < b.line || (a.line === b.line && a.character <= b.character);

/**
 * The text that adds a member behind the value that ends a line's part: on a line of its own where the
 * value's member has one.
 */
export function memberAfter(line: string, name: string, value: string): string {
  const indentation = /^\s*(?="[^{]*$)/.exec(line)?.[0];
  return `,${indentation === undefined ? " " : `\n${indentation}`}${JSON.stringify(name)}: ${JSON.stringify(value)}`;
}
