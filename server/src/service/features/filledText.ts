import type { Replacement } from "../syntax/edit.ts";
import type { Span } from "../syntax/jsonNode.ts";
import { countWhile } from "../syntax/sorted.ts";

/** A filling, and where it is in the text that has been filled in. */
interface Filling {
  readonly original: Span;
  readonly start: number;
  readonly end: number;
}

/** A text whose placeholders are filled in, which knows where each part of it comes from. */
export class FilledText {
  readonly text: string;
  readonly #fillings: readonly Filling[];

  /** @param replacements in the order of the text, without overlap */
  constructor(original: string, replacements: readonly Replacement[]) {
    const parts: string[] = [];
    const fillings: Filling[] = [];
    let read = 0;
    let written = 0;
    for (const { offset, length, text } of replacements) {
      parts.push(original.slice(read, offset), text);
      const start = written + offset - read;
      written = start + text.length;
      read = offset + length;
      fillings.push({ original: { offset, length }, start, end: written });
    }
    this.text = parts.join("") + original.slice(read);
    this.#fillings = fillings;
  }

  /** Where a stretch comes from. A part of a filling comes from the whole placeholder. */
  originalOf({ offset, length }: Span): Span {
    const start = this.#origin(offset, "start");
    return { offset: start, length: Math.max(this.#origin(offset + length, "end") - start, 0) };
  }

  #origin(offset: number, side: "start" | "end"): number {
    const count = countWhile(this.#fillings, ({ start }) =>
      side === "start" ? start <= offset : start < offset,
    );
    const before = this.#fillings[count - 1];
    if (!before) return offset;
    const { original, end } = before;
    const isInside = side === "start" ? offset < end : offset <= end;
    if (isInside) return side === "start" ? original.offset : original.offset + original.length;
    return original.offset + original.length + offset - end;
  }
}
