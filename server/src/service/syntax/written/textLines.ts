/** The lines of a text. */
export class TextLines {
  readonly text: string;
  readonly eol: string;

  constructor(text: string) {
    this.text = text;
    this.eol = text.includes("\r\n") ? "\r\n" : "\n";
  }

  /** Where the line of an offset starts. */
  lineStart(offset: number): number {
    return offset === 0 ? 0 : this.text.lastIndexOf("\n", offset - 1) + 1;
  }

  /** Where the line after that of an offset starts; the end of the text after the last line. */
  nextLine(offset: number): number {
    const end = this.text.indexOf("\n", offset);
    return end < 0 ? this.text.length : end + 1;
  }

  isSameLine(from: number, to: number): boolean {
    return !this.text.slice(from, to).includes("\n");
  }

  /** As many blanks as stand before an offset in its line; whatever else stands there counts as a blank. */
  indentTo(offset: number): string {
    return this.text.slice(this.lineStart(offset), offset).replace(/[^\t]/g, " ");
  }

  /** The blanks at the start of the line of an offset. */
  lineIndent(offset: number): string {
    return /^[ \t]*/.exec(this.text.slice(this.lineStart(offset), offset))![0];
  }

  /** True when nothing stands before an offset in its line. */
  isFirstInLine(offset: number): boolean {
    return this.lineIndent(offset).length === offset - this.lineStart(offset);
  }

  /** Where the line of an offset ends, if only a comment follows there; undefined if anything else does. */
  commentEnd(offset: number): number | undefined {
    const rest = this.#rest(offset);
    return isComment(rest.trimStart()) ? offset + rest.trimEnd().length : undefined;
  }

  /** The comma after an offset, and where its line ends, if only a comment and another line follow there. */
  commaAndComment(offset: number): { readonly hasComma: boolean; readonly end: number } | undefined {
    const rest = this.#rest(offset);
    const word = rest.trimStart();
    const hasComma = word.startsWith(",");
    if (!rest.endsWith("\n") || !isComment(hasComma ? word.slice(1).trimStart() : word)) return undefined;
    return { hasComma, end: offset + rest.trimEnd().length };
  }

  /** The rest of a line, with its line break. */
  #rest(offset: number): string {
    return this.text.slice(offset, this.nextLine(offset));
  }
}

/** True for the end of a line that says nothing. */
function isComment(text: string): boolean {
  return text === "" || text.startsWith("#") || text.startsWith("//");
}
