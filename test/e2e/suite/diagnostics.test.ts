import assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeAll, codeOf, errors, open, replaceAll } from "../support/documents.ts";
import { until } from "../../support/until.ts";

describe("mistakes in a task definition, in VS Code", () => {
  afterEach(closeAll);

  interface Case {
    readonly file: string;
    readonly code: string;
    /** What is marked. */
    readonly marked: string;
    readonly fix: string;
    /** The line of the mistake after the fix. */
    readonly fixed: string;
  }
  const cases: readonly Case[] = [
    {
      file: "checkout/task-definition.json",
      code: "fargate-cpu-memory-combination",
      marked: `"4096"`,
      fix: "Use 2048 MiB of memory",
      fixed: `"memory": "2048",`,
    },
    {
      file: "payments/task-definition.json",
      code: "host-port-awsvpc",
      marked: "80",
      fix: "Remove hostPort",
      fixed: `"protocol": "tcp"`,
    },
    {
      file: "report/task-definition.json",
      code: "essential-container-required",
      marked: "false",
      fix: 'Make "report" essential',
      fixed: `"essential": true,`,
    },
  ];

  for (const { file, code, marked, fix, fixed } of cases) {
    it(`are marked and fixed: ${code}`, async () => {
      const { document } = await open(file);
      const [error] = await errors(document, 1);
      assert.ok(error);
      assert.equal(codeOf(error), code);
      assert.equal(document.getText(error.range), marked);
      const { line } = error.range.start;

      const action = await until("the quick fix", async () => {
        const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
          "vscode.executeCodeActionProvider",
          document.uri,
          error.range,
          vscode.CodeActionKind.QuickFix.value,
        );
        return (
          actions.find(({ title }) => title === fix) ??
          assert.fail(`Offered: ${actions.map(({ title }) => title).join(", ")}`)
        );
      });
      assert.ok(action.edit);
      await vscode.workspace.applyEdit(action.edit);
      await errors(document, 0);
      assert.equal(document.lineAt(line).text.trim(), fixed);
    });
  }

  it("link to the page of their rule, which is in the extension and opens as a rendered page", async () => {
    const { document } = await open("checkout/task-definition.json");
    const [error] = await errors(document, 1);
    const code = error?.code;
    assert.ok(typeof code === "object");
    assert.equal(code.target.toString(), "taskwright-rule:/fargate-cpu-memory-combination.md");
    const page = await vscode.workspace.openTextDocument(code.target);
    assert.match(
      page.getText(),
      /^# fargate-cpu-memory-combination\n\n\*\*.*\*\*\n\n- Quick fix: .*> \*\*Error\.\*\*/s,
    );
    await vscode.commands.executeCommand("vscode.open", code.target);
    const { input } = vscode.window.tabGroups.activeTabGroup.activeTab ?? {};
    assert.ok(input instanceof vscode.TabInputCustom);
    assert.equal(input.viewType, "vscode.markdown.preview.editor");
  });

  it("are none in the files that are in order, nor where placeholders stand", async () => {
    for (const file of [
      "orders/task-definition.json",
      "orders/ecs-service.json",
      "worker/task-definition.json",
      "templates/taskdef.json",
    ]) {
      const { document } = await open(file);
      // One error more than there is: when it goes, the file was checked.
      await replaceAll(document, document.getText() + "!");
      await until("an error", () => vscode.languages.getDiagnostics(document.uri).length > 0);
      await vscode.commands.executeCommand("undo");
      await errors(document, 0);
    }
  });
});
