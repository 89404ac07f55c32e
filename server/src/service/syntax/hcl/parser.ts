import { Language, Parser, type Tree } from "web-tree-sitter";
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
  return { parse: (text) => parseWithin(parser, text) };
}

/** Characters that the parser is handed at once; its buffer takes some more. */
const piece = 4_096;

/**
 * How often a text may be read over, on the average of its characters. Sound ones are read once or twice; of
 * some that are broken, the parser reads the rest again at each step, which takes seconds.
 */
const mostReadings = 20;

/**
 * Null for a text that would be read over without end. The limit counts characters, so the same text gives
 * the same answer.
 */
function parseWithin(parser: Parser, text: string): Tree | null {
  const most = mostReadings * text.length + 20 * piece;
  let read = 0;
  const take = (index: number): string => {
    const next = text.slice(index, index + piece);
    read += next.length;
    return next;
  };
  const tree = parser.parse(take, null, { progressCallback: () => read > most });
  // What was given up would be gone on with at the next text.
  if (!tree) parser.reset();
  return tree;
}
