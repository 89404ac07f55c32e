import assert from "node:assert/strict";
import {
  DescribeClustersCommand,
  DescribeServicesCommand,
  DescribeTaskDefinitionCommand,
  DescribeTasksCommand,
  GetTaskProtectionCommand,
  ListTasksCommand,
  type ECSClient,
  type Service,
} from "@aws-sdk/client-ecs";
import { until } from "../../support/until.ts";
import { ecsOf } from "../support/ecsOf.ts";
import type { EditorWindow } from "../support/editorWindow.ts";
import { startWindow, type StartedWindow } from "../support/startWindow.ts";

const connection = "demo · eu-west-1";
const clusters = [connection, "Clusters"];
const services = [...clusters, "live", "Services"];
const where = "in account 123456789012, eu-west-1?";

describe("operating services, tasks and revisions, with mouse and keyboard", () => {
  let started: StartedWindow;
  let window: EditorWindow;
  let ecs: ECSClient;
  before(async () => {
    started = await startWindow({ settings: { "terminal.integrated.gpuAcceleration": "off" } });
    ({ window } = started);
    ecs = ecsOf(started.simulator);
    await window.openEcsView();
    await window.expand(...services);
  });
  after(() => started?.close());
  afterEach(function () {
    return started?.afterTest(this.currentTest);
  });

  const service = async (name: string, cluster = "live"): Promise<Service> =>
    (await ecs.send(new DescribeServicesCommand({ cluster, services: [name] }))).services![0]!;
  /** The rows below a path without their descriptions. */
  const labels = async (...path: string[]): Promise<string[]> =>
    (await window.rows(...path)).map((row) => row.split(" | ")[0]!);

  it("finds what can be done with a service in its menu", async () => {
    const entries = await window.menu(...services, "orders");
    await window.screenshot("operate-01-menu");
    await window.keyboard.press("Escape");
    const expected = [
      "Deploy…",
      "Roll Back…",
      "Run Task…",
      "Scale…",
      "Force New Deployment (Restart)…",
      "Turn ECS Exec On or Off…",
      "Change Auto Scaling Bounds…",
      "Suspend or Resume Auto Scaling…",
      "Delete Service…",
      "Follow Logs",
      "Show Past Logs…",
    ];
    assert.deepEqual(
      expected.filter((entry) => !entries.includes(entry)),
      [],
    );
  });

  it("scales a service after a question that names account, region and counts", async () => {
    await window.choose("Scale…", ...services, "orders");
    await window.answer("4");
    assert.match(
      await window.question(),
      new RegExp(`^Scale live / orders from 3 to 4 tasks ${where.replace("?", "\\?")}`),
    );
    await window.screenshot("operate-02-scale");
    await window.press("Scale");
    await until("the count", async () => (await service("orders")).desiredCount === 4);
    await until("the row", async () =>
      (await window.rows(...services)).some((row) => /^orders \| 4\/4/.test(row)),
    );
  });

  it("changes the bounds of auto scaling", async () => {
    await window.choose("Change Auto Scaling Bounds…", ...services, "orders");
    await window.answer("3", "The fewest tasks");
    await window.answer("8", "The most tasks");
    assert.match(await window.question(), /^Keep live \/ orders from 3 to 8 tasks in account/);
    await window.press("Change");
    await window.expand(...services, "orders", "Auto scaling");
    await until(
      "the bounds",
      async () => (await window.rows(...services, "orders", "Auto scaling"))[0] === "Bounds | 3 to 8 tasks",
    );
    await window.screenshot("operate-03-bounds");
  });

  it("runs a task with a command of its own and tells exit code, last line and logs", async () => {
    await window.choose("Run Task…", ...services, "checkout");
    await window.pick("Command of app…");
    await window.answer("bin/migrate --to 3");
    await window.page
      .locator(".quick-input-list .monaco-list-row", { hasText: "bin/migrate --to 3" })
      .waitFor();
    await window.screenshot("operate-04-run-options");
    await window.pick("Run");
    assert.match(
      await window.question(),
      /^Run a task of checkout:1 in live in account 123456789012, eu-west-1\?\s+app runs bin\/migrate --to 3\.\s+Subnets: subnet-/,
    );
    await window.press("Run");
    const ended = /^Task [0-9a-f]{8} of checkout:1 ended: app exited with 1\./;
    assert.match(
      await window.notification(ended),
      /Its last line: FATAL cannot reach the database, giving up$/,
    );
    await window.screenshot("operate-05-run-ended");
    await window.pressInNotification(/ended: app exited with 1/, "Logs");
    await until("the log", async () => (await window.terminal()).includes("ERROR connect ECONNREFUSED"));
    await window.screenshot("operate-06-run-logs");
    const { taskArns } = await ecs.send(
      new ListTasksCommand({ cluster: "live", desiredStatus: "STOPPED", family: "checkout" }),
    );
    const { tasks } = await ecs.send(new DescribeTasksCommand({ cluster: "live", tasks: taskArns! }));
    assert.ok(
      tasks!.some(
        ({ overrides }) => overrides?.containerOverrides?.[0]?.command?.join(" ") === "bin/migrate --to 3",
      ),
    );
    await window.runCommand("Terminal: Kill the Active Terminal Instance");
  });

  it("protects a task, and stops another one with a reason", async () => {
    const path = [...services, "orders", "Tasks"];
    await window.expand(...path);
    const [first = "", second = ""] = await labels(...path);
    await window.choose("Protect Task from Scale-In…", ...path, first);
    await window.pick("For 1 hour");
    await window.press("Protect");
    await window.notification(/^Task [0-9a-f]{8} is protected for 1 h/);
    const { taskArns = [] } = await ecs.send(
      new ListTasksCommand({ cluster: "live", serviceName: "orders" }),
    );
    const arnOf = (label: string): string =>
      taskArns.find((arn) => arn.includes(`/${label}`)) ?? assert.fail(label);
    const { protectedTasks } = await ecs.send(
      new GetTaskProtectionCommand({ cluster: "live", tasks: [arnOf(first)] }),
    );
    assert.equal(protectedTasks![0]!.protectionEnabled, true);

    await window.choose("Stop Task…", ...path, second);
    await window.answer("answers too slowly");
    assert.match(
      await window.question(),
      /^Stop task [0-9a-f]{8} in live in account 123456789012, eu-west-1\?\s+The service orders starts new tasks in their place\.\s+Reason: answers too slowly/,
    );
    await window.screenshot("operate-07-stop");
    await window.press("Stop");
    const stopped = await until("the stop", async () => {
      const { tasks } = await ecs.send(new DescribeTasksCommand({ cluster: "live", tasks: [arnOf(second)] }));
      return tasks![0]!.stoppedReason;
    });
    assert.equal(stopped, "answers too slowly");
  });

  it("compares two revisions that are selected together", async () => {
    const family = [connection, "Task definitions", "orders"];
    await window.expand(...family);
    await window.selectRows([...family, "orders:2"], [...family, "orders:1"]);
    await window.choose("Compare…", ...family, "orders:1");
    await window.page.locator(".tab.active", { hasText: "orders:1 ↔ orders:2" }).waitFor();
    await window.page.locator(".editor.modified .view-line", { hasText: "1.4.2" }).first().waitFor();
    await window.screenshot("operate-08-compare");
    await window.runCommand("View: Close All Editors");
  });

  it("deregisters an old revision but none in use, and deletes it for good by typing its family", async () => {
    const family = [connection, "Task definitions", "orders"];
    await window.choose("Deregister…", ...family);
    await window.page
      .locator(".quick-input-widget:visible .quick-input-list .monaco-list-row")
      .first()
      .waitFor();
    await window.page
      .locator(
        ".quick-input-widget:visible .quick-input-check-all, .quick-input-widget:visible .quick-input-header input[type=checkbox], .quick-input-widget:visible .quick-input-header .monaco-checkbox",
      )
      .first()
      .click();
    await window.screenshot("operate-09-choose-revisions");
    await window.keyboard.press("Enter");
    assert.match(
      await window.question(),
      /^Deregister orders:1 in account 123456789012, eu-west-1\?[\s\S]*orders:2 is in use and left alone\.$/,
    );
    await window.press("Deregister");
    await until(
      "the revision",
      async () =>
        (await ecs.send(new DescribeTaskDefinitionCommand({ taskDefinition: "orders:1" }))).taskDefinition
          ?.status === "INACTIVE",
    );
    assert.equal(
      (await ecs.send(new DescribeTaskDefinitionCommand({ taskDefinition: "orders:2" }))).taskDefinition
        ?.status,
      "ACTIVE",
    );

    await window.expand(...family, "Inactive revisions");
    await window.choose("Delete Revisions…", ...family, "Inactive revisions", "orders:1");
    assert.match(
      await window.question(),
      /^Delete orders:1 for good in account 123456789012, eu-west-1\?\s+This cannot be undone\.\s+To go on, you will type its name: orders$/,
    );
    await window.press("Delete…");
    await window.answer("orders");
    await until(
      "the deletion",
      async () =>
        (await ecs.send(new DescribeTaskDefinitionCommand({ taskDefinition: "orders:1" }))).taskDefinition
          ?.status === "DELETE_IN_PROGRESS",
    );
  });

  it("deletes a service only when its name was typed", async () => {
    const staging = [...clusters, "staging", "Services"];
    await window.expand(...staging);
    await window.choose("Delete Service…", ...staging, "payments");
    assert.match(
      await window.question(),
      /^Delete the service staging \/ payments in account 123456789012, eu-west-1\?\s+Stops 1 running task\./,
    );
    await window.press("Delete…");
    await window.page.locator(".quick-input-widget:visible input").fill("payment");
    await window.page.locator(".quick-input-message", { hasText: "Type payments" }).waitFor();
    await window.screenshot("operate-10-typed");
    await window.answer("payments");
    await until("the deletion", async () => (await service("payments", "staging")).status !== "ACTIVE");
    await until("the row", async () => !(await labels(...staging)).includes("payments"));
  });

  it("creates a cluster and deletes it again", async () => {
    await window.choose("Create Cluster…", ...clusters);
    await window.answer("trial");
    assert.match(await window.question(), /^Create the cluster trial in account 123456789012, eu-west-1\?/);
    await window.press("Create");
    await window.row(...clusters, "trial");
    await window.choose("Delete Cluster…", ...clusters, "trial");
    await window.press("Delete…");
    await window.answer("trial");
    await until(
      "the deletion",
      async () =>
        (await ecs.send(new DescribeClustersCommand({ clusters: ["trial"] }))).clusters?.[0]?.status !==
        "ACTIVE",
    );
    await window.choose("Delete Cluster…", ...clusters, "live");
    await window.notification(/^live is not empty: 4 services/);
    await window.screenshot("operate-11-clusters");
  });

  it("shows where it was asked what AWS refuses", async () => {
    await fetch(`${started.simulator.endpoint}/_simulator/trouble`, {
      method: "POST",
      body: JSON.stringify([{ operations: ["UpdateService"], error: "accessDenied" }]),
    });
    await window.choose("Scale…", ...services, "worker");
    await window.answer("2");
    await window.press("Scale");
    await window.notification(/^Could not run “Scale”: not authorized\./);
    await window.screenshot("operate-12-denied");
    assert.equal((await service("worker")).desiredCount, 1);
  });
});
