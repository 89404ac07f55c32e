import * as vscode from "vscode";
import type { Location, Position } from "vscode-languageserver-types";
import { lensCommands } from "../../../server/src/protocol.ts";

/**
 * The command behind the lens over a family: shows the services that run it. Not in the palette, as it needs
 * what the lens says.
 */
export function showReferencesCommand(): vscode.Disposable {
  return vscode.commands.registerCommand(
    lensCommands.showReferences.command,
    (uri: string, at: Position, locations: readonly Location[]) =>
      vscode.commands.executeCommand(
        "editor.action.showReferences",
        vscode.Uri.parse(uri),
        new vscode.Position(at.line, at.character),
        locations.map(
          ({ uri: other, range: { start, end } }) =>
            new vscode.Location(
              vscode.Uri.parse(other),
              new vscode.Range(start.line, start.character, end.line, end.character),
            ),
        ),
      ),
  );
}
