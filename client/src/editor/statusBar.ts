import type * as vscode from "vscode";
import type { Connections } from "../account/connections.ts";
import { errorText, type Log } from "../host/log.ts";
import { targetLabel } from "../model/target.ts";
import { StatusEntry } from "./window.ts";

/** Shows the connection that commands use, and leads to the others. */
export function showStatusBar(connections: Connections, log: Log, subscriptions: vscode.Disposable[]): void {
  const entry = new StatusEntry("taskwright.connection", "ECS Connection", "taskwright.switchConnection");
  const update = async (): Promise<void> => {
    const [current] = await connections.targets();
    const label = current ? targetLabel(current) : "no connection";
    entry.show({
      text: `ECS: ${label}`,
      tooltip: "The profile and region that ECS commands use. Click to switch.",
      accessible: `ECS connection: ${label}. Press Enter to switch.`,
    });
  };
  subscriptions.push(entry);
  connections.onDidChange(update);
  update().catch((error: unknown) => log.warn(`Could not read the AWS configuration: ${errorText(error)}`));
}
