import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { until } from "../../support/until.ts";
import { ordersFile } from "../support/ordersFile.ts";
import { SimulatorControl } from "../support/simulatorControl.ts";
import { useWindow } from "../support/useWindow.ts";

const environment = [
  { name: "LEVEL", value: "${LEVEL}" },
  { name: "DB_PASSWORD", value: "${DB_PASSWORD}" },
];

describe("deploying, with mouse and keyboard", () => {
  const started = useWindow({
    clock: "step",
    files: {
      "same/task-definition.json": ordersFile("1.4.2"),
      "older/task-definition.json": ordersFile("1.4.1"),
      "values/task-definition.json": ordersFile("${TAG}", { environment }),
      "values/.env": "TAG=1.4.3\n",
    },
  });

  async function deploy(file: string): Promise<void> {
    const { window } = started();
    await window.runCommand("Notifications: Clear All Notifications");
    await window.openFile(file);
    await window.runCommand("ECS: Deploy…");
    await window.pick("live");
    await window.pick("orders");
  }

  it("says that nothing is to be registered, and offers to deploy what runs again", async () => {
    const { window } = started();
    await deploy("same/task-definition.json");
    assert.match(
      await window.notification(/^Nothing to register/),
      /^Nothing to register: the file equals orders:2, which live \/ orders runs\./,
    );
    await window.screenshot("ship-1-unchanged");
    await window.pressInNotification(/Nothing to register/, "Deploy orders:2 Again");
    assert.match(
      await window.question(),
      /^Deploy orders:2 again to live \/ orders in account 123456789012, eu-west-1\?/,
    );
    await window.press("Cancel");
  });

  it("asks for the values of placeholders, hides secrets in the diff and writes them nowhere", async () => {
    const { window, workspace } = started();
    await deploy("values/task-definition.json");
    const input = window.page.locator(".quick-input-widget:visible input");
    await window.page.locator(".quick-input-widget:visible", { hasText: "Value of ${LEVEL}" }).waitFor();
    await window.answer("debug");
    await window.page
      .locator(".quick-input-widget:visible", { hasText: "Value of ${DB_PASSWORD}" })
      .waitFor();
    assert.equal(await input.getAttribute("type"), "password");
    await window.screenshot("ship-2-asks-for-a-secret");
    await window.answer("hunter2-correct-horse");
    const question = await window.question();
    assert.match(question, /^Image of app: 1\.4\.2 → 1\.4\.3\.$/m);
    assert.doesNotMatch(question, /hunter2/);
    await window.screenshot("ship-3-question");
    await window.press("Cancel");
    await window.page.locator(".monaco-diff-editor").waitFor();
    await window.screenshot("ship-4-diff");
    assert.doesNotMatch(await window.page.locator(".monaco-diff-editor").innerText(), /hunter2/);
    assert.deepEqual(await filesWith(join(workspace, ".."), "hunter2-correct-horse"), []);
    await window.runCommand("View: Close All Editors");
  });

  it("rolls back to the last revision that was good, after a diff", async () => {
    const { window } = started();
    await window.runCommand("Notifications: Clear All Notifications");
    await window.runCommand("ECS: Roll Back…");
    await window.pick("live");
    await window.pick("orders");
    assert.match(
      await window.question(),
      /^Roll live \/ orders back to orders:1 in account 123456789012, eu-west-1\?\norders:1 was deployed successfully at /,
    );
    await window.screenshot("ship-5-roll-back");
    await window.press("Cancel");
  });

  it("shows what a deploy would send without sending it, and what was deployed before", async () => {
    const { window, simulator } = started();
    await window.openFile("older/task-definition.json");
    await window.runCommand("ECS: Dry Run…");
    await window.pick("live");
    await window.pick("orders");
    await window.page.locator(".view-lines", { hasText: "aws ecs update-service" }).waitFor();
    await window.screenshot("ship-8-dry-run");
    await window.runCommand("ECS: Show Deployment History");
    await window.pick("live");
    await window.pick("orders");
    await until("the page", async () => (await window.pageText()).includes("Deployments of live / orders"));
    await window.screenshot("ship-9-history");
    assert.deepEqual(
      await new SimulatorControl(simulator.endpoint).calls("RegisterTaskDefinition", "UpdateService"),
      [],
    );
    await window.runCommand("View: Close All Editors");
  });

  it("stops only the watching when it is cancelled, and the deployment by its own command", async () => {
    const { window } = started();
    await deploy("older/task-definition.json");
    await window.press("Deploy");
    await window.notification(/^Deploying orders:1 to live \/ orders: orders:1 · /);
    await window.pressInNotification(/Deploying orders:1/, "Cancel");
    await window.notification(/^No longer watching live \/ orders\. The deployment goes on in AWS\.$/);
    await window.screenshot("ship-6-not-watched");
    await window.runCommand("ECS: Stop Deployment…");
    await window.pick("live");
    await window.pick("orders");
    await window.pick("Roll back");
    assert.match(
      await window.question(),
      /^Stop the deployment of orders:1 and roll live \/ orders back in account 123456789012, eu-west-1\?/,
    );
    await window.screenshot("ship-7-stop");
    await window.press("Roll Back");
    await window.notification(/^live \/ orders is being rolled back\.$/);
  });
});

describe("deploying where it is protected, with mouse and keyboard", () => {
  const started = useWindow({
    settings: { "taskwright.protected": ["live"], "taskwright.readOnly": ["staging"] },
  });

  it("wants the name typed, and nothing else will do", async () => {
    const { window } = started();
    await window.openFile("orders/task-definition.json");
    await window.runCommand("ECS: Deploy…");
    await window.pick("live");
    await window.pick("orders");
    assert.match(await window.question(), /To go on, you will type its name: orders$/);
    await window.screenshot("protected-1-question");
    await window.press("Deploy…");
    await window.answer("order");
    await window.page
      .locator(".quick-input-widget:visible", {
        hasText: "Type orders, or press Escape to leave everything as it is.",
      })
      .waitFor();
    await window.screenshot("protected-2-wrong-name");
    await window.keyboard.press("Escape");
  });

  it("writes nothing where it is read-only, and says by which pattern", async () => {
    const { window } = started();
    await window.openFile("orders/task-definition.json");
    await window.runCommand("ECS: Deploy…");
    await window.pick("staging");
    await window.pick("orders");
    assert.match(
      await window.notification(/nothing is written to/),
      /nothing is written to staging \/ orders in account 123456789012, eu-west-1, by “staging” in the setting taskwright\.readOnly\./,
    );
    await window.screenshot("protected-3-read-only");
  });
});

/** Files below a folder that hold a text. */
async function filesWith(folder: string, text: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found = entries
    .filter((entry) => entry.isFile())
    .map(async (entry) => {
      const file = join(entry.parentPath, entry.name);
      return (await readFile(file).catch(() => Buffer.alloc(0))).includes(text) ? [file] : [];
    });
  return (await Promise.all(found)).flat();
}
