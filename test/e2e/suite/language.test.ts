import assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeAll, open, rangeOf, replace } from "../support/documents.ts";
import { until } from "../../support/until.ts";

describe("the languages, in VS Code", () => {
  afterEach(closeAll);

  const languages = {
    "orders/task-definition.json": "ecs-task-definition",
    "templates/taskdef.json": "ecs-task-definition",
    "orders/ecs-service.json": "ecs-service",
    ".vscode/settings.json": "jsonc",
  };
  for (const [file, language] of Object.entries(languages)) {
    it(`are told by name: ${file} is ${language}`, async () => {
      const { document } = await open(file);
      assert.equal(document.languageId, language);
    });
  }

  it("are told by content, when the name says nothing", async () => {
    const content = `{ "family": "orders", "containerDefinitions": [{ "name": "app", "image": "nginx:1.29" }] }`;
    const document = await vscode.workspace.openTextDocument({ language: "json", content });
    await until("the language", () => document.languageId === "ecs-task-definition");
  });
});

describe("help while writing, in VS Code", () => {
  afterEach(closeAll);

  async function complete(document: vscode.TextDocument, position: vscode.Position): Promise<string[]> {
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      "vscode.executeCompletionItemProvider",
      document.uri,
      position,
    );
    return items
      .filter(({ kind }) => kind !== vscode.CompletionItemKind.Text)
      .map(({ label }) => (typeof label === "string" ? label : label.label));
  }

  it("offers for memory the sizes that Fargate has for the cpu above", async () => {
    const editor = await open("orders/task-definition.json");
    await replace(editor, `"memory": "512"`, `"memory": ""`);
    const { end } = rangeOf(editor.document, `"memory": "`);
    const labels = await until("the sizes", async () => {
      const offered = await complete(editor.document, end);
      return offered.length > 0 && offered;
    });
    // Behind them come those that change the cpu as well.
    assert.deepEqual(labels.slice(0, 4), ["512", "1024", "2048", "3072"]);
  });

  it("offers the properties that a container does not have yet", async () => {
    const editor = await open("orders/task-definition.json");
    await replace(editor, `"essential": true,`, `"essential": true, "",`);
    const { end } = rangeOf(editor.document, `true, "`);
    const labels = await until("the properties", async () => {
      const offered = await complete(editor.document, end);
      return offered.length > 0 && offered;
    });
    assert.ok(labels.includes("dependsOn"), labels.join(", "));
    assert.ok(!labels.includes("image"), labels.join(", "));
  });

  it("explains a property", async () => {
    const { document } = await open("orders/task-definition.json");
    const { start } = rangeOf(document, "executionRoleArn");
    const text = await until("the explanation", async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        "vscode.executeHoverProvider",
        document.uri,
        start,
      );
      return hovers
        .flatMap(({ contents }) =>
          contents.map((content) => (typeof content === "string" ? content : content.value)),
        )
        .join("\n");
    });
    assert.match(
      text,
      /[A-Z].{40,}\.\n\n\[Amazon ECS documentation\]\(https:\/\/docs\.aws\.amazon\.com\/.*executionRoleArn\)$/,
    );
  });
});
