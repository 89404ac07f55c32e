import type { Replacement } from "../syntax/edit.ts";

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

  /** The replacements of the original text that lead to the text as it is now. */
  get replacements(): Replacement[] {
    const replacements: Replacement[] = [];
    let position = 0;
    let inserted = "";
    for (const piece of [...this.#pieces, { from: this.#original.length, to: this.#original.length }]) {
      if ("inserted" in piece) {
        inserted += piece.inserted;
        continue;
      }
      if (inserted !== "" || piece.from > position)
        replacements.push({ offset: position, length: piece.from - position, text: inserted });
      position = piece.to;
      inserted = "";
    }
    return replacements;
  }

  /** Applies replacements of the text as it is now, which are in order and do not overlap. */
  apply(replacements: readonly Replacement[]): void {
    const rest = new PieceReader(this.#pieces);
    const pieces: Piece[] = [];
    for (const { offset, length, text } of replacements) {
      for (const piece of rest.readTo(offset)) pieces.push(piece);
      if (text !== "") pieces.push({ inserted: text });
      rest.readTo(offset + length);
    }
    this.#pieces = [...pieces, ...rest.readTo(Infinity)];
  }

  #textOf(piece: Piece): string {
    return "inserted" in piece ? piece.inserted : this.#original.slice(piece.from, piece.to);
  }
}

/** Reads pieces from the first to the last, and cuts them where it is asked to stop. */
class PieceReader {
  readonly #pieces: readonly Piece[];
  #index = 0;
  /** How much of the piece at the index was read, characters. */
  #read = 0;
  #position = 0;

  constructor(pieces: readonly Piece[]) {
    this.#pieces = pieces;
  }

  /** What stands between the place where the last call stopped and this one. */
  readTo(position: number): readonly Piece[] {
    const pieces: Piece[] = [];
    while (this.#index < this.#pieces.length && this.#position < position) {
      const piece = this.#pieces[this.#index]!;
      const length = Math.min(lengthOf(piece) - this.#read, position - this.#position);
      if (length > 0) pieces.push(cut(piece, this.#read, this.#read + length));
      this.#read += length;
      this.#position += length;
      if (this.#read === lengthOf(piece)) {
        this.#index += 1;
        this.#read = 0;
      }
    }
    return pieces;
  }
}

function cut(piece: Piece, start: number, end: number): Piece {
  return "inserted" in piece
    ? { inserted: piece.inserted.slice(start, end) }
    : { from: piece.from + start, to: piece.from + end };
}

function lengthOf(piece: Piece): number {
  return "inserted" in piece ? piece.inserted.length : piece.to - piece.from;
}
