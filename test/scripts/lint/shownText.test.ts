import assert from "node:assert/strict";
import { ESLint } from "eslint";

const start = 'import * as vscode from "vscode";\n';

/** Ways to show text past the door. */
const planted = [
  'void vscode.window.showErrorMessage("x");',
  'void vscode.window.showQuickPick(["x"]);',
  'void vscode.window["showInputBox"]();',
  'void vscode.window[process.argv[2] as "withProgress"];',
  "export const { window } = vscode;",
  "export const shown = vscode.window;",
  'export { window } from "vscode";',
  'import { window } from "vscode";\nwindow.setStatusBarMessage("x");',
  'export const tooltip = new vscode.MarkdownString("x");',
  'export const row = new vscode.TreeItem("x");',
];

describe("The door for text that is shown", () => {
  const eslint = new ESLint();
  const findings = async (text: string, filePath: string): Promise<readonly string[]> => {
    const [result] = await eslint.lintText(text, { filePath });
    return result!.messages.map(({ ruleId }) => ruleId ?? "").filter((id) => id === "taskwright/shown-text");
  };

  it("is the only one", async () => {
    for (const text of planted)
      assert.deepEqual(
        [...new Set(await findings(start + text, "client/src/editor/statusBar.ts"))],
        ["taskwright/shown-text"],
        text,
      );
  }).timeout(120_000);

  it("is the only one of the server, too", async () => {
    for (const text of [
      'import { ShowMessageNotification } from "vscode-languageserver";',
      'import type { Connection } from "vscode-languageserver";\nexport const show = (to: Connection): void => to.window.showErrorMessage("x");',
      'export const method = "window/showMessage";',
    ])
      assert.deepEqual(
        [...new Set(await findings(text, "server/src/requests.ts"))],
        ["taskwright/shown-text"],
        text,
      );
  }).timeout(120_000);

  it("lets through what shows no text", async () => {
    const text = `${start}export const state = vscode.window.state;\nvoid vscode.window.activeTextEditor;\n`;
    assert.deepEqual(await findings(text, "client/src/editor/statusBar.ts"), []);
    assert.deepEqual(await findings(start + planted[0], "client/src/editor/window.ts"), []);
  }).timeout(120_000);
});
