import assert from "node:assert/strict";
import { delimiter } from "node:path";
import { demoEnvironment } from "../../../scripts/demo.ts";
import type { Scenario } from "../../../simulator/src/scenario/scenario.ts";
import { fakePlugin, type FakePlugin } from "../../support/fakePlugin.ts";
import { plainShop } from "../../support/plainShop.ts";
import { until } from "../../support/until.ts";
import type { EditorWindow } from "../support/editorWindow.ts";
import { startWindow, type StartedWindow } from "../support/startWindow.ts";

const services = ["demo · eu-west-1", "Clusters", "live", "Services"];

const [orders] = plainShop.taskDefinitions ?? [];
const [app] = orders?.containerDefinitions ?? [];

/** A service of two containers with ECS Exec on, in a shop where one service crashes. */
const shop: Scenario = {
  ...plainShop,
  behaviours: [
    {
      family: "pair",
      logs: {
        start: ["listening on 8080"],
        repeat: { seconds: 5, lines: ["GET / 200", "ERROR no stock\n  at order.js:12\n  at cart.js:40"] },
      },
    },
    {
      family: "checkout",
      exit: { code: 1, after: 12 },
      logs: { start: ["starting"], end: ["FATAL no database"] },
    },
  ],
  resources: { roles: [{ name: "orders" }] },
  taskDefinitions: [
    ...(plainShop.taskDefinitions ?? []),
    {
      ...orders!,
      family: "pair",
      containerDefinitions: [app!, { ...app!, name: "proxy", portMappings: [] }],
    },
  ],
  clusters: [
    {
      ...plainShop.clusters![0]!,
      instances: [{}],
      services: [
        ...plainShop.clusters![0]!.services!,
        {
          ...plainShop.clusters![0]!.services![0]!,
          serviceName: "pair",
          taskDefinition: "pair:1",
          desiredCount: 1,
          enableExecuteCommand: true,
        },
      ],
    },
  ],
};

describe("logs and sessions of containers, with mouse and keyboard", () => {
  let started: StartedWindow;
  let window: EditorWindow;
  let plugin: FakePlugin;
  let task: readonly string[];
  before(async () => {
    plugin = await fakePlugin(
      "echo 'Starting session with SessionId: x'\necho 'total 0'\necho 'Waiting for connections...'\nread line\necho \"You typed $line\"\n[ \"$line\" = exit ] || exit 7",
    );
    started = await startWindow({
      scenario: shop,
      settings: { "terminal.integrated.gpuAcceleration": "off" },
      environment: async (folder, { endpoint }) => ({
        ...(await demoEnvironment(folder, endpoint)),
        PATH: `${plugin.folder}${delimiter}${process.env["PATH"] ?? ""}`,
      }),
    });
    ({ window } = started);
    await window.openEcsView();
    await window.expand(...services, "pair", "Tasks");
    const [label = ""] = (await window.rows(...services, "pair", "Tasks"))[0]?.split(" | ") ?? [];
    task = [...services, "pair", "Tasks", label];
    await window.expand(...task);
  });
  after(async () => {
    await started?.close();
    await plugin?.remove();
  });
  afterEach(function () {
    return started?.afterTest(this.currentTest);
  });

  const called = async (): Promise<readonly string[]> =>
    (
      (await (await fetch(`${started.simulator.endpoint}/_simulator/calls`)).json()) as {
        operation: string;
      }[]
    ).map(({ operation }) => operation);

  it("follows a service with several containers, labelled, filters while following, and stops", async () => {
    await window.choose("Follow Logs", ...services, "pair");
    await until(
      "lines of both",
      async () =>
        /[0-9a-f]{8} app {2}GET/.test(await window.terminal()) &&
        /[0-9a-f]{8} proxy {2}GET/.test(await window.terminal()),
    );
    await window.screenshot("containers-01-follow");
    await window.page.locator(".terminal-wrapper.active .xterm-screen").click();
    await window.keyboard.press("f");
    await window.answer("ERROR");
    await until(
      "filtered lines",
      async () => /ERROR no stock/.test(await window.terminal()) && !/GET/.test(await window.terminal()),
    );
    await window.screenshot("containers-02-filter");
    await window.page.locator(".terminal-wrapper.active .xterm-screen").click();
    await window.keyboard.press("Control+c");
    await until("the end", async () => (await window.terminal()).includes("(stopped)"));
    await window.runCommand("Terminal: Kill the Active Terminal Instance");
  });

  it("shows past logs in a document that folds", async () => {
    await window.choose("Show Past Logs…", ...task, "app");
    await window.pick("Last 15 minutes");
    await window.answer("ERROR");
    await window.page.locator(".tab.active", { hasText: ".log" }).waitFor();
    await until("the lines", async () => /ERROR no stock/.test(await window.text()));
    const before = (await window.text()).split("\n").length;
    await window.runCommand("Fold All");
    await until(
      "folded lines",
      async () => /ERROR no stock/.test(await window.text()) && !/at order\.js/.test(await window.text()),
    );
    await window.screenshot("containers-03-past");
    assert.ok(before > 0);
    await window.runCommand("View: Close All Editors");
  });

  it("opens a shell through the plugin, started with six arguments, and remembers which", async () => {
    await window.choose("Open Shell…", ...task, "app");
    assert.deepEqual(await window.pick("/bin/sh"), ["/bin/bash", "/bin/sh", "/bin/ash"]);
    await until("the plugin", async () => (await window.terminal()).includes("total 0"));
    await window.screenshot("containers-05-shell");
    const [variable, region, operation, profile, request = "", endpoint, ...more] = await plugin.arguments();
    const session = JSON.parse(await plugin.session()) as object;
    assert.deepEqual(Object.keys(session), ["sessionId", "streamUrl", "tokenValue"]);
    assert.deepEqual(
      [variable, region, operation, profile, endpoint, more],
      ["AWS_SSM_START_SESSION_RESPONSE", "eu-west-1", "StartSession", "demo", started.simulator.endpoint, []],
    );
    assert.match(
      (JSON.parse(request) as { Target: string }).Target,
      /^ecs:live_[0-9a-f]{32}_[0-9a-f]{32}-\d{10}$/,
    );
    await window.page.locator(".terminal-wrapper.active .xterm-screen").click();
    await window.type("exit\n");
    await window.page.locator(".terminal-wrapper.active").waitFor({ state: "hidden" });
    await window.choose("Open Shell…", ...task, "app");
    assert.equal((await window.pick("/bin/sh"))[0], "/bin/sh");
    await until("the plugin", async () => (await window.terminal()).includes("total 0"));
  });

  it("explains a session that fails with a checklist", async () => {
    await window.page.locator(".terminal-wrapper.active .xterm-screen").click();
    await window.type("fail\n");
    await until("the page", async () =>
      /No session in app\s+The session ended with code 7\./.test(await window.pageText()),
    );
    assert.doesNotMatch(
      (await window.page.locator(".notification-list-item").allInnerTexts()).join("\n"),
      /terminal process/,
    );
    await window.screenshot("containers-06-failed");
    await window.runCommand("View: Close All Editors");
    await window.choose("Open Shell…", ...services, "orders", "Tasks", await firstTask("orders"));
    await window.pick("/bin/sh");
    await until("the page", async () =>
      /No session in app[\s\S]*The task was started with ECS Exec off/.test(await window.pageText()),
    );
    assert.match(await window.pageText(), /The task role .* allows what the agent needs/);
    assert.match(await window.pageText(), /leads to the internet through the NAT gateway nat-/);
    await window.screenshot("containers-07-checklist");
    await window.runCommand("View: Close All Editors");
  });

  it("shows what others wrote as text, in which nothing can be clicked", async () => {
    await window.choose("Run Command in Container…", ...task, "app");
    await window.answer("[x](command:workbench.action.quit)");
    const words = /^\[x\] \(command:workbench\.action\.quit\) in app/;
    await window.notification(words);
    const shown = window.page.locator(".notification-list-item-message", { hasText: words });
    assert.equal(await shown.locator("a").count(), 0);
    await window.screenshot("containers-08-text");
    await window.pressInNotification(words, "Cancel");
    await window.page.locator(".tab.active", { hasText: "app.txt" }).waitFor();
    await window.runCommand("View: Close All Editors");
  });

  it("forwards a port of the container", async () => {
    await window.choose("Forward Port…", ...task, "app");
    await window.answer("8080", "Port of the container");
    await window.answer("18080", "Port on this machine");
    await window.notification(/^localhost:18080 leads to port 8080 of app as long as its terminal is open/);
    await until("the plugin", async () => (await window.terminal()).includes("total 0"));
    await window.screenshot("containers-08-forward");
    const [, , , , request = ""] = await plugin.arguments();
    assert.deepEqual((JSON.parse(request) as { Parameters: object }).Parameters, {
      portNumber: ["8080"],
      localPortNumber: ["18080"],
    });
    await window.runCommand("Terminal: Kill the Active Terminal Instance");
    await until("the end of the session", async () => (await called()).includes("TerminateSession"));
  });

  it("says what to install where the plugin is missing", async () => {
    await plugin.remove();
    await window.choose("Open Shell…", ...task, "app");
    await window.pick("/bin/bash");
    await window.notification(
      /^Shells and forwarded ports need the Session Manager plugin of AWS on this machine, which was not found/,
    );
    await window.screenshot("containers-09-no-plugin");
  });

  it("drains a container instance", async () => {
    const instances = ["demo · eu-west-1", "Clusters", "live", "Container instances"];
    await window.expand(...instances);
    const [label = ""] = (await window.rows(...instances))[0]?.split(" | ") ?? [];
    await window.choose("Drain Container Instance…", ...instances, label);
    assert.match(
      await window.question(),
      /^Drain container instance i-[0-9a-f]+ in live in account 123456789012/,
    );
    await window.screenshot("containers-10-drain");
    await window.press("Drain");
    await until("the row", async () => /\| draining/.test((await window.rows(...instances))[0] ?? ""));
    await window.screenshot("containers-11-draining");
  });

  it("adds a tag to a service", async () => {
    await window.choose("Edit Tags…", ...services, "pair");
    await window.pick("Add a Tag…");
    await window.answer("team", "Key");
    await window.answer("shop", "Value, which may be empty");
    assert.match(await window.question(), /^Change the tags of live \/ pair in account 123456789012/);
    await window.screenshot("containers-12-tag");
    await window.press("Change");
    await until("the tag", async () => (await called()).includes("TagResource"));
  });

  it("shows what a dead task said", async () => {
    const stopped = [...services, "checkout", "Stopped tasks"];
    await window.expand(...stopped);
    const [label = ""] = (await window.rows(...stopped))[0]?.split(" | ") ?? [];
    await window.choose("Follow Logs", ...stopped, label);
    await until("its last line", async () => (await window.terminal()).includes("FATAL no database"));
    await window.screenshot("containers-04-dead");
    await window.runCommand("Terminal: Kill the Active Terminal Instance");
  });

  async function firstTask(service: string): Promise<string> {
    await window.expand(...services, service, "Tasks");
    return (await window.rows(...services, service, "Tasks"))[0]?.split(" | ")[0] ?? "";
  }
});
