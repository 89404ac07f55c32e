import type { EncodedText } from "../encodedText.ts";

const encodings = { "utf-8": "UTF-8", "utf-16le": "UTF-16 (LE)", "utf-16be": "UTF-16 (BE)" } as const;

/** How a text is saved, in words, where it is not in plain UTF-8, which every tool reads. */
export function unusualEncoding({ encoding, hasMark }: EncodedText): string | undefined {
  if (encoding === "utf-8" && !hasMark) return undefined;
  return hasMark ? `${encodings[encoding]} with a byte order mark` : encodings[encoding];
}
