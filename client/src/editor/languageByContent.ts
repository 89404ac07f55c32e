import * as vscode from "vscode";
import { config } from "./vscodeSettings.ts";
import { languageOf } from "../model/languageOf.ts";

/**
 * A text of at most so many characters is young: what is pasted into it or typed may still make it a
 * definition.
 */
const young = 500;

/**
 * Gives JSON documents our language when they read like a task definition or service: when they are opened,
 * and while they grow from a young text. A document that the user gave another language afterwards keeps
 * that.
 */
export function watchLanguageByContent(subscriptions: vscode.Disposable[]): void {
  const growing = new WeakSet<vscode.TextDocument>();
  const done = new WeakSet<vscode.TextDocument>();
  const look = (document: vscode.TextDocument): void => {
    if (done.has(document) || !isPlainJson(document) || !config.detectByContent()) return;
    const text = document.getText();
    if (text.length <= young) growing.add(document);
    const language = languageOf(text);
    if (!language) return;
    done.add(document);
    void vscode.languages.setTextDocumentLanguage(document, language);
  };
  subscriptions.push(
    vscode.workspace.onDidOpenTextDocument(look),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (growing.has(document)) look(document);
    }),
  );
  vscode.workspace.textDocuments.forEach(look);
}

const schemes: ReadonlySet<string> = new Set(["file", "untitled", "vscode-remote"]);

function isPlainJson({ languageId, uri }: vscode.TextDocument): boolean {
  return (languageId === "json" || languageId === "jsonc") && schemes.has(uri.scheme);
}
