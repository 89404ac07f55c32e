import type { RuleSettings } from "./service/features/validate.ts";

/** The severities that hold for each file, read once until they are forgotten. */
export class FileRules {
  readonly #read: (uri: string) => Promise<RuleSettings>;
  readonly #known = new Map<string, Promise<RuleSettings>>();

  constructor(read: (uri: string) => Promise<RuleSettings>) {
    this.#read = read;
  }

  of(uri: string): Promise<RuleSettings> {
    const known = this.#known.get(uri) ?? this.#read(uri);
    this.#known.set(uri, known);
    return known;
  }

  /** After a file was closed. */
  forgetFile(uri: string): void {
    this.#known.delete(uri);
  }

  /** After something changed that may hold for any file. */
  forget(): void {
    this.#known.clear();
  }
}
