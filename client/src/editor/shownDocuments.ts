import * as vscode from "vscode";
import type { Markdown } from "../../../shared/src/markdown.ts";
import type { TextDocumentContent } from "../host/ui.ts";
import { documentText } from "../model/documentText.ts";

/** Scheme of the read-only documents that stand nowhere on disk. */
const scheme = "taskwright";

/** Read-only documents and pages in memory. */
export class ShownDocuments implements vscode.TextDocumentContentProvider {
  readonly #texts = new Map<string, string>();
  /** The pages that were rendered last, by path. */
  readonly #rendered = new Map<string, vscode.Uri>();
  #renderedCount = 0;
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.#changed.event;

  constructor(subscriptions: vscode.Disposable[]) {
    subscriptions.push(
      this.#changed,
      vscode.workspace.registerTextDocumentContentProvider(scheme, this),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#forget(uri)),
    );
  }

  provideTextDocumentContent(uri: vscode.Uri): string | undefined {
    return this.#texts.get(uri.toString());
  }

  /** The same name gives the newer text in the same document. */
  async open({ name, language, text }: TextDocumentContent): Promise<vscode.TextDocument> {
    const document = await vscode.workspace.openTextDocument(this.#keep(name, documentText(text)));
    return vscode.languages.setTextDocumentLanguage(document, language);
  }

  /**
   * Shows a page. Its address differs from that of the page before of its name, which VS Code may still show
   * from memory.
   */
  async render(name: string, page: Markdown): Promise<void> {
    const uri = this.#keep(name, page.text, String(this.#renderedCount++));
    this.#rendered.set(uri.path, uri);
    await vscode.commands.executeCommand("markdown.showPreview", uri);
  }

  #keep(name: string, text: string, query = ""): vscode.Uri {
    const uri = vscode.Uri.from({ scheme, path: `/${name}`, query });
    this.#texts.set(uri.toString(), text);
    this.#changed.fire(uri);
    return uri;
  }

  /**
   * Texts can contain environment values, so drop them when their editor closes. A rendered page has no
   * editor and stays.
   */
  #forget(uri: vscode.Uri): void {
    if (this.#rendered.get(uri.path)?.toString() !== uri.toString()) this.#texts.delete(uri.toString());
  }
}
