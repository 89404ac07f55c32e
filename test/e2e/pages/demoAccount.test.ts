import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { demoEnvironment } from "../../../scripts/demo.ts";
import { until } from "../../support/until.ts";
import { startWindow, type StartedWindow } from "../support/startWindow.ts";

const connection = "demo (simulated) · eu-west-1";

describe("the demo account, without an AWS profile, with mouse and keyboard", () => {
  let started: StartedWindow;
  before(async () => {
    started = await startWindow({
      environment: async (folder, { endpoint }) => {
        const environment = await demoEnvironment(folder, endpoint);
        for (const name of ["config", "credentials"]) await writeFile(join(folder, "aws", name), "");
        return { ...environment, AWS_PROFILE: undefined };
      },
    });
  });
  after(() => started?.close());
  afterEach(function () {
    return started?.afterTest(this.currentTest);
  });

  it("opens from the view that has nothing to show, and says what to do instead", async () => {
    const { window } = started;
    await window.openEcsView();
    assert.match(await window.welcome(), /^No AWS profile with a region was found\./);
    await window.screenshot("no-profile");
    assert.match(await window.welcome(), /The demo account is simulated on this machine and needs none\.$/);
    await window.page
      .locator(".sidebar .welcome-view-content")
      .getByRole("button", { name: "Open Demo Account" })
      .click();
    await window.expand(connection, "Clusters", "live", "Services");
    const services = await window.rows(connection, "Clusters", "live", "Services");
    assert.deepEqual(
      services.map((row) => row.split(" | ")[0]),
      ["checkout", "orders", "payments", "worker"],
    );
    await window.page.locator(".statusbar-item", { hasText: `ECS: ${connection}` }).waitFor();
    await window.screenshot("demo-account");
  });

  it("says that it is simulated in the question before a write", async () => {
    const { window } = started;
    await window.runCommand("ECS: Force New Deployment (Restart)…");
    await window.pick("live");
    await window.pick("orders");
    assert.match(await window.question(), /in the simulated account 123456789012, eu-west-1\?/);
    await window.screenshot("demo-account-question");
    await window.press("Cancel");
  });

  it("is closed again", async () => {
    const { window } = started;
    await window.runCommand("ECS: Close Demo Account");
    assert.match(await window.welcome(), /^No AWS profile with a region was found\./);
  });

  it("is offered in the walkthrough", async () => {
    const { window } = started;
    await window.runCommand("Welcome: Open Walkthrough...");
    await window.pick("Get Started with Amazon ECS");
    const page = window.page.locator(".gettingStartedContainer");
    await page.getByText("Try it without an account").first().waitFor();
    await window.screenshot("walkthrough");
    await page.getByRole("button", { name: "Open Demo Account" }).click();
    await window.openEcsView();
    await until("the demo account", async () =>
      (await window.rows()).some((row) => row.startsWith(connection)),
    );
  });
});
