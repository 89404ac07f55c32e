import { format } from "jsonc-parser";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { FormattingOptions, Range, TextEdit } from "vscode-languageserver-types";
import type { EcsDocument } from "../documents/ecsDocument.ts";
import type { Replacement } from "../syntax/edit.ts";
import type { Span } from "../syntax/jsonNode.ts";
import { indentationOf } from "./indentation.ts";

/** White space only, in the indentation that the file has already; nothing for text that is not JSON. */
export function formatting(document: EcsDocument, options: FormattingOptions, range?: Range): TextEdit[] {
  if (document.syntaxErrors.length > 0 || document.faults.length > 0) return [];
  const { lines, text } = document;
  const indentation = indentationOf(text) ?? { insertSpaces: options.insertSpaces, tabSize: options.tabSize };
  const insertFinalNewline = options.insertFinalNewline === true || text.endsWith("\n");
  // The whole is formatted also for a part of it, whose depth only the lines above tell.
  const all = replacements(document, { ...indentation, eol: firstLineEnd(text), insertFinalNewline });
  const wanted = range ? all.filter(touches(lines, range)) : all;
  return wanted.map((each) => ({ range: document.rangeOf(each), newText: each.text }));
}

/** The columns of indentation for which jsonc-parser 3.3.1 gives no text: it has 200 indentations ready, from 0 on. */
const unavailable = 200;

function replacements(
  document: EcsDocument,
  options: { insertSpaces: boolean; tabSize: number; eol: string; insertFinalNewline: boolean },
): readonly Replacement[] {
  const tooShort = document.templates.filter(isTooShort);
  const edits = format(withStatementsAsComments(document), undefined, options) as readonly {
    offset: number;
    length: number;
    content: string | undefined;
  }[];
  const fallback = options.eol + (options.insertSpaces ? " " : "\t").repeat(unavailable);
  return edits
    .map(({ offset, length, content }) => ({ offset, length, text: content ?? fallback }))
    .filter((edit) => !tooShort.some((template) => adjoins(edit, template)));
}

/** As long as the text of the file, with comments in place of what template engines take out. */
function withStatementsAsComments({ parsedText, templates }: EcsDocument): string {
  let result = "";
  let end = 0;
  for (const { offset, length, isValue } of templates) {
    if (isValue) continue;
    result +=
      parsedText.slice(end, offset) +
      (length < 4 ? `"${"x".repeat(length - 2)}"` : `/*${"x".repeat(length - 4)}*/`);
    end = offset + length;
  }
  return result + parsedText.slice(end);
}

/** True for template text that is not long enough for the marks of a comment. */
function isTooShort({ isValue, length }: { readonly isValue: boolean; readonly length: number }): boolean {
  return !isValue && length < 4;
}

function adjoins(edit: Span, { offset, length }: Span): boolean {
  return edit.offset + edit.length === offset || edit.offset === offset + length;
}

function firstLineEnd(text: string): string {
  return /\r\n|\r|\n/.exec(text)?.[0] ?? "\n";
}

/** Tells the edits of the selected lines from others; one before the first word of a line counts to that line. */
function touches(lines: TextDocument, { start, end }: Range): (edit: Span) => boolean {
  const lastLine = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
  const first = lines.offsetAt({ line: start.line, character: 0 });
  const next = lines.offsetAt({ line: lastLine + 1, character: 0 });
  const last = next - (/\r?\n$/.exec(lines.getText().slice(0, next))?.[0].length ?? 0);
  return ({ offset, length }) => offset + length >= first && (offset < last || next === last);
}
