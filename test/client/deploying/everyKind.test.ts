import assert from "node:assert/strict";
import { deploy } from "../../../client/src/commands/deploying/deploy.ts";
import { stopDeployment, watchDeployment } from "../../../client/src/commands/deploying/stopDeployment.ts";
import type { Command } from "../../../client/src/commands/command.ts";
import { commandContext, type TestContext, type TestContextOptions } from "../../support/commandContext.ts";
import { ScriptedUi, type Answer } from "../../support/scriptedUi.ts";
import { simulatedAccount, type SimulatedAccount } from "../../support/simulatedAccount.ts";
import { until } from "../../support/until.ts";

const breaker = "because the circuit breaker threshold was exceeded.";

/** What is told of a deployment of the scenario, and what others see of its service afterwards. */
interface Kind {
  readonly service: string;
  readonly answers?: readonly Answer[];
  readonly told: RegExp;
  /** Deployments of the service: status, revision and how many of its tasks run. */
  readonly left: readonly string[];
  /** The newest service deployment. */
  readonly record: string;
}

const back = (service: string, count = 2): readonly string[] => [
  `PRIMARY COMPLETED ${service}:1 ${count}/${count}`,
];
const live = (service: string, count = 2): readonly string[] => [
  `PRIMARY COMPLETED ${service}:2 ${count}/${count}`,
];

const kinds: readonly Kind[] = [
  {
    service: "crashing",
    told: new RegExp(
      `^error fargate / crashing: crashing:2 failed and was rolled back to crashing:1\\. Container app exited with 1 \\w+(?: times)?: “exiting with code 1”\\. Service deployment rolled back ${breaker}$`,
    ),
    left: back("crashing"),
    record: "ROLLBACK_SUCCESSFUL",
  },
  {
    service: "unhealthy",
    told: new RegExp(
      `^error fargate / unhealthy: unhealthy:2 failed and was rolled back to unhealthy:1\\. Task failed ELB health checks in target group unhealthy \\w+(?: times)?: .* Service deployment rolled back ${breaker}$`,
    ),
    left: back("unhealthy"),
    record: "ROLLBACK_SUCCESSFUL",
  },
  {
    service: "unpullable",
    told: new RegExp(
      `^error fargate / unpullable: unpullable:2 failed, and was not rolled back: tasks of unpullable:1 still run\\. Container app: CannotPullContainerError: .*/shop/unpullable:missing: not found \\(\\w+ times\\)\\. Service deployment stopped ${breaker}$`,
    ),
    left: ["PRIMARY FAILED unpullable:2 0/2", "ACTIVE COMPLETED unpullable:1 2/2"],
    record: "STOPPED",
  },
  {
    service: "alarming",
    told: /^error fargate \/ alarming: alarming:2 failed and was rolled back to alarming:1\. Service deployment rolled back because one or more CloudWatch alarms went into the ALARM state\. In alarm: alarming-5xx\.$/,
    left: back("alarming"),
    record: "ROLLBACK_SUCCESSFUL",
  },
  {
    service: "paused",
    answers: ["Roll Back"],
    told: /^error fargate \/ paused: paused:2 failed and was rolled back to paused:1\. Service deployment rolled back because a user requested the rollback\.$/,
    left: back("paused"),
    record: "ROLLBACK_SUCCESSFUL",
  },
  {
    service: "paused",
    answers: ["Continue"],
    told: /^info fargate \/ paused: paused:2 is live, 2 of 2 running, after \d+ min\.$/,
    left: live("paused"),
    record: "SUCCESSFUL",
  },
  ...(["blue-green", "canary", "linear"] as const).map((service): Kind => {
    const count = service === "blue-green" ? 2 : 4;
    return {
      service,
      told: new RegExp(
        `^info fargate / ${service}: ${service}:2 is live, ${count} of ${count} running, after \\d+ min\\.$`,
      ),
      left: live(service, count),
      record: "SUCCESSFUL",
    };
  }),
  {
    service: "big",
    told: /^warn fargate \/ big: big:1 was deployed, but only 0 of 1 task is running now\.$/,
    left: ["PRIMARY COMPLETED big:1 0/1"],
    record: "SUCCESSFUL",
  },
];

describe("What is told of a deployment", () => {
  let account: SimulatedAccount;
  beforeEach(async () => (account = await simulatedAccount({ scenario: "deployments", clock: "step" })));
  afterEach(() => account.close());

  /** Runs a command while time goes on. */
  async function play(
    command: Command<never>,
    ui: ScriptedUi,
    options?: TestContextOptions,
  ): Promise<TestContext> {
    const context = commandContext(account, ui, options);
    let isOver = false;
    const doing = (command as Command).run(context, undefined, []).finally(() => (isOver = true));
    await until("the end", () => {
      account.simulator.clock.advance(10);
      return isOver;
    });
    await doing;
    return context;
  }

  /** As the AWS CLI would show it. */
  async function left(service: string): Promise<readonly string[]> {
    const [found] = await account.connection.ecs.describeServices("fargate", [service]);
    return (found?.deployments ?? []).map(
      ({ status, rolloutState, taskDefinition = "", runningCount, desiredCount }) =>
        `${status} ${rolloutState} ${taskDefinition.split("/").at(-1)} ${runningCount}/${desiredCount}`,
    );
  }
  const record = async (service: string): Promise<string | undefined> =>
    (await account.connection.deployments.newest("fargate", service, 1))[0]?.deployment.status;

  for (const { service, answers = [], told, left: expected, record: status } of kinds)
    it(`is what ECS has made of it: ${[service, ...answers].join(", ")}`, async () => {
      const ui = new ScriptedUi("fargate", service, ...answers);
      await play(watchDeployment, ui);
      assert.match(ui.said.at(-1)!, told);
      assert.deepEqual(await left(service), expected);
      assert.equal(await record(service), status);
    });

  for (const service of ["crashing", "alarming"])
    it(`is that it failed when it is watched only after it was rolled back: ${service}`, async () => {
      await until("the end of the rollback", async () => {
        account.simulator.clock.advance(10);
        return (await record(service)) === "ROLLBACK_SUCCESSFUL";
      });
      const ui = new ScriptedUi("fargate", service);
      await watchDeployment.run(commandContext(account, ui), undefined, []);
      assert.match(ui.said.at(-1)!, kinds.find((kind) => kind.service === service)!.told);
    });

  it("is that it was stopped where it is, when a user aborts it", async () => {
    const ui = new ScriptedUi("fargate", "linear", "Abort", true);
    await stopDeployment.run(commandContext(account, ui), undefined, []);
    const watching = new ScriptedUi("fargate", "linear");
    await play(watchDeployment, watching);
    assert.equal(
      watching.said.at(-1),
      "error fargate / linear: linear:2 failed, and was not rolled back: tasks of linear:1 still run. Service deployment stopped because a user requested it.",
    );
    assert.equal(await record("linear"), "STOPPED");
  });

  it("is that there is nothing to go back to, for the first deployment of a new service", async () => {
    const file = {
      serviceName: "fresh",
      cluster: "fargate",
      taskDefinition: "crashing:2",
      desiredCount: 1,
      launchType: "FARGATE",
      networkConfiguration: { awsvpcConfiguration: { subnets: ["subnet-0a1b2c3d"] } },
    };
    const failing = {
      ...file,
      deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } },
    };
    const ui = new ScriptedUi(true);
    await play(deploy, ui, { file: failing, fileName: "ecs-service.json" });
    assert.match(
      ui.said.at(-1)!,
      /^error fargate \/ fresh: crashing:2 failed, and could not be rolled back\. Container app exited with 1 .* No rollback candidate was found to run the rollback\.$/,
    );
    assert.equal(await record("fresh"), "ROLLBACK_FAILED");
  });

  it("names on the way what keeps tasks from being placed, in the words of ECS", async () => {
    const ui = new ScriptedUi("fargate", "big");
    await play(watchDeployment, ui);
    assert.match(
      ui.progressReports.at(-1)!,
      /^big:1 · 0 of 1 running · .* · unable to place a task\. Reason: Capacity is unavailable at this time\. Please try again later or in a different availability zone$/,
    );
  });
});
