import * as vscode from "vscode";
import { runPrivately } from "./privateProgram.ts";
import type {
  Choice,
  Confirmation,
  InputOptions,
  Progress,
  TerminalProgram,
  TextDocumentContent,
  TextStream,
  Ui,
} from "../host/ui.ts";

/** Scheme of the read-only documents that {@link VscodeUi.showDocument} opens. */
const scheme = "taskwright";

/** About as many letters of a message fit into one line of a notification. */
const oneLine = 60;

/** VS Code cuts a message to one line unless it has a button, so what is longer gets one. */
async function tell(
  show: (message: string, ...actions: string[]) => Thenable<string | undefined>,
  message: string,
  actions: readonly string[],
): Promise<string | undefined> {
  if (actions.length > 0 || message.length <= oneLine) return show(message, ...actions);
  await show(message, "Close");
  return undefined;
}

const ctrlC = "\x03";

/** Asks and tells the person through VS Code's own controls. */
export class VscodeUi implements Ui, vscode.TextDocumentContentProvider {
  readonly #texts = new Map<string, string>();
  /** The pages that were rendered last, by name. */
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

  /** A text may hold values of environment variables, so it goes with its editor. A rendered page has no editor and stays. */
  #forget(uri: vscode.Uri): void {
    if (this.#rendered.get(uri.path)?.toString() !== uri.toString()) this.#texts.delete(uri.toString());
  }

  provideTextDocumentContent(uri: vscode.Uri): string | undefined {
    return this.#texts.get(uri.toString());
  }

  async pick<T>(title: string, choices: readonly Choice<T>[], placeholder?: string): Promise<T | undefined> {
    const items = choices.map(({ label, description, detail, value }) => ({
      label,
      value,
      ...(description === undefined ? {} : { description }),
      ...(detail === undefined ? {} : { detail }),
    }));
    const options = {
      title,
      matchOnDescription: true,
      ...(placeholder === undefined ? {} : { placeHolder: placeholder }),
    };
    return (await vscode.window.showQuickPick(items, options))?.value;
  }

  async pickMany<T>(title: string, choices: readonly Choice<T>[]): Promise<readonly T[] | undefined> {
    const items = choices.map(({ label, description, value }) => ({
      label,
      value,
      ...(description === undefined ? {} : { description }),
    }));
    const picked = await vscode.window.showQuickPick(items, {
      title,
      canPickMany: true,
      matchOnDescription: true,
    });
    return picked?.map(({ value }) => value);
  }

  async input({
    title,
    prompt,
    value,
    placeholder,
    password,
    validate,
  }: InputOptions): Promise<string | undefined> {
    return vscode.window.showInputBox({
      title,
      prompt,
      ignoreFocusOut: true,
      ...(value === undefined ? {} : { value }),
      ...(placeholder === undefined ? {} : { placeHolder: placeholder }),
      ...(password === undefined ? {} : { password }),
      ...(validate === undefined ? {} : { validateInput: validate }),
    });
  }

  async confirm({ message, detail, action }: Confirmation): Promise<boolean> {
    const options = { modal: true, ...(detail === undefined ? {} : { detail }) };
    return (await vscode.window.showWarningMessage(message, options, action)) === action;
  }

  async progress<T>(
    title: string,
    work: (progress: Progress, signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
    return vscode.window.withProgress(options, (progress, cancellation) => {
      const controller = new AbortController();
      cancellation.onCancellationRequested(() => controller.abort());
      return work({ report: (message) => progress.report({ message }) }, controller.signal);
    });
  }

  async info(message: string, ...actions: string[]): Promise<string | undefined> {
    return tell(vscode.window.showInformationMessage, message, actions);
  }

  async warn(message: string, ...actions: string[]): Promise<string | undefined> {
    return tell(vscode.window.showWarningMessage, message, actions);
  }

  async error(message: string, ...actions: string[]): Promise<string | undefined> {
    return tell(vscode.window.showErrorMessage, message, actions);
  }

  async copy(text: string): Promise<void> {
    await vscode.env.clipboard.writeText(text);
  }

  async openLink(url: string): Promise<void> {
    await vscode.env.openExternal(vscode.Uri.parse(url, true));
  }

  async showDocument({ name, language, text, rendered }: TextDocumentContent): Promise<void> {
    if (!rendered) {
      await vscode.window.showTextDocument(await this.#open({ name, language, text }), { preview: true });
      return;
    }
    const uri = this.#keep(name, text, String(this.#renderedCount++));
    this.#rendered.set(uri.path, uri);
    await vscode.commands.executeCommand("markdown.showPreview", uri);
  }

  async #open({ name, language, text }: TextDocumentContent): Promise<vscode.TextDocument> {
    const document = await vscode.workspace.openTextDocument(this.#keep(name, text));
    return vscode.languages.setTextDocumentLanguage(document, language);
  }

  /** @param query tells a rendered page from the one before of its name, which VS Code may still show from memory */
  #keep(name: string, text: string, query = ""): vscode.Uri {
    const uri = vscode.Uri.from({ scheme, path: `/${name}`, query });
    this.#texts.set(uri.toString(), text);
    this.#changed.fire(uri);
    return uri;
  }

  async showDiff(title: string, left: TextDocumentContent, right: TextDocumentContent): Promise<void> {
    const [before, after] = [await this.#open(left), await this.#open(right)];
    await vscode.commands.executeCommand("vscode.diff", before.uri, after.uri, title, { preview: true });
  }

  openStream(name: string): TextStream {
    const controller = new AbortController();
    const written = new vscode.EventEmitter<string>();
    const pressed = new vscode.EventEmitter<string>();
    const early: string[] = [];
    let isOpen = false;
    const pty: vscode.Pseudoterminal = {
      onDidWrite: written.event,
      open: () => {
        isOpen = true;
        for (const line of early) written.fire(line);
      },
      close: () => controller.abort(),
      handleInput: (key) => {
        if (key === ctrlC) controller.abort();
        else pressed.fire(key);
      },
    };
    vscode.window.createTerminal({ name, pty, iconPath: new vscode.ThemeIcon("output") }).show(true);
    return {
      signal: controller.signal,
      onKey: (listener) => void pressed.event(listener),
      write(line) {
        const text = `${line.replaceAll("\n", "\r\n")}\r\n`;
        if (isOpen) written.fire(text);
        else early.push(text);
      },
    };
  }

  async openNew(language: string, text: string): Promise<void> {
    await vscode.window.showTextDocument(
      await vscode.workspace.openTextDocument({ language, content: text }),
    );
  }

  /** A terminal that runs the program itself closes when the program ends. */
  async runInTerminal({ name, ...program }: TerminalProgram): Promise<number | undefined> {
    return runPrivately(program, process.platform, ({ shellPath, shellArgs, env }) => {
      const terminal = vscode.window.createTerminal({
        name,
        shellPath,
        shellArgs: [...shellArgs],
        ...(env ? { env } : {}),
        isTransient: true,
      });
      terminal.show();
      return new Promise((resolve) => {
        const subscription = vscode.window.onDidCloseTerminal((closed) => {
          if (closed !== terminal) return;
          subscription.dispose();
          resolve(terminal.exitStatus?.code);
        });
      });
    });
  }
}
