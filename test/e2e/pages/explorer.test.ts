import assert from "node:assert/strict";
import { until } from "../../support/until.ts";
import type { EditorWindow } from "../support/editorWindow.ts";
import { startWindow, type StartedWindow } from "../support/startWindow.ts";

const connection = "demo · eu-west-1";
const services = [connection, "Clusters", "live", "Services"];

describe("the explorer, with mouse and keyboard", () => {
  let started: StartedWindow;
  let window: EditorWindow;
  before(async () => {
    started = await startWindow();
    ({ window } = started);
    await window.openEcsView();
  });
  after(() => started?.close());
  afterEach(function () {
    return started?.afterTest(this.currentTest);
  });

  it("shows a service that is in trouble, with what is wrong in words", async () => {
    await window.expand(...services);
    const checkout = await until("the deaths", async () =>
      (await window.rows(...services)).find((row) => /^checkout \| .*died in 15 min/.test(row)),
    );
    assert.match(
      checkout,
      /^checkout \| \d\/2 · (?:\d tasks? missing · )?\d+ tasks died in 15 min · .*FARGATE · checkout:1$/,
    );
    await window.expand(...services, "checkout");
    await until("the finding", async () =>
      (await window.rows(...services, "checkout"))[0]?.startsWith(
        "Why is this not steady? | EssentialContainerExited: app exit 1 · ",
      ),
    );
    await window.screenshot("explorer-1-trouble");
  });

  it("says every row in a sentence to a screen reader", async () => {
    assert.match(
      await window.spoken(...services, "checkout"),
      /^Service checkout, .*, \d of 2 tasks running, .*checkout:1/,
    );
  });

  it("opens one document that explains it", async () => {
    await window.click(...services, "checkout", "Why is this not steady?");
    await window.page.locator(".tab", { hasText: "Why is checkout not steady" }).first().waitFor();
    const frame = window.pageFrame;
    await frame.locator("h1", { hasText: "Why is checkout not steady?" }).waitFor();
    assert.match(
      await frame.locator("body").innerText(),
      /What to do\s+Container app ended with exit code 1/,
    );
    await window.screenshot("explorer-2-explained");
    await window.runCommand("View: Close All Editors");
  });

  it("opens the page of a service, whose curves the arrow keys read", async () => {
    await window.choose("Open Service Page", ...services, "orders");
    const frame = window.pageFrame;
    await frame.locator("#state", { hasText: "orders:" }).waitFor();
    await frame.locator("#curves polyline").first().waitFor();
    await window.screenshot("explorer-3-service-page");
    await frame.locator("#cpu").focus();
    await window.keyboard.press("ArrowLeft");
    await until("the value", async () =>
      /^CPU at \d\d:\d\d UTC: [\d.]+ %$/.test(await frame.locator("#spoken").innerText()),
    );
    await window.runCommand("View: Close All Editors");
  });

  it("filters by name from the title bar, and shows all again", async () => {
    await window.runCommand("ECS: Filter by Name…");
    await window.answer("work");
    await until(
      "the filtered rows",
      async () => (await window.rows(...services)).join() === "worker | 1/1 · FARGATE · worker:1",
    );
    await window.screenshot("explorer-5-filtered");
    await window.runCommand("ECS: Clear Filters");
    await until("all rows", async () => (await window.rows(...services)).length === 4);
    await until("what is expanded", async () => (await window.rows(...services, "checkout")).length > 0);
  });

  it("describes a resource as a read-only document", async () => {
    await window.choose("Describe", ...services, "worker");
    await window.page.locator('.tab.active[data-resource-name="worker.json"]').waitFor();
    await until("the text", async () =>
      /"serviceArn": "arn:aws:ecs:eu-west-1:123456789012:service\/live\/worker"/.test(await window.text()),
    );
    await window.screenshot("explorer-6-described");
    await window.runCommand("View: Close All Editors");
  });

  it("keeps what is expanded while it refreshes", async () => {
    await window.runCommand("ECS: Refresh");
    await window.screenshot("explorer-7-refreshed");
    // VS Code takes the rows of an expanded row away for a moment, until it has asked for them again.
    const expected = "checkout, orders, payments, worker";
    await until(
      "the rows",
      async () => (await window.rows(...services)).map((row) => row.split(" | ")[0]).join(", ") === expected,
    );
    await until(
      "the rows below",
      async () => (await window.rows(...services, "checkout", "Tasks")).length > 0,
    );
  });

  it("shows a task's containers and stopped tasks", async () => {
    await window.expand(...services, "checkout", "Stopped tasks");
    const [stopped] = await window.rows(...services, "checkout", "Stopped tasks");
    assert.match(stopped ?? "", /^[0-9a-f]{8} \| EssentialContainerExited: app exit 1 · /);
    await window.screenshot("explorer-4-stopped");
  });

  it("shows the page of a service again after the window is reloaded", async () => {
    await window.choose("Open Service Page", ...services, "orders");
    await window.page.locator(".tab.active", { hasText: "orders" }).waitFor();
    const loaded = window.page.waitForEvent("load");
    await window.runCommand("Developer: Reload Window");
    await loaded;
    await window.page.locator(".monaco-workbench .tab.active", { hasText: "orders" }).waitFor();
    const frame = window.pageFrame;
    await frame.locator("#state", { hasText: "orders:" }).waitFor();
    await frame.locator("#curves polyline").first().waitFor();
    assert.match(await frame.locator("header").innerText(), /live · 123456789012 · eu-west-1/);
  });

  it("shows the connection in the status bar", async () => {
    await window.page.locator(".statusbar-item", { hasText: `ECS: ${connection}` }).waitFor();
  });
});
