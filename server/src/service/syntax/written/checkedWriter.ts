import type { Replacement, TreeEdit, Writer } from "../edit.ts";
import type { JsonNode } from "../jsonNode.ts";
import { Expected } from "./expected.ts";

/** A text as it is read again after a change. */
export interface ReadAgain {
  readonly roots: readonly JsonNode[];
  readonly hasErrors: boolean;
  /** All comments, in any order. */
  readonly comments: readonly string[];
}

/**
 * A writer that reads what another one wrote, and refuses what does not come to the wanted values or loses a
 * comment. What is shared through anchors, or means something else than it seems to, cannot be changed by
 * mistake.
 */
export class CheckedWriter implements Writer {
  readonly #text: string;
  readonly #roots: readonly JsonNode[];
  readonly #writer: Writer;
  readonly #read: (text: string) => ReadAgain;

  constructor(
    { text, roots }: { readonly text: string; readonly roots: readonly JsonNode[] },
    writer: Writer,
    read: (text: string) => ReadAgain,
  ) {
    this.#text = text;
    this.#roots = roots;
    this.#writer = writer;
    this.#read = read;
  }

  write(edits: readonly TreeEdit[]): readonly Replacement[] | undefined {
    const replacements = this.#writer.write(edits);
    if (!replacements || replacements.length === 0) return undefined;
    const before = this.#read(this.#text);
    const after = this.#read(applied(this.#text, replacements));
    if (after.hasErrors || before.hasErrors || !isSame(sorted(before.comments), sorted(after.comments)))
      return undefined;
    const [expected, found] = [new Expected(edits), new Expected()];
    const isWanted = isSame(
      this.#roots.map((root) => expected.form(root)),
      after.roots.map((root) => found.form(root)),
    );
    return isWanted ? replacements : undefined;
  }
}

function applied(text: string, replacements: readonly Replacement[]): string {
  let [result, read] = ["", 0];
  for (const { offset, length, text: inserted } of replacements) {
    result += text.slice(read, offset) + inserted;
    read = offset + length;
  }
  return result + text.slice(read);
}

function sorted(texts: readonly string[]): readonly string[] {
  return texts.map((text) => text.trim()).sort();
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
