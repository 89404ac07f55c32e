import * as vscode from "vscode";
import { defined } from "../../../shared/src/defined.ts";
import type { Markdown } from "../../../shared/src/markdown.ts";
import { terminalText } from "../model/terminalText.ts";
import type {
  Choice,
  Confirmation,
  InputOptions,
  Progress,
  SessionEnd,
  TerminalProgram,
  TextDocumentContent,
  TextStream,
  Ui,
} from "../host/ui.ts";
import { runPrivately, runSessionPrivately, type TerminalStart } from "./privateProgram.ts";
import { ShownDocuments } from "./shownDocuments.ts";
import {
  openTerminal,
  showBusy,
  type Severity,
  showInput,
  showMessage,
  showModal,
  showPick,
  showPickMany,
  showProgress,
} from "./window.ts";

/** About as many letters of a message fit into one line of a notification. */
const oneLine = 60;

/** Opens a terminal for a program, in front. */
function shownTerminal(name: string, { shellPath, shellArgs, env }: TerminalStart): vscode.Terminal {
  const terminal = openTerminal({
    name,
    shellPath,
    shellArgs: [...shellArgs],
    ...defined({ env }),
    isTransient: true,
  });
  terminal.show();
  return terminal;
}

/** VS Code cuts a message to one line unless it has a button, so what is longer gets one. */
async function tell(
  severity: Severity,
  message: string,
  actions: readonly string[],
): Promise<string | undefined> {
  if (actions.length > 0 || message.length <= oneLine) return showMessage(severity, message, actions);
  await showMessage(severity, message, ["Close"]);
  return undefined;
}

const ctrlC = "\x03";

/** Asks and tells the user through VS Code's own controls. */
export class VscodeUi implements Ui {
  readonly #documents: ShownDocuments;

  constructor(subscriptions: vscode.Disposable[]) {
    this.#documents = new ShownDocuments(subscriptions);
  }

  async pick<T>(title: string, choices: readonly Choice<T>[], placeholder?: string): Promise<T | undefined> {
    return showPick(choices, { title, placeholder });
  }

  async pickMany<T>(title: string, choices: readonly Choice<T>[]): Promise<readonly T[] | undefined> {
    return showPickMany(choices, { title });
  }

  async input(options: InputOptions): Promise<string | undefined> {
    return showInput(options);
  }

  async confirm({ message, detail, action }: Confirmation): Promise<boolean> {
    return showModal(message, detail, action);
  }

  async progress<T>(
    title: string,
    work: (progress: Progress, signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    return showProgress(title, work);
  }

  async busy<T>(title: string, work: (progress: Progress) => Promise<T>): Promise<T> {
    return showBusy(title, work);
  }

  async info(message: string, ...actions: string[]): Promise<string | undefined> {
    return tell("info", message, actions);
  }

  async warn(message: string, ...actions: string[]): Promise<string | undefined> {
    return tell("warning", message, actions);
  }

  async error(message: string, ...actions: string[]): Promise<string | undefined> {
    return tell("error", message, actions);
  }

  async copy(text: string): Promise<void> {
    await vscode.env.clipboard.writeText(text);
  }

  /** Other schemes start programs, and addresses come from tags and files of others. */
  async openLink(url: string): Promise<void> {
    if (!/^https?:\/\/[^/]/i.test(url)) throw new Error("Only addresses of the web are opened.");
    await vscode.env.openExternal(vscode.Uri.parse(url, true));
  }

  async showDocument(document: TextDocumentContent): Promise<void> {
    await vscode.window.showTextDocument(await this.#documents.open(document), { preview: true });
  }

  async showPage(name: string, page: Markdown): Promise<void> {
    await this.#documents.render(name, page);
  }

  async showDiff(title: string, left: TextDocumentContent, right: TextDocumentContent): Promise<void> {
    const [before, after] = [await this.#documents.open(left), await this.#documents.open(right)];
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
    openTerminal({ name, pty, iconPath: new vscode.ThemeIcon("output") }).show(true);
    return {
      signal: controller.signal,
      onKey: (listener) => void pressed.event(listener),
      write(line) {
        const text = `${terminalText(line).replaceAll("\n", "\r\n")}\r\n`;
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

  async runSession({ name, ...program }: TerminalProgram): Promise<SessionEnd | undefined> {
    return runSessionPrivately(program, process.platform, (started) => {
      const terminal = shownTerminal(name, started);
      return {
        closed: closingOf(terminal),
        isTouched: () => terminal.state.isInteractedWith,
        close: () => terminal.dispose(),
      };
    });
  }

  /** A terminal that runs the program itself closes when the program ends. */
  async runInTerminal({ name, ...program }: TerminalProgram): Promise<number | undefined> {
    return runPrivately(program, process.platform, (started) => {
      const terminal = shownTerminal(name, started);
      return closingOf(terminal);
    });
  }
}

/** Resolves when a terminal is closed, to the code with which its program ended if it did. */
const closingOf = (terminal: vscode.Terminal): Promise<number | undefined> =>
  new Promise((resolve) => {
    const subscription = vscode.window.onDidCloseTerminal((closed) => {
      if (closed !== terminal) return;
      subscription.dispose();
      resolve(terminal.exitStatus?.code);
    });
  });
