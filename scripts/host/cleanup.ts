/** Ends something that was started. */
export type Undo = () => void | Promise<void>;

/** What a program has started, ended in reverse order. */
export class Cleanup {
  readonly #undos: Undo[] = [];
  #ending: Promise<void> | undefined;

  get ending(): boolean {
    return this.#ending !== undefined;
  }

  /** Remembers how to end something; ends it at once when the end has already begun. */
  async add(undo: Undo): Promise<void> {
    if (this.ending) await attempt(undo);
    else this.#undos.push(undo);
  }

  /** Ends everything, once, however often it is asked. One failure does not keep the rest from ending. */
  run(): Promise<void> {
    this.#ending ??= this.#runAll();
    return this.#ending;
  }

  async #runAll(): Promise<void> {
    for (const undo of this.#undos.toReversed()) await attempt(undo);
  }
}

async function attempt(undo: Undo): Promise<void> {
  try {
    await undo();
  } catch (error) {
    console.error("Could not end what was started:", error);
  }
}
