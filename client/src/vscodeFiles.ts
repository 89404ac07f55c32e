import * as vscode from "vscode";
import type { PrepareResult } from "../../server/src/protocol.ts";
import type { EcsFile, Files } from "./files.ts";
import type { TaskwrightLanguageClient } from "./languageClient.ts";
import { languages } from "./languages.ts";

/** The files in VS Code's editors. */
export class VscodeFiles implements Files {
  readonly #languageClient: TaskwrightLanguageClient;

  constructor(languageClient: TaskwrightLanguageClient) {
    this.#languageClient = languageClient;
  }

  active(): EcsFile | undefined {
    const document = vscode.window.activeTextEditor?.document;
    if (!document || !languages.some((language) => language === document.languageId)) return undefined;
    return { uri: document.uri.toString(), name: document.uri.path.split("/").at(-1) ?? "" };
  }

  async prepare({ uri }: EcsFile, values?: Readonly<Record<string, string>>): Promise<PrepareResult> {
    await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
    return this.#languageClient.prepare(uri, values);
  }

  async reveal({ uri }: EcsFile): Promise<void> {
    await vscode.window.showTextDocument(vscode.Uri.parse(uri));
    await vscode.commands.executeCommand("workbench.actions.view.problems");
  }
}
