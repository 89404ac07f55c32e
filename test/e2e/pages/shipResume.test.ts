import assert from "node:assert/strict";
import { until } from "../../support/until.ts";
import { endExtensionHost, killExtensionHost } from "../support/extensionHost.ts";
import { ordersFile } from "../support/ordersFile.ts";
import { SimulatorControl } from "../support/simulatorControl.ts";
import { useWindow } from "../support/useWindow.ts";

interface Services {
  readonly services: readonly { readonly taskDefinition: string; readonly runningCount: number }[];
}

const writes = ["RegisterTaskDefinition", "UpdateService"];

describe("a deploy in the middle of which the extension host is killed, with mouse and keyboard", () => {
  const started = useWindow({ clock: "step", files: { "next/task-definition.json": ordersFile("1.4.1") } });
  const control = (): SimulatorControl => new SimulatorControl(started().simulator.endpoint);
  const ordered = async (): Promise<readonly string[]> =>
    (await control().calls(...writes)).map(({ operation }) => operation);

  /** What the service runs, as others see it. */
  async function running(): Promise<string> {
    const { services } = await control().ask<Services>("DescribeServices", {
      cluster: "live",
      services: ["orders"],
    });
    return services[0]?.taskDefinition.split("/").at(-1) ?? "";
  }

  async function play(pattern: RegExp): Promise<string> {
    const { window } = started();
    return until(`the end, ${pattern.source}`, async () => {
      await control().advance(10);
      return window.shownNotification(pattern);
    });
  }

  it("is told as what it is when only the revision was registered, and goes on when the user wants it", async () => {
    const { window, extensions } = started();
    // UpdateService is on its way, and never arrives.
    await control().trouble({ operations: ["UpdateService"], latency: 3600 });
    await window.openFile("orders/task-definition.json");
    await window.runCommand("ECS: Deploy…");
    await window.pick("live");
    await window.pick("orders");
    await window.press("Deploy");
    await until("the update on its way", async () => (await ordered()).includes("UpdateService"));
    await killExtensionHost(extensions);
    await control().trouble();

    const told = await window.notification(/^The window was closed in the middle of a deploy/);
    assert.equal(
      told,
      "The window was closed in the middle of a deploy to live / orders. orders:3 is registered, but the service was not updated. The service still runs orders:2.",
    );
    assert.equal(await running(), "orders:2");
    await window.screenshot("resume-1-told");
    await window.pressInNotification(/The window was closed/, "Deploy orders:3");
    assert.match(
      await window.question(),
      /^Deploy orders:3 to live \/ orders in account 123456789012, eu-west-1\?/,
    );
    await window.press("Deploy");
    await window.notification(/^Deploying orders:3/);
    await control().advance(1);
    await window.notification(/^Deploying orders:3 to live \/ orders: .* of 3 running/);
    assert.deepEqual(await ordered(), ["RegisterTaskDefinition", "UpdateService", "UpdateService"]);
  });

  it("is followed on without a click when the service was updated, without writing anything again", async () => {
    const { window, extensions } = started();
    await control().advance(5);
    // Nothing of ours is to be seen: only the start of VS Code can take it up.
    await window.runCommand("View: Close All Editors");
    await killExtensionHost(extensions);
    await window.page
      .locator(".notification-list-item-message", { hasText: /^Deploying orders:3/ })
      .waitFor({ state: "hidden" });
    await window.notification(/^Deploying orders:3 to live \/ orders: .* running/);
    await window.screenshot("resume-2-followed");
    assert.match(
      await play(/^live \/ orders: orders:3/),
      /^live \/ orders: orders:3 is live, 3 of 3 running, after /,
    );
    assert.equal(await running(), "orders:3");
    assert.deepEqual(await ordered(), ["RegisterTaskDefinition", "UpdateService", "UpdateService"]);
    await window.screenshot("resume-3-live");
  });

  it("tells how it ended while no window was open", async () => {
    const { window, extensions } = started();
    await window.runCommand("Notifications: Clear All Notifications");
    await window.openFile("next/task-definition.json");
    await window.runCommand("ECS: Deploy…");
    await window.pick("live");
    await window.pick("orders");
    await window.press("Deploy");
    await window.notification(/^Deploying orders:1/);
    await control().advance(1);
    await window.notification(/^Deploying orders:1 to live \/ orders: .* of 3 running/);
    const { page } = window;
    const address = page.url();
    await page.goto("about:blank");
    await endExtensionHost(extensions);
    for (let minute = 0; minute < 30; minute++) await control().advance(60);
    assert.equal(await running(), "orders:1");
    await page.goto(address);
    assert.match(
      await window.notification(/^live \/ orders: orders:1/),
      /^live \/ orders: orders:1 is live, 3 of 3 running, after /,
    );
    await window.screenshot("resume-4-told-later");
    assert.deepEqual(await ordered(), [
      "RegisterTaskDefinition",
      "UpdateService",
      "UpdateService",
      "UpdateService",
    ]);
  });
});
