import assert from "node:assert/strict";
import { until } from "../../support/until.ts";
import { SimulatorControl } from "../support/simulatorControl.ts";
import { useWindow } from "../support/useWindow.ts";

describe("deployments of every kind, with mouse and keyboard", () => {
  const started = useWindow({ scenario: "deployments", clock: "step" });
  const control = (): SimulatorControl => new SimulatorControl(started().simulator.endpoint);

  async function watch(service: string): Promise<void> {
    const { window } = started();
    await window.runCommand("ECS: Watch Deployment");
    await window.pick("fargate");
    await window.pick(service);
    await window.notification(new RegExp(`^Deploying ${service}:2 to fargate / ${service}: .* running`));
  }

  async function play(pattern: RegExp): Promise<string> {
    const { window } = started();
    await until(`a notification ${pattern.source}`, async () => {
      await control().advance(5);
      return (await window.page.locator(".notification-list-item-message", { hasText: pattern }).count()) > 0;
    });
    return window.notification(pattern);
  }

  it("wait for a person at a pause, and go on when the person says so", async () => {
    const { window } = started();
    await window.openEcsView();
    await watch("paused");
    assert.match(await play(/^The deployment of fargate \/ paused waits for you/), /waits for you \(pre production traffic shift.*\)\. Without an answer, ECS rolls back at /);
    await window.screenshot("stages-1-paused");
    await window.pressInNotification(/paused waits for you/, "Continue");
    await until("the answer to ECS", async () => (await control().calls("ContinueServiceDeployment")).length === 1);
    assert.match(await play(/^fargate \/ paused: paused:2/), /^fargate \/ paused: paused:2 is live, 2 of 2 running/);
    await window.screenshot("stages-2-live");
  });
});

describe("a deployment that fails, with mouse and keyboard", () => {
  const started = useWindow({ scenario: "deployments", clock: "step" });

  it("is told as rolled back, with its cause and the last line of the log, and the details are in the output", async () => {
    const { window, simulator } = started();
    const control = new SimulatorControl(simulator.endpoint);
    await window.openEcsView();
    await window.runCommand("ECS: Watch Deployment");
    await window.pick("fargate");
    await window.pick("crashing");
    await window.notification(/^Deploying crashing:2 to fargate \/ crashing: .* running/);
    const verdict = await until("the verdict", async () => {
      await control.advance(5);
      const found = window.page.locator(".notification-list-item-message", { hasText: /^fargate \/ crashing: crashing:2/ });
      return (await found.count()) > 0 && found.first().innerText();
    });
    assert.match(verdict, /^fargate \/ crashing: crashing:2 failed and was rolled back to crashing:1\. Container app exited with 1 .*: “exiting with code 1”\. .*circuit breaker threshold was exceeded/);
    await window.screenshot("failed-deployment-1-verdict");
    await window.pressInNotification(/crashing:2 failed/, "Show Details");
    await window.page.locator(".part.panel .view-lines", { hasText: "crashing:2 failed" }).waitFor();
    await window.screenshot("failed-deployment-2-details");
  });
});
