import { readFile, stat } from "node:fs/promises";
import { decodeText, type EncodedText } from "./encodedText.ts";

/**
 * The text of a file, in UTF-8 or UTF-16, with or without a byte order mark.
 *
 * @param most bytes that it may have
 * @throws Error of Node if it is not there or unreadable; an Error with a sentence if it is no ordinary file,
 * or too large
 */
export async function readText(path: string, most = Infinity): Promise<string> {
  return (await readEncoded(path, most)).text;
}

/** The text of a file as {@link readText} reads it, and how it is saved. */
export async function readEncoded(path: string, most = Infinity): Promise<EncodedText> {
  const found = await stat(path);
  // A pipe or a device would be waited for without end.
  if (!found.isFile()) throw new Error("it is no ordinary file");
  if (found.size > most) throw new Error(`it has more than ${most} bytes`);
  return decodeText(await readFile(path));
}
