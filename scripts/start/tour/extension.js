const vscode = require("vscode");

/** The task definition that is shown: it has one mistake, with a quick fix. */
const shown = "checkout/task-definition.json";
const page = "README.md";

/** Shows the first screen, unless the window shows what was open the last time. */
exports.activate = async () => {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (!folder || vscode.window.tabGroups.all.some(({ tabs }) => tabs.length > 0)) return;
  await vscode.commands.executeCommand("workbench.view.extension.taskwright");
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder, shown));
  const editor = await vscode.window.showTextDocument(document, { preview: false });
  await vscode.commands.executeCommand("markdown.showPreviewToSide", vscode.Uri.joinPath(folder, page));
  await vscode.window.showTextDocument(document, { viewColumn: editor.viewColumn, preview: false });
};
