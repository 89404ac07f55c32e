import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** A file in the folder of the program that runs, which the build puts there. */
export function readOwnFile(name: string): Promise<Uint8Array> {
  return readFile(join(import.meta.dirname, name));
}
