import assert from "node:assert/strict";
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import type { Browser } from "playwright-core";
import { launchBrowser } from "../../../scripts/host/browser.ts";
import { chromium } from "../../../scripts/host/chromium.ts";
import { patience, until } from "../../support/until.ts";
import { EditorWindow } from "../support/editorWindow.ts";

describe("npm start, on its first screen and without a click", () => {
  let output = "";
  let browser: Browser;
  let window: EditorWindow;
  let start: ChildProcess;
  let ended: Promise<unknown>;

  before(async () => {
    start = spawn(process.execPath, ["scripts/start.ts", "--browser", "--reset"]);
    ended = once(start, "close");
    start.stdout?.on("data", (data: Buffer) => (output += data.toString()));
    start.stderr?.on("data", (data: Buffer) => (output += data.toString()));
    const address = /http:\/\/127\.0\.0\.1:\d+\/\?tkn=\S+/;
    await until("the address", () => address.test(output) || start.exitCode !== null);
    browser = await launchBrowser(await chromium(console.log));
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(patience);
    await page.goto(address.exec(output)?.[0] ?? assert.fail(output));
    window = new EditorWindow(page);
  });
  after(async () => {
    await browser?.close();
    start?.kill("SIGINT");
    await ended;
  });

  it("shows the clusters of the simulated account", async () => {
    await window.page.locator(".pane-body .monaco-list-row", { hasText: "staging" }).waitFor();
    assert.deepEqual(await window.rows(), ["demo · eu-west-1 | 123456789012"]);
  });

  it("shows a task definition with one mistake, its lenses and its hints", async () => {
    const marks = window.page.locator(".monaco-editor .squiggly-error");
    await until("one squiggle", async () => (await marks.count()) === 1);
    await window.page.locator(".monaco-editor").getByText("Compare with live").waitFor();
    await window.page.locator(".monaco-editor").getByText("0.25 vCPU").waitFor();
  });

  it("shows what to try next", async () => {
    await until("the page", async () =>
      /Try this.*Fix a mistake\..*press Ctrl\+\./s.test(await window.pageText()),
    );
    await window.screenshot("first-screen");
  });

  it("shows no folder of the cache", async () => {
    const crumbs = await window.page.locator(".breadcrumbs-below-tabs").first().innerText();
    assert.doesNotMatch(crumbs, /cache/);
  });

  it("ends with everything that it started", async () => {
    const port = Number(new URL(window.page.url()).port);
    start.kill("SIGINT");
    await ended;
    await assert.rejects(fetch(`http://127.0.0.1:${port}/`));
  });
});
