import * as vscode from "vscode";
import { registerCommands } from "./commandRegistry.ts";
import { commands } from "./commands/index.ts";
import { Connections } from "./connections.ts";
import { ExplorerView } from "./explorerView.ts";
import { watchLanguageByContent } from "./languageByContent.ts";
import { TaskwrightLanguageClient } from "./languageClient.ts";
import { logCalls } from "./log.ts";
import { RootNode } from "./tree/rootNode.ts";
import { VscodeUi } from "./vscodeUi.ts";

/** Puts the parts together. Loads no AWS code: that waits for the first connection. */
export async function activate({ subscriptions, globalState, extensionUri }: vscode.ExtensionContext): Promise<void> {
  const log = vscode.window.createOutputChannel("ECS", { log: true });
  const ui = new VscodeUi(subscriptions);
  const connections = new Connections({
    loadAws: () => import("./aws/index.ts"),
    storage: globalState,
    environment: process.env,
    observer: logCalls(log),
    prompts: {
      async mfaCode(serial) {
        const code = await ui.input({ title: "Multi-factor authentication", prompt: `Code of ${serial}` });
        if (code === undefined) throw new Error("No MFA code was given.");
        return code;
      },
    },
  });
  const { explorer } = new ExplorerView(new RootNode(connections), log, subscriptions);
  connections.onDidChange(() => explorer.refresh());
  subscriptions.push(log, ...registerCommands(commands, { ui, connections, explorer }, log));

  watchLanguageByContent(subscriptions);
  const languageClient = new TaskwrightLanguageClient(vscode.Uri.joinPath(extensionUri, "dist/server.js").fsPath, log);
  subscriptions.push(languageClient);
  await languageClient.start();
}
