/** A quoted part, of which the last may lack its closing quote; a blank; or any other character. */
const part = /"((?:\\[^]|[^"\\])*)("?)|'([^']*)('?)|(\s)|[^"'\s]+/g;

/**
 * A command line as its words: split at blanks, quotes kept together and taken off, as a shell would without
 * expanding anything. A quote that is not closed goes on to the end.
 */
export function shellWords(line: string): readonly string[] {
  const words: string[] = [];
  let word: string | undefined;
  for (const [text, double, , single, , blank] of line.matchAll(part)) {
    if (blank === undefined) {
      word = (word ?? "") + (single ?? double?.replaceAll(/\\(["\\])/g, "$1") ?? text);
    } else if (word !== undefined) {
      words.push(word);
      word = undefined;
    }
  }
  return word === undefined ? words : [...words, word];
}
