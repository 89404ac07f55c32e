import * as vscode from "vscode";
import { md } from "../../../shared/src/markdown.ts";
import { openTree, setTreeMessage, tooltipOf, treeItem } from "./window.ts";
import { config } from "./vscodeSettings.ts";
import { errorText, type Log } from "../host/log.ts";
import { contextValue } from "../tree/contextValue.ts";
import type { Clock } from "../model/clock.ts";
import { branchOf } from "../tree/entry.ts";
import { Explorer, type Entry, type ExplorerEvents } from "../tree/explorer.ts";
import type { ShownRows } from "../commands/lostRow.ts";
import { VscodeRows } from "./shownRows.ts";
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
  /** What VS Code tells of the rows. */
  readonly rows: ShownRows;
  readonly #live: LiveRefresh<Entry>;
  /** Called when VS Code asks for the rows, as it does when they can be seen. */
  onShown: () => void = () => undefined;

  constructor(root: TreeNode, log: Log, clock: Clock, subscriptions: vscode.Disposable[]) {
    const events: ExplorerEvents = {
      changed: (entry) => this.#changed.fire(entry),
      failed: (error, doing) => log.warn(`Could not ${doing}: ${errorText(error)}`),
      revealed: async (entry) => this.#view.reveal(entry, { select: true, focus: true }),
    };
    this.explorer = new Explorer(root, events, clock);
    this.#view = openTree(viewId, this);
    this.rows = new VscodeRows(viewId, this.#view, subscriptions);
    const { explorer } = this;
    const refreshed = { branches: () => explorer.branches, tick: (branch: Entry) => explorer.tick(branch) };
    this.#live = new LiveRefresh(refreshed, config.pacing, clock);
    const update = (): void => this.#live.setWanted(this.#view.visible && vscode.window.state.focused);
    subscriptions.push(
      this.#view,
      this.#changed,
      this.#view.onDidChangeVisibility(update),
      vscode.window.onDidChangeWindowState(update),
      this.#view.onDidExpandElement(({ element }) => {
        explorer.expand(element);
        this.#live.nudge(branchOf(element));
      }),
      this.#view.onDidCollapseElement(({ element }) => this.explorer.collapse(element)),
      { dispose: () => this.#live.setWanted(false) },
    );
    update();
  }

  /** A line above the rows; empty: none. */
  set message(message: string) {
    setTreeMessage(this.#view, message);
  }

  async getChildren(entry?: Entry): Promise<Entry[]> {
    this.onShown();
    const children = await this.explorer.children(entry);
    if (!entry) {
      this.#live.update();
      void vscode.commands.executeCommand("setContext", "taskwright.noConnection", children.length === 0);
    }
    return [...children];
  }

  getParent(entry: Entry): Entry | undefined {
    return entry.parent?.parent && entry.parent;
  }

  /** Called when someone points at a row. */
  resolveTreeItem(item: vscode.TreeItem, { node }: Entry): vscode.TreeItem {
    const tooltip = node.tooltip?.();
    item.tooltip = tooltipOf(tooltip ?? md`${node.row().label}`);
    return item;
  }

  getTreeItem(entry: Entry): vscode.TreeItem {
    const { id, node } = entry;
    const row = node.row();
    const item = treeItem(row, collapsibleState(node, entry.expanded || row.expanded));
    item.id = id;
    item.contextValue = contextValue(node);
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
