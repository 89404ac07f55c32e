import { format } from "jsonc-parser";
import { getLanguageService, type FoldingRange, type SelectionRange } from "vscode-json-languageservice";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { FormattingOptions, Position, Range, TextEdit } from "vscode-languageserver-types";
import type { EcsDocument } from "../ecsDocument.ts";
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
  const part = range && { offset: lines.offsetAt(range.start), length: lines.offsetAt(range.end) - lines.offsetAt(range.start) };
  const indentation = indentationOf(text) ?? { insertSpaces: options.insertSpaces, tabSize: options.tabSize };
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  return format(document.parsedText, part, { ...indentation, eol, insertFinalNewline: options.insertFinalNewline ?? false }).map((edit) => ({
    range: document.rangeOf(edit),
    newText: edit.content,
  }));
}

/** The text that was parsed, in which unquoted placeholders are values; its offsets are those of the file. */
function parsed({ uri, parsedText, lines }: EcsDocument): TextDocument {
  return TextDocument.create(uri, "json", lines.version, parsedText);
}
