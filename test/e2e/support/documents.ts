import * as vscode from "vscode";
import { until } from "../../support/until.ts";

/** Opens a file of the sample workspace in an editor. */
export async function open(path: string): Promise<vscode.TextEditor> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!folder) throw new Error("No workspace is open.");
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, path));
  return vscode.window.showTextDocument(document);
}

/** Discards what a test typed, and closes every editor. */
export async function closeAll(): Promise<void> {
  for (const { document } of vscode.window.visibleTextEditors) {
    if (!document.isDirty) continue;
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand("workbench.action.files.revert");
  }
  await vscode.commands.executeCommand("workbench.action.closeAllEditors");
}

/** The document with `replacement` instead of the only occurrence of `text`. */
export async function replace(editor: vscode.TextEditor, text: string, replacement: string): Promise<void> {
  await editor.edit((edit) => edit.replace(rangeOf(editor.document, text), replacement));
}

/** The document with another text. */
export async function replaceAll(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
  await vscode.workspace.applyEdit(edit);
}

/** Where the text stands in the document, in which it must occur once. */
export function rangeOf(document: vscode.TextDocument, text: string): vscode.Range {
  const content = document.getText();
  const at = content.indexOf(text);
  if (at < 0 || content.indexOf(text, at + 1) >= 0)
    throw new Error(`${text} does not occur once in ${document.fileName}.`);
  return new vscode.Range(document.positionAt(at), document.positionAt(at + text.length));
}

/**
 * The extension's errors in the document, as soon as there are as many as expected: the rule, the text that
 * is marked.
 */
export async function errors(
  document: vscode.TextDocument,
  count: number,
): Promise<readonly vscode.Diagnostic[]> {
  return until(`${count} errors of ECS in ${document.fileName}`, () => {
    const found = vscode.languages
      .getDiagnostics(document.uri)
      .filter(({ severity, source }) => severity === vscode.DiagnosticSeverity.Error && source === "ecs");
    return found.length === count && found;
  });
}

/** The rule that a diagnostic comes from. */
export function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === "object" ? code.value : code);
}
