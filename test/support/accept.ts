import { TextDocument } from "vscode-languageserver-textdocument";
import { type CompletionItem, InsertTextFormat, type TextEdit } from "vscode-languageserver-types";

/**
 * The text after accepting an item: at the stops of a snippet stands what it proposes first.
 *
 * @param filling what stands in strings for which it proposes nothing
 */
export function accept(lines: TextDocument, item: CompletionItem, filling = ""): string {
  const edit = item.textEdit as TextEdit;
  const newText =
    item.insertTextFormat === InsertTextFormat.Snippet ? resolveSnippet(edit.newText, filling) : edit.newText;
  return TextDocument.applyEdits(lines, [
    { range: edit.range, newText },
    ...(item.additionalTextEdits ?? []),
  ]);
}

/**
 * https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#snippet_syntax
 */
export function resolveSnippet(snippet: string, filling: string): string {
  const part =
    /\\(.)|(?<=(")?)\$\d+|\$\{\d+:((?:\\.|[^}\\])*)\}|\$\{\d+\|((?:\\.|[^,|\\])*)(?:\\.|[^|\\])*\|\}/gs;
  return snippet.replaceAll(
    part,
    (_, escaped?: string, quote?: string, proposal?: string, first?: string) =>
      escaped ?? (proposal ?? first ?? (quote ? filling : "")).replaceAll(/\\(.)/g, "$1"),
  );
}
