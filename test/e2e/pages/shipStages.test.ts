import assert from "node:assert/strict";
import { until } from "../../support/until.ts";
import { SimulatorControl } from "../support/simulatorControl.ts";
import { useWindow } from "../support/useWindow.ts";

/** A service that is not there yet. */
const fresh = {
  serviceName: "fresh",
  cluster: "fargate",
  taskDefinition: "canary:1",
  desiredCount: 1,
  launchType: "FARGATE",
  networkConfiguration: {
    awsvpcConfiguration: { subnets: ["subnet-0a1b2c3d"], securityGroups: ["sg-0a1b2c3d"] },
  },
};

interface Services {
  readonly services: readonly {
    readonly taskDefinition: string;
    readonly deployments: readonly { readonly status: string; readonly taskDefinition: string }[];
  }[];
}

describe("deployments of every kind, with mouse and keyboard", () => {
  const started = useWindow({
    scenario: "deployments",
    clock: "step",
    files: { "fresh/ecs-service.json": JSON.stringify(fresh, undefined, 2) },
  });
  const control = (): SimulatorControl => new SimulatorControl(started().simulator.endpoint);

  async function watch(service: string): Promise<void> {
    const { window } = started();
    await window.runCommand("ECS: Watch Deployment");
    await window.pick("fargate");
    await window.pick(service);
    await window.notification(new RegExp(`^Deploying ${service}:2 to fargate / ${service}: ${service}:2 · `));
  }

  async function play(pattern: RegExp): Promise<string> {
    const { window } = started();
    return until(`a notification ${pattern.source}`, async () => {
      await control().advance(5);
      return window.shownNotification(pattern);
    });
  }

  it("stay where they are when a user aborts them, and that is said", async () => {
    const { window } = started();
    await window.openEcsView();
    await watch("linear");
    await window.runCommand("ECS: Stop Deployment…");
    await window.pick("fargate");
    await window.pick("linear");
    await window.pick("Abort");
    assert.match(
      await window.question(),
      /^Abort the deployment of linear:2 to fargate \/ linear in .*Nothing is rolled back: tasks of both revisions keep running\.$/s,
    );
    await window.press("Abort");
    assert.match(
      await play(/^fargate \/ linear: linear:2 failed/),
      /^fargate \/ linear: linear:2 failed, and was not rolled back: tasks of linear:1 still run\./,
    );
    assert.deepEqual(await revisions("linear"), ["linear:2", "linear:1"]);
    await window.screenshot("stages-1-aborted");
  });

  it("wait for a user at a pause, and go on when the user says so", async () => {
    const { window } = started();
    await window.runCommand("Notifications: Clear All Notifications");
    await watch("paused");
    assert.match(
      await play(/^The deployment of fargate \/ paused in .* waits for you/),
      /waits for you \(pre production traffic shift.*\)\. Without an answer, ECS rolls back at /,
    );
    await window.screenshot("stages-2-paused");
    await window.pressInNotification(/paused in .* waits for you/, "Continue");
    await until(
      "the answer to ECS",
      async () => (await control().calls("ContinueServiceDeployment")).length === 1,
    );
    assert.match(
      await play(/^fargate \/ paused: paused:2/),
      /^fargate \/ paused: paused:2 is live, 2 of 2 running/,
    );
    await window.screenshot("stages-3-live");
  });

  it("are told as failed when an alarm rolled them back, with the alarm's name, although nobody watched", async () => {
    const { window } = started();
    assert.deepEqual(await revisions("alarming"), ["alarming:1"]);
    await window.runCommand("Notifications: Clear All Notifications");
    await window.runCommand("ECS: Watch Deployment");
    await window.pick("fargate");
    await window.pick("alarming");
    assert.match(
      await window.notification(/^fargate \/ alarming: alarming:2/),
      /^fargate \/ alarming: alarming:2 failed and was rolled back to alarming:1\. .*ALARM state\. In alarm: alarming-5xx\.$/,
    );
    await window.screenshot("stages-4-alarm");
  });

  it("are those of new services as well, which a file creates", async () => {
    const { window } = started();
    await window.runCommand("Notifications: Clear All Notifications");
    await window.openFile("fresh/ecs-service.json");
    await window.runCommand("ECS: Deploy…");
    assert.match(
      await window.question(),
      /^Create the service fargate \/ fresh in .*Runs canary:1, 1 tasks?, on FARGATE\.$/s,
    );
    await window.screenshot("stages-5-create");
    await window.press("Create");
    assert.equal(
      (await play(/^fargate \/ fresh: canary:1/)).replace(/\d+ s\.$/, "N s."),
      "fargate / fresh: canary:1 is live, 1 of 1 running, after N s.",
    );
    assert.deepEqual(await revisions("fresh"), ["canary:1"]);
    await window.screenshot("stages-6-created");
  });

  /** What the deployments of a service bring, as others see it. */
  async function revisions(service: string): Promise<readonly string[]> {
    const { services } = await control().ask<Services>("DescribeServices", {
      cluster: "fargate",
      services: [service],
    });
    return services[0]?.deployments.map(({ taskDefinition }) => taskDefinition.split("/").at(-1) ?? "") ?? [];
  }
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
    await window.notification(/^Deploying crashing:2 to fargate \/ crashing: crashing:2 · /);
    const verdict = await until("the verdict", async () => {
      await control.advance(5);
      return window.shownNotification(/^fargate \/ crashing: crashing:2/);
    });
    assert.match(
      verdict,
      /^fargate \/ crashing: crashing:2 failed and was rolled back to crashing:1\. Container app exited with 1 .*: “exiting with code 1”\. .*circuit breaker threshold was exceeded/,
    );
    await window.screenshot("failed-deployment-1-verdict");
    await window.pressInNotification(/crashing:2 failed/, "Show Details");
    await window.page.locator(".part.editor .view-lines", { hasText: "crashing:2 failed" }).waitFor();
    await window.screenshot("failed-deployment-2-details");
  });
});
