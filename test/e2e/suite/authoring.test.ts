import assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeAll, codeOf, errors, open, rangeOf, replace, replaceAll } from "../support/documents.ts";
import { until } from "../../support/until.ts";

describe("structure, links and settings, in VS Code", () => {
  afterEach(closeAll);

  const worker = "worker/task-definition.json";

  /** What a provider gives, as soon as there is something. */
  async function ask<T>(command: string, ...args: readonly unknown[]): Promise<readonly T[]> {
    return until(command, async () => {
      const found = await vscode.commands.executeCommand<readonly T[] | undefined>(command, ...args);
      return found !== undefined && found.length > 0 && found;
    });
  }

  it("finds containers and families among the symbols of the workspace", async () => {
    await open(worker);
    const symbols = await until("the symbols", async () => {
      const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
        "vscode.executeWorkspaceSymbolProvider",
        "log-router",
      );
      return found.length > 0 && found;
    });
    assert.deepEqual(
      symbols.map(({ name, containerName }) => [name, containerName]),
      [["log-router", "container in worker"]],
    );
  });

  it("folds objects and lists, and expands a selection from a value outwards", async () => {
    const { document } = await open(worker);
    const ranges = await ask<vscode.FoldingRange>("vscode.executeFoldingRangeProvider", document.uri);
    assert.equal(
      ranges.some(({ start }) => document.lineAt(start).text.includes('"containerDefinitions"')),
      true,
    );
    const { start } = rangeOf(document, "orders-to-ship");
    const [selection] = await ask<vscode.SelectionRange>(
      "vscode.executeSelectionRangeProvider",
      document.uri,
      [start],
    );
    const texts: string[] = [];
    for (
      let each: vscode.SelectionRange | undefined = selection;
      each && texts.length < 5;
      each = each.parent
    )
      texts.push(document.getText(each.range));
    assert.deepEqual(texts, [
      "orders",
      "orders-to-ship",
      '"orders-to-ship"',
      '"value": "orders-to-ship"',
      ' "name": "QUEUE", "value": "orders-to-ship" ',
    ]);
  });

  it("links ARNs and images to the console", async () => {
    const { document } = await open(worker);
    const links = await ask<vscode.DocumentLink>("vscode.executeLinkProvider", document.uri);
    const targets = links.map(({ range, target }) => [
      document.getText(range).split("/").at(-1),
      target?.authority,
    ]);
    assert.deepEqual(targets[0], ["ecsTaskExecutionRole", "console.aws.amazon.com"]);
    assert.ok(
      targets.some(([text, authority]) => text === "worker:1.0.1" && authority === "console.aws.amazon.com"),
      JSON.stringify(targets),
    );
  });

  it("formats with the indentation of the editor, and nothing else changes", async () => {
    const editor = await open(worker);
    const before: unknown = JSON.parse(editor.document.getText());
    await replace(editor, `  "cpu": "512",`, `  "cpu":"512" ,`);
    await until("the format", async () => {
      await vscode.commands.executeCommand("editor.action.formatDocument");
      return editor.document.getText().includes(`  "cpu": "512",\n`);
    });
    assert.deepEqual(JSON.parse(editor.document.getText()), before);
  });

  it("mends on saving what can be mended without losing anything", async () => {
    const { document } = await open(worker);
    const original = document.getText();
    const configuration = vscode.workspace.getConfiguration("editor");
    await configuration.update(
      "codeActionsOnSave",
      { "source.fixAll.ecs": "explicit" },
      vscode.ConfigurationTarget.Workspace,
    );
    try {
      await replaceAll(document, original.replace(`"stopTimeout": 60`, `"stopTimeout": "60"`));
      assert.deepEqual((await errors(document, 1)).map(codeOf), ["wrong-type-integer"]);
      await document.save();
      assert.match(document.getText(), /"stopTimeout": 60,/);
      await errors(document, 0);
    } finally {
      await replaceAll(document, original);
      await document.save();
      await configuration.update("codeActionsOnSave", undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it("takes the severity of a rule from .taskwrightrc.json as soon as it is written", async () => {
    const { document } = await open("checkout/task-definition.json");
    await errors(document, 1);
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    const file = vscode.Uri.joinPath(folder!.uri, "checkout/.taskwrightrc.json");
    await vscode.workspace.fs.writeFile(
      file,
      new TextEncoder().encode('{ "rules": { "fargate-cpu-memory-combination": "off" } }'),
    );
    try {
      await errors(document, 0);
    } finally {
      await vscode.workspace.fs.delete(file);
    }
    await errors(document, 1);
  });

  it("helps in a new file to which a user gave the language", async () => {
    const document = await vscode.workspace.openTextDocument({
      language: "ecs-service",
      content: "{\n  \n}",
    });
    await vscode.window.showTextDocument(document);
    const { items } = await until("the members", async () => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        "vscode.executeCompletionItemProvider",
        document.uri,
        new vscode.Position(1, 2),
      );
      return list.items.some(({ kind }) => kind === vscode.CompletionItemKind.Property) && list;
    });
    assert.ok(
      items.some(({ label }) => label === "serviceName"),
      items.map(({ label }) => (typeof label === "string" ? label : label.label)).join(", "),
    );
  });
});
