import { createScanner, format } from "jsonc-parser";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { FormattingOptions, Range, TextEdit } from "vscode-languageserver-types";
import type { EcsDocument } from "../documents/ecsDocument.ts";
import type { Replacement } from "../syntax/edit.ts";
import type { Span } from "../syntax/jsonNode.ts";
import { FilledText } from "./filledText.ts";
import { indentationOf } from "./indentation.ts";

/** White space only, in the indentation that the file has already; nothing for text that is not JSON. */
export function formatting(document: EcsDocument, options: FormattingOptions, range?: Range): TextEdit[] {
  const isSound = document.syntaxErrors.length === 0 && document.faults.length === 0;
  if (document.syntax !== "json" || !isSound) return [];
  const { lines, text } = document;
  const indentation = indentationOf(text) ?? { insertSpaces: options.insertSpaces, tabSize: options.tabSize };
  const insertFinalNewline = options.insertFinalNewline === true || /[\n\r]$/.test(text);
  const layout = { ...indentation, eol: firstLineEnd(text), insertFinalNewline };
  // The whole is formatted also for a part of it, whose depth only the lines above tell.
  const all = replacements(document, layout);
  // What is left without its statements may be no JSON, which the formatter takes for something else every
  // time.
  const isReadable = !document.isTemplate || isBalanced(withStatementsAsComments(document).text);
  if (!isReadable || (document.isTemplate && !isDone(document, all, layout))) return [];
  const wanted = range ? all.filter(touches(lines, range)) : all;
  return wanted.map((each) => ({ range: document.rangeOf(each), newText: each.text }));
}

/** How white space is written. */
interface Whitespace {
  readonly insertSpaces: boolean;
  readonly tabSize: number;
  readonly eol: string;
  readonly insertFinalNewline: boolean;
}

/** True when each bracket that opens is closed again, and none closes that was not opened. */
function isBalanced(text: string): boolean {
  const scanner = createScanner(text, true);
  let depth = 0;
  scanner.scan();
  // Only the end of the text has no length.
  for (; scanner.getTokenLength() > 0 && depth >= 0; scanner.scan()) {
    const token = scanner.getTokenLength() === 1 ? text.charAt(scanner.getTokenOffset()) : "";
    if (token === "{" || token === "[") depth++;
    if (token === "}" || token === "]") depth--;
  }
  return depth === 0;
}

/** True when nothing is left to be formatted after replacements. */
function isDone(document: EcsDocument, written: readonly Replacement[], layout: Whitespace): boolean {
  const after = document.edited(new FilledText(document.text, written).text);
  return replacements(after, layout).length === 0;
}

/**
 * The columns of indentation for which jsonc-parser 3.3.1 gives no text: it has 200 indentations ready, from
 * 0 on.
 */
const unavailable = 200;

function replacements(document: EcsDocument, options: Whitespace): readonly Replacement[] {
  const commented = withStatementsAsComments(document);
  const edits = format(commented.text, undefined, options) as readonly {
    offset: number;
    length: number;
    content: string | undefined;
  }[];
  const fallback = options.eol + (options.insertSpaces ? " " : "\t").repeat(unavailable);
  return edits.map((edit) => ({ ...commented.originalOf(edit), text: edit.content ?? fallback }));
}

/**
 * The text of the file with comments in place of what template engines take out, and texts in place of
 * members.
 */
function withStatementsAsComments({ parsedText, templates }: EcsDocument): FilledText {
  const opaque = templates.filter(({ isValue, isMembers }) => !isValue || isMembers);
  return new FilledText(
    parsedText,
    opaque.map(({ offset, length, isValue }) => ({ offset, length, text: isValue ? '"x"' : "/**/" })),
  );
}

function firstLineEnd(text: string): string {
  return /\r\n|\r|\n/.exec(text)?.[0] ?? "\n";
}

/**
 * Tells the edits of the selected lines from others; one before the first word of a line counts to that line.
 */
function touches(lines: TextDocument, { start, end }: Range): (edit: Span) => boolean {
  const lastLine = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
  const first = lines.offsetAt({ line: start.line, character: 0 });
  const next = lines.offsetAt({ line: lastLine + 1, character: 0 });
  const last = next - (/\r?\n$/.exec(lines.getText().slice(0, next))?.[0].length ?? 0);
  return ({ offset, length }) => offset + length >= first && (offset < last || next === last);
}
