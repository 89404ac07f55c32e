import type { LazySyntax, Parsers } from "./service/syntax/syntax.ts";

/** Loads the parser of a syntax with the first text that needs it, so that starting the server costs nothing for it. */
export class LazyParsers {
  /** Those that are loaded. */
  readonly loaded: Parsers = {};
  readonly #loading = new Map<LazySyntax, Promise<void>>();

  load(syntax: LazySyntax): Promise<void> {
    const loading = this.#loading.get(syntax) ?? this.#import();
    this.#loading.set(syntax, loading);
    return loading;
  }

  async #import(): Promise<void> {
    this.loaded.yaml = (await import("./service/syntax/yaml/parser.ts")).yaml;
  }
}
