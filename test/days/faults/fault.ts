/** A change of one file of the product. */
export interface Edit {
  /** From the root of the project. */
  readonly file: string;
  /** Stands once in the file. */
  readonly text: string;
  readonly instead: string;
}

/** A fault that the product once had, to be put back: simulated days must find it. */
export interface Fault {
  /** Words with hyphens. */
  readonly name: string;
  /** What is wrong then, in a sentence. */
  readonly what: string;
  readonly edits: readonly Edit[];
}

/**
 * The text of a file with the edits of a fault that concern it.
 * @throws Error when a text does not stand there exactly once, as the product has changed since
 */
export function faulty({ name, edits }: Fault, file: string, source: string): string {
  return edits
    .filter((edit) => edit.file === file)
    .reduce((text, edit) => {
      const count = text.split(edit.text).length - 1;
      if (count !== 1)
        throw new Error(
          `The fault ${name} fits no more: its text stands ${count} times in ${file}. Bring test/days/faults up to date:\n${edit.text}`,
        );
      return text.replace(edit.text, () => edit.instead);
    }, source);
}
