import * as vscode from "vscode";
import type { Command, CommandContext } from "../commands/command.ts";
import { findLostRows, isForLostRow, type MeantRows, type ShownRows } from "../commands/lostRow.ts";
import { buttonId, idsOf } from "../commands/rowButton.ts";
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
  rows: ShownRows,
): vscode.Disposable[] {
  return commands.flatMap((command) =>
    idsOf(command).map((id) =>
      vscode.commands.registerCommand(id, async (...given: readonly unknown[]) => {
        let meant = meantRows(given);
        if (isForLostRow(command, given)) {
          if (id !== buttonId(command)) meant = await findLostRows(given, rows, context.clock);
          if (!meant) return context.ui.info(`The row was being refreshed. Choose “${command.title}” again.`);
        }
        return run(command, context, meant, fileOf(given[0], context));
      }),
    ),
  );
}

async function run(
  command: Command,
  context: CommandContext,
  meant: MeantRows | undefined,
  file: EcsFile | undefined,
): Promise<void> {
  if (await waitsForTrust(context, command)) return;
  try {
    await context.connections.renewFailing();
    await command.run(context, meant?.node, meant?.selected ?? [], file);
  } catch (error) {
    await showFailure(context, error, `run “${command.title.replace("…", "")}”`);
  }
}

/** The rows that a command comes with; undefined from the palette or an editor. */
function meantRows([clicked, selected]: readonly unknown[]): MeantRows | undefined {
  const node = nodeOf(clicked);
  if (!node) return undefined;
  return { node, selected: Array.isArray(selected) ? selected.flatMap((each) => nodeOf(each) ?? []) : [] };
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
