import * as vscode from "vscode";
import type {
  DocumentKind,
  NewFileChoices,
  NewFileParams,
  PrepareResult,
} from "../../../server/src/protocol.ts";
import type { AccountMarks } from "./accountMarks.ts";
import type { AccountFinding } from "../model/accountFinding.ts";
import type { EcsFile, EnvironmentFile, Files, NewFile } from "../host/files.ts";
import type { TaskwrightLanguageClient } from "./languageClient.ts";
import { nearestEnvironmentFile } from "./environmentFile.ts";
import { showFolderDialog } from "./window.ts";
import { languages } from "../model/languages.ts";

/** The files in VS Code's editors. */
export class VscodeFiles implements Files {
  readonly #languageClient: TaskwrightLanguageClient;
  readonly #marks: AccountMarks;

  constructor(languageClient: TaskwrightLanguageClient, marks: AccountMarks) {
    this.#languageClient = languageClient;
    this.#marks = marks;
  }

  active(): EcsFile | undefined {
    const document = vscode.window.activeTextEditor?.document;
    // A file in YAML keeps its language, and the server tells what it holds.
    const canHoldInput = ["yaml", ...languages].some((language) => language === document?.languageId);
    if (!document || !canHoldInput) return undefined;
    return this.at(document.uri.toString());
  }

  at(uri: string): EcsFile {
    return { uri, name: vscode.Uri.parse(uri).path.split("/").at(-1) ?? "" };
  }

  async prepare({ uri }: EcsFile, values?: Readonly<Record<string, string>>): Promise<PrepareResult> {
    await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
    return this.#languageClient.prepare(uri, values);
  }

  async mark({ uri }: EcsFile, findings: readonly AccountFinding[]): Promise<void> {
    const ranges = await this.#languageClient.locate(
      uri,
      findings.map(({ path }) => path),
    );
    this.#marks.set(
      vscode.Uri.parse(uri),
      findings.flatMap((finding, index) => (ranges[index] ? [{ range: ranges[index], finding }] : [])),
    );
  }

  async reveal({ uri }: EcsFile): Promise<void> {
    await vscode.window.showTextDocument(vscode.Uri.parse(uri));
    await vscode.commands.executeCommand("workbench.actions.view.problems");
  }

  async environmentFile({ uri }: EcsFile): Promise<EnvironmentFile | undefined> {
    const file = vscode.Uri.parse(uri);
    const top = vscode.workspace.getWorkspaceFolder(file)?.uri;
    if (!top || file.scheme !== "file") return undefined;
    return nearestEnvironmentFile(file.fsPath, top.fsPath);
  }

  newFileChoices(kind: DocumentKind): Promise<NewFileChoices> {
    return this.#languageClient.newFileChoices(kind);
  }

  newFileText(params: NewFileParams): Promise<string> {
    return this.#languageClient.newFile(params);
  }

  async create(files: readonly NewFile[]): Promise<boolean> {
    const top = vscode.workspace.workspaceFolders?.[0]?.uri;
    const folder = await showFolderDialog("Import here", top);
    if (!folder) return false;
    const uris = files.map(({ name }) => vscode.Uri.joinPath(folder, fileName(name)));
    for (const uri of uris)
      if (await exists(uri))
        throw new Error(`${uri.path.split("/").at(-1)} is there already. Nothing was written.`);
    for (const [index, { text }] of files.entries())
      await vscode.workspace.fs.writeFile(uris[index]!, new TextEncoder().encode(text));
    for (const uri of uris) await vscode.window.showTextDocument(uri, { preview: false });
    return true;
  }
}

/** Names come from AWS; a file is written into the chosen folder or not at all. */
function fileName(name: string): string {
  if (/[/\\]|^\.*$/.test(name)) throw new Error(`“${name}” is no name of a file. Nothing was written.`);
  return name;
}

/** A link counts, whether what it leads to is there or not: writing would follow it. */
async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === "FileNotFound") return false;
    throw error;
  }
}
