import * as vscode from "vscode";
import { config } from "./vscodeSettings.ts";
import { languageOf } from "../model/languageOf.ts";

/** Gives JSON documents our language when their top level reads like a task definition or service. */
export function watchLanguageByContent(subscriptions: vscode.Disposable[]): void {
  subscriptions.push(vscode.workspace.onDidOpenTextDocument(setLanguage));
  vscode.workspace.textDocuments.forEach(setLanguage);
}

function setLanguage(document: vscode.TextDocument): void {
  if (document.languageId !== "json" && document.languageId !== "jsonc") return;
  if (
    document.uri.scheme !== "file" &&
    document.uri.scheme !== "untitled" &&
    document.uri.scheme !== "vscode-remote"
  )
    return;
  if (!config.detectByContent()) return;
  const language = languageOf(document.getText());
  if (language) void vscode.languages.setTextDocumentLanguage(document, language);
}
