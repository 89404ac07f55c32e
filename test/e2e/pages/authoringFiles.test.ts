import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { until } from "../../support/until.ts";
import type { EditorWindow } from "../support/editorWindow.ts";
import { useWindow } from "../support/useWindow.ts";

/** Whose name says nothing. */
const mailer = `// What sends the mail of the shop.
{
  "family": "mailer",
  "networkMode": "awsvpc",
  "requiresCompatibilities": ["FARGATE"],
  "cpu": "256",
  "memory": "512",
  "executionRoleArn": "arn:aws:iam::123456789012:role/ecsTaskExecutionRole",
  "containerDefinitions": [
    {
      "name": "smtp",
      "image": "",
      "essential": true
    }
  ]
}
`;

/** As `aws ecs describe-task-definition` prints it. */
const described =
  '{"taskDefinition":{"family":"report","revision":3,"status":"ACTIVE","cpu":"256","memory":"512","containerDefinitions":[{"name":"report","image":"report:1.0","essential":true}]}}';

/** Indented with tabs; one line is not where it belongs. */
const untidy =
  '{\n\t"family":"tabs",\n"executionRoleArn":"ecsTaskExecutionRole",\n\t"cpu":"256",\n\t"memory":"512"\n}\n';

const files = {
  "mail/deploy-me.jsonc": mailer,
  "tabs/task-definition.json": untidy,
  "described/task-definition.json": described,
  "scratch/notes.json": "{}\n",
};
const settings = {
  "workbench.colorTheme": "Dark 2026",
  "editor.codeActionsOnSave": { "source.fixAll.ecs": "explicit" },
};

describe("task definitions of every kind, with mouse and keyboard", () => {
  const started = useWindow({ files, settings });
  let window: EditorWindow;
  before(() => {
    ({ window } = started());
  });

  const statusItem = (text: string) => window.page.locator(".statusbar-item", { hasText: text });
  const suggestionRows = () => window.page.locator(".suggest-widget.visible .monaco-list-row");

  async function goBefore(text: string, part: string): Promise<void> {
    const before = text.slice(0, text.indexOf(part)).split("\n");
    await window.goTo(before.length, before.at(-1)!.length + 1);
  }

  /** The colour in which a piece of a line is written. */
  const colourOf = (piece: string): Promise<string> =>
    window.editor
      .locator(".view-line span span", { hasText: piece })
      .first()
      .evaluate((element) => (globalThis as any).getComputedStyle(element).color as string);

  it("recognises one by its content, and tells its images apart", async () => {
    await window.openFile("mail/deploy-me.jsonc");
    await statusItem("ECS Task Definition").waitFor();
    await goBefore(mailer, '",\n      "essential"');
    const offered = await window.suggestions();
    assert.ok(offered.includes("shop/orders:1.4.3"), offered.join(", "));
    await window.screenshot("authoring-files-1-images");
    await window.acceptSuggestion("shop/orders:1.4.3");
    await until("the image", async () =>
      /"image": "123456789012\.dkr\.ecr\.eu-west-1\.amazonaws\.com\/shop\/orders:1\.4\.3",/.test(
        await window.text(),
      ),
    );
  });

  it("explains a choice before it is made", async () => {
    await window.goTo(4, 19);
    await window.suggestions();
    await window.keyboard.press("Control+Space");
    const details = window.page.locator(".suggest-details-container");
    await details.getByText("own network interface").waitFor();
    await window.screenshot("authoring-files-2-choice");
    await window.keyboard.press("Escape");
    await window.keyboard.press("Escape");
  });

  it("takes the severities beside the file as soon as they are written", async () => {
    await window.openFile("checkout/task-definition.json");
    await window.squiggles(1);
    const configuration = join(started().workspace, ".taskwrightrc.json");
    await writeFile(configuration, '{ "rules": { "fargate-cpu-memory-combination": "off" } }');
    await window.squiggles(0);
    await writeFile(configuration, '{ "rules": {} }');
    await window.squiggles(1);
  });

  it("makes placeholders stand out from the text around them", async () => {
    await window.openFile("templates/taskdef.json");
    await until(
      "colours that differ",
      async () => (await colourOf("${SERVICE}")) !== (await colourOf("awsvpc")),
    );
    await window.squiggles(0);
    await window.screenshot("authoring-files-3-placeholders");
  });

  it("completes in a file that lacks a bracket, and names the one that is missing", async () => {
    await window.openFile("broken/task-definition.json");
    await window.squiggles(2);
    await window.select("tcp");
    await window.keyboard.press("Backspace");
    assert.deepEqual((await window.suggestions()).sort(), ["tcp", "udp"]);
    await window.acceptSuggestion("udp");
    await until("the value", async () => /"protocol": "udp" \}$/m.test(await window.text()));
    await window.runCommand("View: Toggle Problems");
    await window.page
      .locator(".markers-panel .monaco-list-row", {
        hasText: "The list that is open here needs a closing ] before this }.",
      })
      .waitFor();
    await window.screenshot("authoring-files-4-problems");
    await window.runCommand("View: Toggle Problems");
  });

  it("removes at saving what AWS adds when it describes one, and formats the rest", async () => {
    await window.openFile("described/task-definition.json");
    await window.runCommand("Format Document");
    await until("lines", async () => /^ {2,}"family": "report",$/m.test(await window.text()));
    await window.keyboard.press("Control+s");
    const saved = await until("the clean file", async () => {
      const text = await readFile(join(started().workspace, "described/task-definition.json"), "utf8");
      return text !== described && text.endsWith("}") && !text.includes("revision") && text;
    });
    assert.deepEqual(JSON.parse(saved), {
      family: "report",
      cpu: "256",
      memory: "512",
      containerDefinitions: [{ name: "report", image: "report:1.0", essential: true }],
    });
    await window.screenshot("authoring-files-5-saved");
  });

  it("peeks at the task definition from the service that runs it", async () => {
    await window.openFile("orders/ecs-service.json");
    await window.goTo(4, 24);
    await window.runCommand("Peek Definition");
    const peek = window.page.locator(".peekview-widget");
    await peek.locator(".view-line", { hasText: "executionRoleArn" }).first().waitFor();
    await window.screenshot("authoring-files-6-peek");
    await window.keyboard.press("Escape");
    await peek.waitFor({ state: "hidden" });
  });

  it("widens the selection value by value, and folds", async () => {
    await window.openFile("worker/task-definition.json");
    await window.goTo(12, 20);
    await window.keyboard.press("Shift+Alt+ArrowRight");
    await window.keyboard.press("Shift+Alt+ArrowRight");
    await window.keyboard.press("Shift+Alt+ArrowRight");
    await statusItem("selected)").waitFor();
    await window.screenshot("authoring-files-7-selection");
    await window.runCommand("Fold All");
    await until("one folded object", async () => (await window.text()).split("\n").length <= 3);
    await window.runCommand("Unfold All");
  });

  it("formats the selected line alone, with the tabs of its file", async () => {
    await window.openFile("tabs/task-definition.json");
    await window.goTo(3, 1);
    await window.keyboard.press("Shift+End");
    await window.runCommand("Format Selection");
    await window.page.locator(".tab.active.dirty").waitFor();
    await window.keyboard.press("Control+s");
    const tidy = untidy.replace('"executionRoleArn":', '\t"executionRoleArn": ');
    await until(
      "one tidy line",
      async () => (await readFile(join(started().workspace, "tabs/task-definition.json"), "utf8")) === tidy,
    );
  });

  it("finds a container by name in the whole workspace", async () => {
    await window.keyboard.press("Control+t");
    await window.type("log-router");
    const found = window.page
      .locator(".quick-input-list .monaco-list-row", { hasText: "log-router" })
      .filter({ hasText: "container in worker" })
      .first();
    await found.waitFor();
    await window.screenshot("authoring-files-8-symbols");
    await window.keyboard.press("Escape");
  });

  it("is chosen by hand for a file that says nothing, and begins with a whole task definition", async () => {
    await window.openFile("scratch/notes.json");
    await window.runCommand("Change Language Mode");
    await window.page.locator(".quick-input-widget:visible input").fill("ECS Task Definition");
    await window.pick("ECS Task Definition");
    await statusItem("ECS Task Definition").waitFor();
    await window.editor.locator(".view-line").first().click();
    await window.keyboard.press("Control+a");
    await window.keyboard.press("Delete");
    await window.suggestions();
    await suggestionRows().filter({ hasText: "Worker on Fargate" }).waitFor();
    await window.screenshot("authoring-files-9-scaffolds");
    await window.acceptSuggestion("Worker on Fargate");
    await until("the whole", async () => /"family": "worker"/.test(await window.text()));
    await window.squiggles(0);
    await window.screenshot("authoring-files-10-scaffold");
  });
});

describe("in a workspace that is not trusted, with mouse and keyboard", () => {
  const started = useWindow({
    trusted: false,
    settings: { "security.workspace.trust.startupPrompt": "never" },
  });

  it("files are checked and explained, and nothing is written to AWS", async () => {
    const { window } = started();
    await window.page.locator(".statusbar-item", { hasText: "Restricted Mode" }).waitFor();
    await window.openFile("checkout/task-definition.json");
    await window.squiggles(1);
    assert.match(await window.hover("4096"), /^Fargate has no task with 0\.25 vCPU and 4 GiB/);
    await window.openFile("orders/task-definition.json");
    await window.runCommand("ECS: Register Task Definition…");
    await window.notification(/^“Register Task Definition” waits until this workspace is trusted\./);
    await window.screenshot("authoring-files-11-restricted");
  });

  it("the explorer shows the account as usual", async () => {
    const { window } = started();
    const services = ["demo · eu-west-1", "Clusters", "live", "Services"];
    await window.openEcsView();
    await window.expand(...services);
    assert.deepEqual(
      (await window.rows(...services)).map((row) => row.split(" | ")[0]),
      ["checkout", "orders", "payments", "worker"],
    );
    await window.screenshot("explorer-untrusted");
  });
});
