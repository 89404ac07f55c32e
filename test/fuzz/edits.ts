import type { Position, Range, TextEdit, WorkspaceEdit } from "vscode-languageserver-types";
import { Fault } from "./fault.ts";

/** The lines of a text as the protocol counts them, read by other code than the product's. */
export class Lines {
  readonly #text: string;
  readonly #starts: number[] = [0];

  constructor(text: string) {
    this.#text = text;
    for (let index = 0; index < text.length; index++) {
      if (text[index] === "\r" && text[index + 1] === "\n") index++;
      else if (text[index] !== "\n" && text[index] !== "\r") continue;
      this.#starts.push(index + 1);
    }
  }

  get count(): number {
    return this.#starts.length;
  }

  /** Characters of a line without its end. */
  lengthOf(line: number): number {
    const start = this.#starts[line]!;
    return this.#text.slice(start, this.#starts[line + 1] ?? this.#text.length).replace(/[\r\n]+$/, "")
      .length;
  }

  /** @throws Fault for a position that is not in the text */
  offsetOf({ line, character }: Position): number {
    const isNumber = Number.isInteger(line) && Number.isInteger(character) && line >= 0 && character >= 0;
    if (!isNumber || line >= this.count || character > this.lengthOf(line))
      throw new Fault("range outside of the text", `${line}:${character} in ${this.count} lines`);
    return this.#starts[line]! + character;
  }

  /** @throws Fault for a range that is not in the text, or ends before it starts */
  spanOf({ start, end }: Range): readonly [from: number, to: number] {
    const [from, to] = [this.offsetOf(start), this.offsetOf(end)];
    if (to < from) throw new Fault("range that ends before it starts", JSON.stringify({ start, end }));
    return [from, to];
  }

  positionOf(offset: number): Position {
    let [low, high] = [0, this.#starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.#starts[middle]! <= offset) low = middle;
      else high = middle;
    }
    return { line: low, character: offset - this.#starts[low]! };
  }
}

/**
 * A text after edits.
 * @throws Fault for edits that overlap or are not in the text
 */
export function edited(text: string, edits: readonly TextEdit[]): string {
  const lines = new Lines(text);
  const spans = edits
    .map(({ range, newText }, index) => ({ span: lines.spanOf(range), newText, index }))
    .sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1] || a.index - b.index);
  let position = 0;
  let result = "";
  for (const {
    span: [from, to],
    newText,
  } of spans) {
    if (typeof newText !== "string")
      throw new Fault("edit without a text", JSON.stringify(edits).slice(0, 500));
    if (from < position) throw new Fault("edits that overlap", JSON.stringify(edits).slice(0, 500));
    result += text.slice(position, from) + newText;
    position = to;
  }
  return result + text.slice(position);
}

/** The files that an edit changes, changed. */
export function editedFiles(
  texts: ReadonlyMap<string, string>,
  { changes = {} }: WorkspaceEdit,
): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(changes).map(([uri, edits]) => {
      const text = texts.get(uri);
      if (text === undefined) throw new Fault("edit of a file that is not there", uri);
      return [uri, edited(text, edits)];
    }),
  );
}

/** Where an offset is after edits before it. */
export function movedBy(edits: readonly TextEdit[], lines: Lines, offset: number): number {
  return edits.reduce((moved, { range, newText }) => {
    const [from, to] = lines.spanOf(range);
    return to <= offset ? moved + newText.length - (to - from) : moved;
  }, offset);
}
