import type { Edit } from "../rules/kit/fix.ts";

/** A stretch of the original text, or a text that was put in. */
type Piece = { readonly from: number; readonly to: number } | { readonly inserted: string };

/** A text that is edited in several rounds, and knows in the end what changed of the original. */
export class EditedText {
  readonly #original: string;
  #pieces: readonly Piece[];

  constructor(original: string) {
    this.#original = original;
    this.#pieces = [{ from: 0, to: original.length }];
  }

  /** The text as it is now. */
  get text(): string {
    return this.#pieces.map((piece) => this.#textOf(piece)).join("");
  }

  /** The edits of the original text that lead to the text as it is now. */
  get edits(): Edit[] {
    const edits: Edit[] = [];
    let position = 0;
    let inserted = "";
    for (const piece of [...this.#pieces, { from: this.#original.length, to: this.#original.length }]) {
      if ("inserted" in piece) {
        inserted += piece.inserted;
        continue;
      }
      if (inserted !== "" || piece.from > position)
        edits.push({ offset: position, length: piece.from - position, text: inserted });
      position = piece.to;
      inserted = "";
    }
    return edits;
  }

  /** Applies edits of the text as it is now, which are in order and do not overlap. */
  apply(edits: readonly Edit[]): void {
    const pieces: Piece[] = [];
    let position = 0;
    for (const edit of edits) {
      pieces.push(...this.#cut(position, edit.offset));
      if (edit.text !== "") pieces.push({ inserted: edit.text });
      position = edit.offset + edit.length;
    }
    this.#pieces = [...pieces, ...this.#cut(position, Infinity)];
  }

  /** The pieces between two places of the text as it is now. */
  #cut(from: number, to: number): Piece[] {
    let end = 0;
    return this.#pieces.flatMap((piece): Piece[] => {
      const start = end;
      end += lengthOf(piece);
      const [first, last] = [Math.max(from, start) - start, Math.min(to, end) - start];
      if (first >= last) return [];
      return "inserted" in piece
        ? [{ inserted: piece.inserted.slice(first, last) }]
        : [{ from: piece.from + first, to: piece.from + last }];
    });
  }

  #textOf(piece: Piece): string {
    return "inserted" in piece ? piece.inserted : this.#original.slice(piece.from, piece.to);
  }
}

function lengthOf(piece: Piece): number {
  return "inserted" in piece ? piece.inserted.length : piece.to - piece.from;
}
