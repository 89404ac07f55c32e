import assert from "node:assert/strict";
import { freePort } from "../../../scripts/host/freePort.ts";
import { until } from "../../support/until.ts";
import type { EditorWindow } from "../support/editorWindow.ts";
import { extensionHost } from "../support/extensionHost.ts";
import { startWindow, type StartedWindow } from "../support/startWindow.ts";
import { Turns } from "../support/turns.ts";

const services = ["demo · eu-west-1", "Clusters", "cluster-007", "Services"];

describe("the explorer in an account with 5,000 services, with mouse and keyboard", () => {
  let started: StartedWindow;
  let window: EditorWindow;
  let turns: Turns;
  before(async () => {
    const inspectorPort = await freePort();
    started = await startWindow({
      scenario: "large",
      clock: "real",
      // What a refresh asks would be counted with what is expanded.
      settings: { "taskwright.refreshSeconds": 0 },
      inspectorPort,
    });
    ({ window } = started);
    // The language server, by which the extension host is found, starts with the first file of ours.
    await window.openFile("orders/task-definition.json");
    await window.openEcsView();
    await window.expand(...services.slice(0, -1));
    turns = await Turns.of(await extensionHost(started.extensions), inspectorPort);
  });
  after(() => started?.close());
  afterEach(function () {
    return started?.afterTest(this.currentTest);
  });

  /** The operations that the simulated account received since this was asked last. */
  async function operations(): Promise<readonly string[]> {
    const calls = (await (await fetch(`${started.simulator.endpoint}/_simulator/calls`)).json()) as {
      operation: string;
    }[];
    await fetch(`${started.simulator.endpoint}/_simulator/resetCalls`, { method: "POST" });
    return calls.map(({ operation }) => operation);
  }

  it("shows the first hundred services of a cluster after one call to list and eleven to describe", async () => {
    await operations();
    await window.expand(...services);
    await until(
      "the described rows",
      async () => (await window.rows(...services))[5] === "service-006 | 4/4 · FARGATE · service-006:1",
    );
    const received = await operations();
    assert.deepEqual(
      received.filter((operation) => operation !== "DescribeServices"),
      ["ListServices"],
    );
    assert.ok(received.length <= 12, received.join());
    await window.screenshot("explorer-large-1");
  });

  it("filters five thousand names as one types", async () => {
    await window.runCommand("ECS: Filter by Name…");
    await window.answer("service-24");
    await until("the rows", async () => (await window.rows(...services)).length === 10);
    await window.screenshot("explorer-large-2");
    await window.runCommand("ECS: Clear Filters");
  });

  it("goes to a service by name, among all", async () => {
    await window.runCommand("ECS: Go to Service…");
    await window.page.locator(".quick-input-widget:visible input").fill("service-234");
    await window.page
      .locator(".quick-input-list .monaco-list-row", { hasText: "cluster-007" })
      .first()
      .click();
    await until("the selected row", async () =>
      (
        await window.page
          .locator('.monaco-list[aria-label^="ECS"] .monaco-list-row.selected')
          .first()
          .getAttribute("aria-label")
      )?.startsWith("Service service-234"),
    );
    await window.screenshot("explorer-large-3");
  });

  it("blocks the extension host for less than 50 ms at a time, in all of this", async () => {
    const longest = await turns.longest();
    console.log(
      `      the longest turns of its event loop: ${longest.map((ms) => ms.toFixed(1)).join(", ")} ms of CPU time`,
    );
    assert.ok(longest.length > 0 && longest.every((ms) => ms < 50), longest.join());
  });
});
