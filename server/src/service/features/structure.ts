import { format } from "jsonc-parser";
import { getLanguageService, type FoldingRange, type SelectionRange } from "vscode-json-languageservice";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { FormattingOptions, Position, Range, TextEdit } from "vscode-languageserver-types";
import type { EcsDocument } from "../documents/ecsDocument.ts";
import type { Span } from "../syntax/jsonNode.ts";
import { indentationOf } from "./indentation.ts";

/** Objects, lists and comments that can be folded away. */
export function foldingRanges(document: EcsDocument): FoldingRange[] {
  return getLanguageService({}).getFoldingRanges(parsed(document));
}

/** For each position the ranges that "expand selection" goes through, innermost first. */
export function selectionRanges(document: EcsDocument, positions: Position[]): SelectionRange[] {
  const json = getLanguageService({});
  const text = parsed(document);
  return json.getSelectionRanges(text, positions, json.parseJSONDocument(text));
}

/** White space only, in the indentation that the file has already; nothing for text that is not JSON. */
export function formatting(document: EcsDocument, options: FormattingOptions, range?: Range): TextEdit[] {
  if (document.syntaxErrors.length > 0) return [];
  const { lines, text } = document;
  const indentation = indentationOf(text) ?? { insertSpaces: options.insertSpaces, tabSize: options.tabSize };
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  const insertFinalNewline = options.insertFinalNewline === true || text.endsWith("\n");
  // The whole is formatted also for a part of it, whose depth only the lines above tell.
  const edits = format(document.parsedText, undefined, { ...indentation, eol, insertFinalNewline });
  const wanted = range ? edits.filter(touches(lines, range)) : edits;
  return wanted.map((edit) => ({ range: document.rangeOf(edit), newText: edit.content }));
}

/** Tells the edits of the selected lines from others; one before the first word of a line counts to that line. */
function touches(lines: TextDocument, { start, end }: Range): (edit: Span) => boolean {
  const lastLine = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
  const first = lines.offsetAt({ line: start.line, character: 0 });
  const next = lines.offsetAt({ line: lastLine + 1, character: 0 });
  const last = next - (/\r?\n$/.exec(lines.getText().slice(0, next))?.[0].length ?? 0);
  return ({ offset, length }) => offset + length >= first && (offset < last || next === last);
}

/** The text that was parsed, in which unquoted placeholders are values; its offsets are those of the file. */
function parsed({ uri, parsedText, lines }: EcsDocument): TextDocument {
  return TextDocument.create(uri, "json", lines.version, parsedText);
}
