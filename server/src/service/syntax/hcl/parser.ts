import { Language, Parser } from "web-tree-sitter";
import type { HclLibrary } from "./readHcl.ts";

/** The WebAssembly of the parser and of its grammar for HCL. */
export interface HclBinaries {
  readonly parser: Uint8Array;
  readonly grammar: Uint8Array;
}

/** Loads the parser of HCL. This file is loaded with the first text in HCL, as that takes time. */
export async function loadHcl({ parser: wasmBinary, grammar }: HclBinaries): Promise<HclLibrary> {
  await Parser.init({ wasmBinary });
  const parser = new Parser();
  parser.setLanguage(await Language.load(grammar));
  return { parse: (text) => parser.parse(text) };
}
