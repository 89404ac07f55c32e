import { getLanguageService, type FoldingRange } from "vscode-json-languageservice";
import type { EcsDocument } from "../documents/ecsDocument.ts";
import type { TextDocument } from "vscode-languageserver-textdocument";

/** Objects, lists and comments that can be folded away. */
export function foldingRanges(document: EcsDocument): FoldingRange[] {
  return getLanguageService({}).getFoldingRanges(parsed(document));
}

/** The text that was parsed, in which unquoted placeholders are values, with the lines of the file. */
function parsed({ parsedText, lines }: EcsDocument): TextDocument {
  return {
    uri: lines.uri,
    languageId: lines.languageId,
    version: lines.version,
    lineCount: lines.lineCount,
    getText: () => parsedText,
    positionAt: (offset) => lines.positionAt(offset),
    offsetAt: (position) => lines.offsetAt(position),
    getLineRange: (line) => lines.getLineRange(line),
    getEOLCharacters: (line) => lines.getEOLCharacters(line),
  };
}
