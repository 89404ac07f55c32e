import * as vscode from "vscode";
import type { Command, CommandContext } from "../commands/command.ts";
import { isForLostRow } from "../commands/lostRow.ts";
import { showFailure } from "../commands/showFailure.ts";
import { waitsForTrust } from "../commands/waitsForTrust.ts";
import type { EcsFile } from "../host/files.ts";
import type { TreeNode } from "../tree/node.ts";

/** A row as VS Code hands it to a command. */
interface RowArgument {
  readonly node: TreeNode;
}

/** Makes the commands known to VS Code. What a command throws is logged and shown here, and nowhere else. */
export function registerCommands(
  commands: readonly Command<never>[],
  context: CommandContext,
): vscode.Disposable[] {
  return commands.map((command) =>
    vscode.commands.registerCommand(command.id, async (...given: readonly unknown[]) => {
      const [clicked, selected] = given;
      if (isForLostRow(command, given))
        return void (await context.ui.info(`The row was being refreshed. Choose “${command.title}” again.`));
      const node = nodeOf(clicked);
      const nodes = Array.isArray(selected) ? selected.map(nodeOf).filter((each) => each !== undefined) : [];
      if (await waitsForTrust(context, command)) return;
      try {
        await context.connections.renewFailing();
        await (command as Command).run(context, node, nodes, fileOf(clicked, context));
      } catch (error) {
        await showFailure(context, error, `run “${command.title.replace("…", "")}”`);
      }
    }),
  );
}

/** A command of an editor's menu gets the file's URI, one of a code lens its text. */
function fileOf(argument: unknown, { files }: CommandContext): EcsFile | undefined {
  if (typeof argument === "string") return files.at(argument);
  return argument instanceof vscode.Uri ? files.at(argument.toString()) : undefined;
}

function nodeOf(argument: unknown): TreeNode | undefined {
  if (typeof argument !== "object" || argument === null || !("node" in argument)) return undefined;
  return (argument as RowArgument).node;
}
