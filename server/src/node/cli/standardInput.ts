/**
 * A name for a text that has none, by how it is written: the end tells the syntax, and nothing what it is.
 */
export function nameByContent(text: string): string {
  const start = text.trimStart();
  if (/^(?:[{[]|\/[/*])/.test(start)) return "stdin.json";
  return /^[ \t]*(?:resource|data|module|locals|variable|terraform|provider)\b[^:\n]*\{/m.test(text)
    ? "stdin.tf"
    : "stdin.yaml";
}

/** All bytes of a stream. */
export async function bytesOf(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts);
}
