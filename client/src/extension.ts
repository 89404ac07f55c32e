import * as vscode from "vscode";
import { AccountMarks } from "./editor/accountMarks.ts";
import { AuditFile } from "./editor/auditFile.ts";
import { registerCommands } from "./editor/commandRegistry.ts";
import type { CommandContext } from "./commands/command.ts";
import { resumeDeploys } from "./commands/deploying/resume.ts";
import { explainService } from "./commands/explain.ts";
import { commands } from "./commands/index.ts";
import { showFailure } from "./commands/showFailure.ts";
import { resumeRuns } from "./commands/tasks/waitForTask.ts";
import { config } from "./editor/vscodeSettings.ts";
import { Connections } from "./account/connections.ts";
import { DemoAccount } from "./account/demoAccount.ts";
import { startDemoProcess } from "./account/demoProcess.ts";
import { onFirstUse } from "./editor/firstUse.ts";
import { ExplorerView } from "./editor/explorerView.ts";
import { watchLanguageByContent } from "./editor/languageByContent.ts";
import { TaskwrightLanguageClient } from "./editor/languageClient.ts";
import { auditWrites, errorText, logCalls } from "./host/log.ts";
import { Sessions } from "./account/sessions.ts";
import { ViewOptions } from "./account/viewOptions.ts";
import { showRulePages } from "./editor/rulePages.ts";
import { showReferencesCommand } from "./editor/showReferences.ts";
import { showStatusBar } from "./editor/statusBar.ts";
import { ThrottleMessage } from "./account/throttleMessage.ts";
import { targetKey } from "./model/target.ts";
import { RootNode } from "./tree/rootNode.ts";
import { systemClock } from "./model/clock.ts";
import { outputLog } from "./editor/outputLog.ts";
import { ServicePanels } from "./editor/servicePanels.ts";
import { VscodeFiles } from "./editor/vscodeFiles.ts";
import { VscodeUi } from "./editor/vscodeUi.ts";
import { writeGuard } from "./account/writeGuard.ts";

/** Puts the parts together. Loads no AWS code: that waits for the first connection. */
export async function activate({
  subscriptions,
  globalState,
  globalStorageUri,
  workspaceState,
  extensionUri,
}: vscode.ExtensionContext): Promise<void> {
  const log = outputLog(vscode.window.createOutputChannel("ECS", { log: true }));
  const audit = new AuditFile({
    folder: globalStorageUri.fsPath,
    now: () => systemClock.now(),
    failed: (error) => log.error(`Could not keep the record of writes: ${errorText(error)}`),
  });
  const ui = new VscodeUi(subscriptions);
  const connections = new Connections({
    loadAws: () => import("./aws/index.ts"),
    storage: globalState,
    environment: process.env,
    observer: (target) => ({
      ...logCalls(log),
      throttling: (isThrottled) => throttled.set(target, isThrottled),
      recovered: () => void explorer.recover(targetKey(target)),
    }),
    clock: systemClock,
    callsPerSecond: () => config.callsPerSecond(),
    guard: writeGuard(
      ui,
      auditWrites(log, (line) => audit.keep(line)),
      () => config.protection(),
    ),
    prompts: {
      async mfaCode(serial) {
        const code = await ui.input({ title: "Multi-factor authentication", prompt: `Code of ${serial}` });
        if (code === undefined) throw new Error("No MFA code was given.");
        return code;
      },
    },
  });
  const view = new ViewOptions(() => {
    void vscode.commands.executeCommand("setContext", "taskwright.filtered", view.words !== "");
    void explorer.refilter();
  });
  const sessions = new Sessions(connections, view);
  const explorerView = new ExplorerView(new RootNode(connections, sessions), log, systemClock, subscriptions);
  const { explorer } = explorerView;
  const throttled = new ThrottleMessage((message) => (explorerView.message = message));
  connections.onDidChange(async () => void explorer.refresh());
  connections.onDidChange(
    async () =>
      void (await vscode.commands.executeCommand(
        "setContext",
        "taskwright.demoIsOpen",
        connections.demo !== undefined,
      )),
  );
  const demo = new DemoAccount(connections, () =>
    startDemoProcess(vscode.Uri.joinPath(extensionUri, "dist/simulator.js").fsPath),
  );
  const use = onFirstUse(() => showStatusBar(connections, log, subscriptions), subscriptions);
  explorerView.onShown = use;
  connections.onDidChange(async () => use());
  const languageClient = new TaskwrightLanguageClient(
    vscode.Uri.joinPath(extensionUri, "dist/server.js").fsPath,
    log,
    async (params, signal) =>
      (await connections.opened())?.lookUp(params, signal) ?? { available: false, values: [] },
  );
  const pages = new ServicePanels(
    {
      sessions,
      extensionUri,
      log,
      explain: (session, service) => explainService(ui, session, service),
      failed: (error, doing) => showFailure({ ui, output: log, showOutput: () => log.show() }, error, doing),
    },
    subscriptions,
  );
  const context: CommandContext = {
    ui,
    pages,
    connections,
    demo,
    explorer,
    sessions,
    view,
    files: new VscodeFiles(languageClient, new AccountMarks(subscriptions)),
    output: log,
    audit,
    showOutput: () => log.show(),
    memory: workspaceState,
    environment: process.env,
    settings: config,
    clock: systemClock,
    runCommand: async (id) => void (await vscode.commands.executeCommand(id)),
  };
  subscriptions.push(log, languageClient, demo, ...registerCommands(commands, context, explorerView.rows));
  subscriptions.push(showReferencesCommand());
  showRulePages(vscode.Uri.joinPath(extensionUri, "dist/rulePages.json"), subscriptions);
  watchLanguageByContent(subscriptions);
  languageClient.startWhenNeeded(subscriptions);
  void resumeDeploys(context);
  void resumeRuns(context);
}
