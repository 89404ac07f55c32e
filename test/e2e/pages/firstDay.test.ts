import assert from "node:assert/strict";
import { until } from "../../support/until.ts";
import type { EditorWindow } from "../support/editorWindow.ts";
import { startWindow, type StartedWindow } from "../support/startWindow.ts";

describe("a user's first day, with mouse and keyboard", () => {
  let started: StartedWindow;
  let window: EditorWindow;
  before(async () => {
    started = await startWindow();
    ({ window } = started);
  });
  after(() => started?.close());
  afterEach(function () {
    return started?.afterTest(this.currentTest);
  });

  it("sees a mistake, reads what it is, and fixes it with the quick fix", async () => {
    await window.openFile("checkout/task-definition.json");
    await window.page.locator(".statusbar-item", { hasText: "ECS Task Definition" }).waitFor();
    await window.squiggles(1);
    await window.screenshot("1-squiggle");
    assert.match(await window.hover("4096"), /^Fargate has no task with 0\.25 vCPU and 4 GiB/);
    await window.screenshot("2-hover");

    await window.goTo(6, 15);
    assert.deepEqual(await window.quickFixes(), ["Use 2048 MiB of memory", "Use 512 CPU units"]);
    await window.screenshot("3-quick-fixes");
    await window.applyQuickFix("Use 2048 MiB of memory");
    await window.squiggles(0);
    assert.match(await window.text(), /"memory": "2048"/);
    await window.screenshot("4-fixed");
  });

  it("completes a value from what stands above it", async () => {
    await window.openFile("worker/task-definition.json");
    await window.select("1024");
    await window.keyboard.press("Backspace");
    // Behind them come those that change the cpu as well.
    assert.deepEqual((await window.suggestions()).slice(0, 5), ["1024", "2048", "3072", "4096", "512"]);
    await window.screenshot("5-completion");
    await window.acceptSuggestion("3072");
    await until("the value", async () => /"memory": "3072"/.test(await window.text()));
  });

  it("looks around in the account: clusters, services, tasks, containers", async () => {
    await window.openEcsView();
    const services = ["demo · eu-west-1", "Clusters", "live", "Services"];
    await window.expand(...services);
    const [live, staging] = await window.rows("demo · eu-west-1", "Clusters");
    // How many of its tasks run changes by the second: checkout crashes all the time.
    assert.match(live ?? "", /^live \| 4 services · \d tasks/);
    assert.equal(staging, "staging | 2 services · 2 tasks");
    const [checkout, orders, payments, worker] = await window.rows(...services);
    assert.match(checkout ?? "", /^checkout \| \d\/2 · .*checkout:1/);
    assert.match(orders ?? "", /^orders \| 3\/3 · .*orders:2/);
    assert.match(payments ?? "", /^payments \| \d\/2 · .*payments:2/);
    assert.match(worker ?? "", /^worker \| 1\/1 · .*worker:1/);
    await window.expand(...services, "orders", "Tasks");
    const tasks = await window.rows(...services, "orders", "Tasks");
    assert.equal(tasks.length, 3);
    for (const task of tasks) assert.match(task, /^[0-9a-f]+ \| running · .*orders:2/);
    const [task = ""] = tasks[0]?.split(" | ") ?? [];
    await window.expand(...services, "orders", "Tasks", task);
    const [container] = await window.rows(...services, "orders", "Tasks", task);
    assert.match(container ?? "", /^app \| .*shop\/orders:1\.4\.2/);
    await window.screenshot("6-tree");
  });

  it("deploys a changed task definition, and watches until it is live", async () => {
    await window.openFile("orders/task-definition.json");
    await window.runCommand("ECS: Deploy…");
    assert.deepEqual(await window.pick("live"), ["live", "staging"]);
    assert.deepEqual((await window.pick("orders")).sort(), ["checkout", "orders", "payments", "worker"]);
    const question = await window.question();
    assert.match(question, /^Deploy orders to live \/ orders in account 123456789012, eu-west-1\?/);
    assert.match(question, /^Image of app: 1\.4\.2 → 1\.4\.3\.$/m);
    await window.screenshot("7-question");
    await window.press("Deploy");
    await window.notification(/^Deploying orders:3 to live \/ orders: orders:3 · /);
    await window.screenshot("8-progress");
    await window.notification(/^live \/ orders: orders:3 is live, 3 of 3 running, after /);
    await until("the row", async () =>
      (await window.rows("demo · eu-west-1", "Clusters", "live", "Services")).some((row) =>
        /^orders \| 3\/3 · .*orders:3/.test(row),
      ),
    );
    await window.screenshot("9-live");
  });
});
