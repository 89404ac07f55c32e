import * as vscode from "vscode";
import type { Command, CommandContext } from "./commands/command.ts";
import { describeFailure } from "./model/failure.ts";
import type { Log } from "./log.ts";
import type { TreeNode } from "./tree/node.ts";

/** A row as VS Code hands it to a command. */
interface RowArgument {
  readonly node: TreeNode;
}

/** Makes the commands known to VS Code. What a command throws is logged and shown here, and nowhere else. */
export function registerCommands(commands: readonly Command<never>[], context: CommandContext, log: Log): vscode.Disposable[] {
  return commands.map((command) =>
    vscode.commands.registerCommand(command.id, async (clicked?: unknown, selected?: unknown) => {
      const node = nodeOf(clicked);
      const nodes = Array.isArray(selected) ? selected.map(nodeOf).filter((each) => each !== undefined) : [];
      try {
        await (command as Command).run(context, node, nodes);
      } catch (error) {
        const failure = describeFailure(error, `run “${command.title.replace("…", "")}”`);
        if (failure.kind === "aborted") return;
        log.error(`${failure.message}\n${error instanceof Error ? (error.stack ?? "") : ""}`);
        await context.ui.error(failure.message);
      }
    }),
  );
}

function nodeOf(argument: unknown): TreeNode | undefined {
  if (typeof argument !== "object" || argument === null || !("node" in argument)) return undefined;
  return (argument as RowArgument).node;
}
