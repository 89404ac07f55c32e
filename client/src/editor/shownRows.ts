import * as vscode from "vscode";
import type { ShownRows } from "../commands/lostRow.ts";
import type { Entry } from "../tree/entry.ts";
import type { TreeNode } from "../tree/node.ts";

/** Not in the manifest: only this file runs it. */
const reportFocused = "taskwright.tellFocusedRow";

/**
 * Asks VS Code which rows of a view have the focus or are selected. The focus is told to commands only, as
 * their argument, and only to those that come by way of the window.
 */
export class VscodeRows implements ShownRows {
  readonly #view: Pick<vscode.TreeView<Entry>, "selection">;
  readonly #argument: object;
  #told: { readonly entry?: Entry | undefined } = {};

  constructor(
    viewId: string,
    view: Pick<vscode.TreeView<Entry>, "selection">,
    subscriptions: vscode.Disposable[],
  ) {
    this.#view = view;
    this.#argument = { $treeViewId: viewId, $focusedTreeItem: true };
    subscriptions.push(
      vscode.commands.registerCommand(
        reportFocused,
        (entry: Entry | undefined) => void (this.#told = { entry }),
      ),
    );
  }

  async focused(): Promise<TreeNode | undefined> {
    this.#told = {};
    await vscode.commands.executeCommand("runCommands", {
      commands: [{ command: reportFocused, args: this.#argument }],
    });
    return this.#told.entry?.node;
  }

  selected(): readonly TreeNode[] {
    // VS Code leaves holes for rows that it shows anew.
    return this.#view.selection.flatMap((entry: Entry | undefined) => entry?.node ?? []);
  }
}
