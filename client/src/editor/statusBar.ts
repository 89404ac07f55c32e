import * as vscode from "vscode";
import type { Connections } from "../account/connections.ts";
import { errorText, type Log } from "../host/log.ts";
import { targetLabel } from "../model/target.ts";

/** Shows the connection that commands use, and leads to the others. */
export function showStatusBar(connections: Connections, log: Log, subscriptions: vscode.Disposable[]): void {
  const item = vscode.window.createStatusBarItem("taskwright.connection", vscode.StatusBarAlignment.Left);
  item.name = "ECS Connection";
  item.command = "taskwright.switchConnection";
  const update = async (): Promise<void> => {
    const [current] = await connections.targets();
    const label = current ? targetLabel(current) : "no connection";
    item.text = `ECS: ${label}`;
    item.tooltip = "The profile and region that ECS commands use. Click to switch.";
    item.accessibilityInformation = {
      label: `ECS connection: ${label}. Press Enter to switch.`,
      role: "button",
    };
    item.show();
  };
  subscriptions.push(item);
  connections.onDidChange(update);
  update().catch((error: unknown) => log.warn(`Could not read the AWS configuration: ${errorText(error)}`));
}
