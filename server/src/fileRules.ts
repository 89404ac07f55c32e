import type { RuleSettings } from "./service/features/validate.ts";

/** The severities that hold for each file, read once until they are forgotten. */
export class FileRules {
  readonly #read: (uri: string) => Promise<RuleSettings>;
  readonly #known = new Map<string, Promise<RuleSettings>>();

  readonly #otherwise: () => RuleSettings;

  /** @param otherwise gives what holds where they cannot be read: until they are asked for again */
  constructor(read: (uri: string) => Promise<RuleSettings>, otherwise: () => RuleSettings) {
    this.#read = read;
    this.#otherwise = otherwise;
  }

  of(uri: string): Promise<RuleSettings> {
    const known = this.#known.get(uri);
    if (known) return known;
    const reading: Promise<RuleSettings> = this.#read(uri).catch(() => {
      if (this.#known.get(uri) === reading) this.#known.delete(uri);
      return this.#otherwise();
    });
    this.#known.set(uri, reading);
    return reading;
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
