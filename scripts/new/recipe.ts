/** What makes one kind of thing: a rule, a command, a row, an operation. */
export interface Recipe {
  /** A name as someone would type it: `ports/host-port-odd`. */
  readonly example: string;
  /** What it makes, in a few words. */
  readonly makes: string;
  /** What to write for a name. Throws an Error that says what is wrong with the name. */
  plan(name: string, root: string): Promise<Plan>;
}

/** Files to make, lines to add, and what is left to do. */
export interface Plan {
  readonly files: readonly NewFile[];
  /** Absent where nothing lists it. */
  readonly index?: IndexEntry;
  /** Whether `npm run generate` has to run afterwards. */
  readonly generate?: true;
  /** What is left for the author, one step a line. */
  readonly next: readonly string[];
}

export interface NewFile {
  /** From the top of the project. */
  readonly path: string;
  readonly text: string;
}

/** An element of the list that an index exports, and its import. */
export interface IndexEntry {
  readonly path: string;
  /** The name that is imported and listed, or a word that is listed in quotes. */
  readonly name: string;
  /** The module, as the index imports it: `./hostPortOdd.ts`. Absent for a word. */
  readonly from?: string;
}
