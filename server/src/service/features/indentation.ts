/**
 * One step of indentation, as the first indented line of a text shows it; undefined where no line is
 * indented.
 */
export function indentationOf(text: string): { insertSpaces: boolean; tabSize: number } | undefined {
  const first = /[\n\r]([ \t]+)\S/.exec(text)?.[1];
  if (first === undefined) return undefined;
  return first.startsWith("\t")
    ? { insertSpaces: false, tabSize: 4 }
    : { insertSpaces: true, tabSize: first.length };
}
