/**
 * Where the line of an offset ends: before a line feed or a carriage return, as JSON readers and editors take
 * it.
 */
export function lineEnd(text: string, offset: number): number {
  const lineBreak = /[\n\r]/g;
  lineBreak.lastIndex = offset;
  return lineBreak.exec(text)?.index ?? text.length;
}
