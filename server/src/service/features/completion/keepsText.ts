import { TextDocument } from "vscode-languageserver-textdocument";
import type { CompletionItem, TextEdit } from "vscode-languageserver-types";
import type { EcsDocument } from "../../documents/ecsDocument.ts";

/** True when a text with an item in it is as sound as before, and still has all of its template text. */
export function keepsText(document: EcsDocument, item: CompletionItem): boolean {
  const edits = [item.textEdit as TextEdit, ...(item.additionalTextEdits ?? [])];
  const after = document.edited(TextDocument.applyEdits(document.lines, edits));
  return (
    after.syntaxErrors.length <= document.syntaxErrors.length &&
    after.faults.length <= document.faults.length &&
    templatesOf(after) === templatesOf(document)
  );
}

function templatesOf({ templates, text }: EcsDocument): string {
  return templates.map(({ offset, length }) => text.slice(offset, offset + length)).join("\n");
}
