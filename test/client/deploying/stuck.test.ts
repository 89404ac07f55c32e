import assert from "node:assert/strict";
import { deploy } from "../../../client/src/commands/deploying/deploy.ts";
import { Journal } from "../../../client/src/commands/deploying/journal.ts";
import { resumeDeploys } from "../../../client/src/commands/deploying/resume.ts";
import { stopDeployment } from "../../../client/src/commands/deploying/stopDeployment.ts";
import { duration } from "../../../client/src/model/time.ts";
import type { Scenario } from "../../../simulator/src/scenario/scenario.ts";
import { commandContext, type TestContext } from "../../support/commandContext.ts";
import { plainShop } from "../../support/plainShop.ts";
import { ScriptedUi } from "../../support/scriptedUi.ts";
import { memoryStorage, simulatedAccount, type SimulatedAccount } from "../../support/simulatedAccount.ts";
import { until } from "../../support/until.ts";

const noPlace =
  "Capacity is unavailable at this time. Please try again later or in a different availability zone.";

/**
 * The plain shop, where images tagged `homeless` find no place, and whose service orders rolls back what
 * fails.
 */
function scenario(): Scenario {
  const [live] = plainShop.clusters ?? [];
  const services = live!
    .services!.filter(({ serviceName }) => serviceName === "orders")
    .map((service) => ({
      ...service,
      deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } },
    }));
  return {
    ...plainShop,
    behaviours: [{ image: ":homeless", placementError: noPlace }],
    clusters: [{ name: "live", services }],
  };
}

const orders = (tag: string): object => ({
  family: "orders",
  networkMode: "awsvpc",
  requiresCompatibilities: ["FARGATE"],
  cpu: "256",
  memory: "512",
  executionRoleArn: "arn:aws:iam::123456789012:role/ecsTaskExecutionRole",
  containerDefinitions: [
    { name: "app", image: `123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop/orders:${tag}` },
  ],
});

describe("Following a deployment to its end", () => {
  let account: SimulatedAccount;
  let ui: ScriptedUi;
  let context: TestContext;
  let doing: Promise<void>;
  beforeEach(async () => (account = await simulatedAccount({ scenario: scenario(), clock: "step" })));
  afterEach(() => account.close());

  async function start(tag: string, memory = memoryStorage()): Promise<void> {
    ui = new ScriptedUi("live", "orders", true);
    context = commandContext(account, ui, { file: orders(tag), memory });
    doing = deploy.run(context, undefined, []);
    await until("the watching", () => ui.progressReports.find((report) => report.startsWith("orders:3")));
  }
  async function end(): Promise<string> {
    await until("the verdict", () => {
      account.simulator.clock.advance(10);
      return ui.said.some((line) => /^(?:info|error|warn)/.test(line));
    });
    await doing;
    return ui.said.at(-1)!;
  }
  async function stop(...answers: (boolean | string)[]): Promise<ScriptedUi> {
    const stopping = new ScriptedUi("live", "orders", ...answers);
    await stopDeployment.run(commandContext(account, stopping), undefined, []);
    return stopping;
  }

  it("tells that there is no capacity in ECS's words, while nothing has failed yet", async () => {
    await start("homeless");
    await until("the event", () => {
      account.simulator.clock.advance(5);
      return context.logged.find((line) => line.includes(noPlace));
    });
    assert.deepEqual(
      context.logged.filter((line) => line.includes(noPlace)).map((line) => line.replace(/^\S+ \S+: /, "")),
      [`live / orders: (service orders) was unable to place a task. Reason: ${noPlace}`],
    );
    await stop("Roll back", true);
    assert.match(await end(), /^error live \/ orders: orders:3 failed and was rolled back to orders:2\./);
  });

  it("names the image that cannot be pulled, the circuit breaker, and what serves again", async () => {
    await start("missing");
    const verdict = await end();
    assert.match(
      verdict,
      /^error live \/ orders: orders:3 failed and was rolled back to orders:2\. Container app: CannotPullContainerError: .*shop\/orders:missing: not found/,
    );
    assert.match(verdict, /circuit breaker threshold was exceeded/);
  });

  it("is told true when a user aborts it: it failed, and nothing was rolled back", async () => {
    await start("unhealthy");
    const stopping = await stop("Abort", true);
    assert.match(
      stopping.said[3]!,
      /^confirm Abort the deployment of orders:3 to live \/ orders in account 123456789012, eu-west-1\? Nothing is rolled back: tasks of both revisions keep running\. \[Abort\]$/,
    );
    assert.equal(stopping.said.at(-1), "info The deployment of live / orders was aborted.");
    assert.equal(
      account.simulator.calls.find(({ operation }) => operation === "StopServiceDeployment")?.input[
        "stopType"
      ],
      "ABORT",
    );
    const verdict = await end();
    assert.equal(
      verdict,
      "error live / orders: orders:3 failed, and was not rolled back: tasks of orders:2 still run. Service deployment stopped because a user requested it.",
    );
  });

  it("tells how long a success took until it was over, however late it is told", async () => {
    const memory = memoryStorage();
    await start("1.5.0", memory);
    const [entry] = new Journal(memory).entries();
    await end();
    account.simulator.clock.advance(36_000);
    const [record] = await account.connection.deployments.newest("live", "orders", 1);
    const { createdAt, finishedAt } = record!.deployment;
    await new Journal(memory).write(entry!);
    const reopened = new ScriptedUi();
    await resumeDeploys(commandContext(account, reopened, { memory }));
    assert.equal(
      reopened.said.at(-1),
      `info live / orders: orders:3 is live, 3 of 3 running, after ${duration(finishedAt!.getTime() - createdAt!.getTime())}.`,
    );
  });
});
