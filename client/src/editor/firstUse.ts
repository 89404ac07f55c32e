import * as vscode from "vscode";
import { languages, templateLanguages } from "../model/languages.ts";

const ours: readonly string[] = [...languages, ...templateLanguages];

/**
 * Calls something once, when the extension is of use in this window: with the first document of a language in
 * which ECS definitions are written, and when `use` is called. VS Code activates the extension with every
 * window, so that a deploy which a closed window left is taken up; there, nothing else is to be seen of it.
 */
export function onFirstUse(start: () => void, subscriptions: vscode.Disposable[]): () => void {
  let isUsed = false;
  const use = (): void => {
    if (isUsed) return;
    isUsed = true;
    opened.dispose();
    start();
  };
  const look = ({ languageId }: vscode.TextDocument): void => {
    if (ours.includes(languageId)) use();
  };
  const opened = vscode.workspace.onDidOpenTextDocument(look);
  subscriptions.push(opened);
  vscode.workspace.textDocuments.forEach(look);
  return use;
}
