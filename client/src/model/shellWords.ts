/** A command line as its words: split at blanks, quotes kept together and taken off, as a shell would without expanding anything. */
export function shellWords(line: string): readonly string[] {
  const words = line.match(/(?:[^\s"']+|"(?:\\.|[^"\\])*"|'[^']*')+/g) ?? [];
  return words.map((word) =>
    word.replaceAll(
      /"((?:\\.|[^"\\])*)"|'([^']*)'/g,
      (_all, double?: string, single?: string) => single ?? (double ?? "").replaceAll(/\\(["\\])/g, "$1"),
    ),
  );
}
