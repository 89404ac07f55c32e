import { defined } from "../../../shared/src/defined.ts";
import * as vscode from "vscode";
import type { Markdown } from "../../../shared/src/markdown.ts";
import { oneLine, plainText, shortened } from "../../../shared/src/plainText.ts";
import type { Choice, InputOptions, Progress } from "../host/ui.ts";
import type { Row } from "../tree/node.ts";

/**
 * The one door for text that VS Code shows. VS Code finds links and icons in messages, prompts, progress,
 * lists and the status bar, and the texts hold what strangers wrote: names of files, answers of AWS, lines of
 * logs. So no other file calls these functions of VS Code, which lint checks (scripts/lint/shownText.ts).
 */

export type Severity = "error" | "info" | "warning";

const show = {
  error: vscode.window.showErrorMessage,
  info: vscode.window.showInformationMessage,
  warning: vscode.window.showWarningMessage,
} as const;

/** The most characters of a message, and of the lines below a question. */
const longest = 2_000;
const longestDetail = 20_000;

/** A notification. Resolves to the action that was chosen, or undefined. */
export async function showMessage(
  severity: Severity,
  message: string,
  actions: readonly string[],
): Promise<string | undefined> {
  const labels = actions.map(oneLine);
  const chosen = await show[severity](shortened(oneLine(message), longest), ...labels);
  return chosen === undefined ? undefined : actions[labels.indexOf(chosen)];
}

/** A modal question; whether the one action was chosen. */
export async function showModal(
  message: string,
  detail: string | undefined,
  action: string,
): Promise<boolean> {
  const options = {
    modal: true,
    ...(detail === undefined ? {} : { detail: shortened(plainText(detail), longestDetail) }),
  };
  const label = oneLine(action);
  return (
    (await vscode.window.showWarningMessage(shortened(plainText(message), longest), options, label)) === label
  );
}

export interface PickOptions {
  readonly title: string;
  readonly placeholder?: string | undefined;
}

interface Item<T> extends vscode.QuickPickItem {
  readonly value: T;
}

/** A list of which one is chosen. */
export async function showPick<T>(
  choices: readonly Choice<T>[],
  { title, placeholder }: PickOptions,
): Promise<T | undefined> {
  const options = {
    title: oneLine(title),
    matchOnDescription: true,
    ...(placeholder === undefined ? {} : { placeHolder: oneLine(placeholder) }),
  };
  return (await vscode.window.showQuickPick(choices.map(itemOf), options))?.value;
}

/** A list of which any number is chosen. */
export async function showPickMany<T>(
  choices: readonly Choice<T>[],
  { title }: PickOptions,
): Promise<readonly T[] | undefined> {
  const options = { title: oneLine(title), canPickMany: true, matchOnDescription: true } as const;
  return (await vscode.window.showQuickPick(choices.map(itemOf), options))?.map(({ value }) => value);
}

function itemOf<T>({ label, description, detail, value }: Choice<T>): Item<T> {
  return {
    label: oneLine(label),
    value,
    ...(description === undefined ? {} : { description: oneLine(description) }),
    ...(detail === undefined ? {} : { detail: oneLine(detail) }),
  };
}

/** A box to type into. What it proposes is not shown but edited, so it stays as it is. */
export function showInput({
  title,
  prompt,
  value,
  placeholder,
  password,
  validate,
}: InputOptions): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: oneLine(title),
    prompt: oneLine(prompt),
    ignoreFocusOut: true,
    ...defined({ value }),
    ...(placeholder === undefined ? {} : { placeHolder: oneLine(placeholder) }),
    ...defined({ password }),
    ...(validate === undefined
      ? {}
      : {
          validateInput: (text) => {
            const reason = validate(text);
            return reason === undefined ? undefined : oneLine(reason);
          },
        }),
  });
}

/** A notification that stays while the work runs, and has no button. */
export function showBusy<T>(title: string, work: (progress: Progress) => Promise<T>): Thenable<T> {
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: oneLine(title),
    cancellable: false,
  };
  return vscode.window.withProgress(options, (progress) =>
    work({ report: (message) => progress.report({ message: oneLine(message) }) }),
  );
}

/** A notification that stays while the work runs, and whose button aborts the signal. */
export function showProgress<T>(
  title: string,
  work: (progress: Progress, signal: AbortSignal) => Promise<T>,
): Thenable<T> {
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: oneLine(title),
    cancellable: true,
  };
  return vscode.window.withProgress(options, (progress, cancellation) => {
    const controller = new AbortController();
    cancellation.onCancellationRequested(() => controller.abort());
    return work({ report: (message) => progress.report({ message: oneLine(message) }) }, controller.signal);
  });
}

/** Asks for a folder; undefined when dismissed. */
export async function showFolderDialog(
  openLabel: string,
  defaultUri: vscode.Uri | undefined,
): Promise<vscode.Uri | undefined> {
  const [folder] =
    (await vscode.window.showOpenDialog({
      canSelectFiles: false,
      canSelectFolders: true,
      openLabel: oneLine(openLabel),
      ...defined({ defaultUri }),
    })) ?? [];
  return folder;
}

/** A terminal with a name of one line. */
export function openTerminal(
  options: (vscode.ExtensionTerminalOptions | vscode.TerminalOptions) & { readonly name: string },
): vscode.Terminal {
  return vscode.window.createTerminal({ ...options, name: oneLine(options.name) } as vscode.TerminalOptions);
}

/** A panel for a page, which escapes its own content. */
export function openPanel(viewType: string, title: string): vscode.WebviewPanel {
  return vscode.window.createWebviewPanel(viewType, oneLine(title), vscode.ViewColumn.Active);
}

/** What an entry of the status bar says. */
export interface StatusWords {
  readonly text: string;
  readonly tooltip: string;
  readonly accessible: string;
}

/** An entry of the status bar that is a button. */
export class StatusEntry implements vscode.Disposable {
  readonly #item: vscode.StatusBarItem;

  constructor(id: string, name: string, command: string) {
    this.#item = vscode.window.createStatusBarItem(id, vscode.StatusBarAlignment.Left);
    this.#item.name = name;
    this.#item.command = command;
  }

  show({ text, tooltip, accessible }: StatusWords): void {
    this.#item.text = oneLine(text);
    this.#item.tooltip = plainText(tooltip);
    this.#item.accessibilityInformation = { label: oneLine(accessible), role: "button" };
    this.#item.show();
  }

  dispose(): void {
    this.#item.dispose();
  }
}

/** The tree of a view. The line above its rows is set by {@link setTreeMessage}. */
export function openTree<T>(
  viewId: string,
  treeDataProvider: vscode.TreeDataProvider<T>,
): vscode.TreeView<T> {
  return vscode.window.createTreeView(viewId, {
    treeDataProvider,
    canSelectMany: true,
    showCollapseAll: true,
  });
}

export function setTreeMessage<T>(view: vscode.TreeView<T>, message: string): void {
  view.message = oneLine(message);
}

/** A row of a tree, with nothing but its words. */
export function treeItem(
  { label, description, accessible }: Pick<Row, "accessible" | "description" | "label">,
  state: vscode.TreeItemCollapsibleState,
): vscode.TreeItem {
  const item = new vscode.TreeItem(oneLine(label), state);
  item.accessibilityInformation = { label: oneLine(accessible) };
  if (description !== undefined) item.description = oneLine(description);
  return item;
}

/** A tooltip: neither commands nor HTML, images or icons of others. */
export function tooltipOf(markdown: Markdown): vscode.MarkdownString {
  return new vscode.MarkdownString(markdown.text);
}
