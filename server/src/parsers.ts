import type { LazySyntax, Parsers } from "./service/syntax/syntax.ts";

/** Reads a file that belongs to the program itself and is kept beside it. */
export type ReadOwnFile = (name: string) => Promise<Uint8Array>;

/**
 * Loads the parser of a syntax with the first text that needs it, so that starting the server costs nothing
 * for it.
 */
export class LazyParsers {
  /** Those that are loaded. */
  readonly loaded: Parsers = {};
  readonly #readOwnFile: ReadOwnFile;
  readonly #loading = new Map<LazySyntax, Promise<void>>();

  constructor(readOwnFile: ReadOwnFile) {
    this.#readOwnFile = readOwnFile;
  }

  load(syntax: LazySyntax): Promise<void> {
    const loading = this.#loading.get(syntax) ?? (syntax === "yaml" ? this.#loadYaml() : this.#loadHcl());
    this.#loading.set(syntax, loading);
    return loading;
  }

  async #loadYaml(): Promise<void> {
    this.loaded.yaml = (await import("./service/syntax/yaml/parser.ts")).yaml;
  }

  async #loadHcl(): Promise<void> {
    const [{ loadHcl }, parser, grammar] = await Promise.all([
      import("./service/syntax/hcl/parser.ts"),
      this.#readOwnFile("web-tree-sitter.wasm"),
      this.#readOwnFile("tree-sitter-terraform.wasm"),
    ]);
    this.loaded.hcl = await loadHcl({ parser, grammar });
  }
}
