import { readFile, stat } from "node:fs/promises";

/**
 * The text of a file, in UTF-8 or UTF-16, with or without a byte order mark.
 *
 * @param most bytes that it may have
 * @throws Error of Node if it is not there or unreadable; an Error with a sentence if it is no ordinary file, or too large
 */
export async function readText(path: string, most = Infinity): Promise<string> {
  const found = await stat(path);
  // A pipe or a device would be waited for without end.
  if (!found.isFile()) throw new Error("it is no ordinary file");
  if (found.size > most) throw new Error(`it has more than ${most} bytes`);
  return decoded(await readFile(path));
}

function decoded(bytes: Buffer): string {
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
}

/** By the byte order mark; without one by the zeros beside the first character, which a JSON or YAML text has in ASCII. */
function encodingOf([first, second]: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return "utf-16le";
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0)) return "utf-16be";
  return "utf-8";
}
