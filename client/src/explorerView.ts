import * as vscode from "vscode";
import { Explorer, type Entry } from "./tree/explorer.ts";
import type { Icon, TreeNode } from "./tree/node.ts";
import { errorText, type Log } from "./log.ts";

/** Id of the view, also in package.json. */
export const viewId = "taskwright.explorer";

/** Shows the explorer's entries as rows of VS Code's tree. */
export class ExplorerView implements vscode.TreeDataProvider<Entry> {
  readonly explorer: Explorer;
  readonly #changed = new vscode.EventEmitter<Entry | undefined>();
  readonly onDidChangeTreeData = this.#changed.event;

  constructor(root: TreeNode, log: Log, subscriptions: vscode.Disposable[]) {
    this.explorer = new Explorer(root, {
      changed: (entry) => this.#changed.fire(entry),
      failed: (error, doing) => log.warn(`Could not ${doing}: ${errorText(error)}`),
    });
    const view = vscode.window.createTreeView(viewId, { treeDataProvider: this, canSelectMany: true, showCollapseAll: true });
    subscriptions.push(view, this.#changed);
  }

  async getChildren(entry?: Entry): Promise<Entry[]> {
    return [...(await this.explorer.children(entry))];
  }

  getParent(entry: Entry): Entry | undefined {
    return entry.parent?.parent && entry.parent;
  }

  getTreeItem(entry: Entry): vscode.TreeItem {
    const { id, node } = entry;
    const row = node.row();
    const item = new vscode.TreeItem(row.label, collapsibleState(node, row.expanded));
    item.id = id;
    item.contextValue = [node.kind, ...(row.flags ?? [])].map((word) => `;${word};`).join("");
    item.accessibilityInformation = { label: row.accessible };
    if (row.description !== undefined) item.description = row.description;
    if (row.tooltip !== undefined) item.tooltip = new vscode.MarkdownString(row.tooltip);
    if (row.icon) item.iconPath = themeIcon(row.icon);
    if (row.click !== undefined) item.command = { command: row.click, title: row.label, arguments: [entry] };
    return item;
  }
}

function collapsibleState(node: TreeNode, expanded = false): vscode.TreeItemCollapsibleState {
  if (!node.children) return vscode.TreeItemCollapsibleState.None;
  return expanded ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed;
}

function themeIcon({ id, color }: Icon): vscode.ThemeIcon {
  return new vscode.ThemeIcon(id, color === undefined ? undefined : new vscode.ThemeColor(color));
}
