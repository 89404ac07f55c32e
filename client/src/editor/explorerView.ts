import * as vscode from "vscode";
import { config } from "./vscodeSettings.ts";
import { errorText, type Log } from "../host/log.ts";
import { contextValue } from "../tree/contextValue.ts";
import { Explorer, type Entry } from "../tree/explorer.ts";
import { LiveRefresh } from "../tree/liveRefresh.ts";
import type { Icon, TreeNode } from "../tree/node.ts";

/** Id of the view, also in package.json. */
export const viewId = "taskwright.explorer";

/** Shows the explorer's entries as rows of VS Code's tree, and refreshes them while the view can be seen. */
export class ExplorerView implements vscode.TreeDataProvider<Entry> {
  readonly explorer: Explorer;
  readonly #changed = new vscode.EventEmitter<Entry | undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #view: vscode.TreeView<Entry>;

  constructor(root: TreeNode, log: Log, subscriptions: vscode.Disposable[]) {
    this.explorer = new Explorer(root, {
      changed: (entry) => this.#changed.fire(entry),
      failed: (error, doing) => log.warn(`Could not ${doing}: ${errorText(error)}`),
      revealed: async (entry) => this.#view.reveal(entry, { select: true, focus: true }),
    });
    this.#view = vscode.window.createTreeView(viewId, {
      treeDataProvider: this,
      canSelectMany: true,
      showCollapseAll: true,
    });
    const live = new LiveRefresh(() => this.explorer.tick(), config.pacing, scheduleTimer);
    const update = (): void => live.setWanted(this.#view.visible && vscode.window.state.focused);
    subscriptions.push(
      this.#view,
      this.#changed,
      this.#view.onDidChangeVisibility(update),
      vscode.window.onDidChangeWindowState(update),
      this.#view.onDidExpandElement(({ element }) => {
        this.explorer.expand(element);
        live.nudge();
      }),
      this.#view.onDidCollapseElement(({ element }) => this.explorer.collapse(element)),
      { dispose: () => live.setWanted(false) },
    );
    update();
  }

  /** A line above the rows; empty: none. */
  set message(message: string) {
    this.#view.message = message;
  }

  async getChildren(entry?: Entry): Promise<Entry[]> {
    const children = await this.explorer.children(entry);
    if (!entry)
      void vscode.commands.executeCommand("setContext", "taskwright.noConnection", children.length === 0);
    return [...children];
  }

  getParent(entry: Entry): Entry | undefined {
    return entry.parent?.parent && entry.parent;
  }

  /** Called when someone points at a row. */
  resolveTreeItem(item: vscode.TreeItem, { node }: Entry): vscode.TreeItem {
    const tooltip = node.tooltip?.();
    item.tooltip = tooltip === undefined ? node.row().label : new vscode.MarkdownString(tooltip);
    return item;
  }

  getTreeItem(entry: Entry): vscode.TreeItem {
    const { id, node } = entry;
    const row = node.row();
    const item = new vscode.TreeItem(row.label, collapsibleState(node, entry.expanded || row.expanded));
    item.id = id;
    item.contextValue = contextValue(node);
    item.accessibilityInformation = { label: row.accessible };
    if (row.description !== undefined) item.description = row.description;
    if (row.icon) item.iconPath = themeIcon(row.icon);
    if (row.click !== undefined) item.command = { command: row.click, title: row.label, arguments: [entry] };
    return item;
  }
}

function collapsibleState(node: TreeNode, expanded = false): vscode.TreeItemCollapsibleState {
  if (!node.load && !node.below) return vscode.TreeItemCollapsibleState.None;
  return expanded ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed;
}

function themeIcon({ id, color }: Icon): vscode.ThemeIcon {
  return new vscode.ThemeIcon(id, color === undefined ? undefined : new vscode.ThemeColor(color));
}

function scheduleTimer(run: () => void, milliseconds: number): () => void {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
}
