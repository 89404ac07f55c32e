import assert from "node:assert/strict";
import { familyResource, serviceResource } from "../../../client/src/model/resource.ts";
import { permitFor } from "../../support/permitFor.ts";
import type { CommandContext } from "../../../client/src/commands/command.ts";
import { deploy } from "../../../client/src/commands/deploying/deploy.ts";
import { Journal, type JournalEntry } from "../../../client/src/commands/deploying/journal.ts";
import { resumeDeploys } from "../../../client/src/commands/deploying/resume.ts";
import { rollBack } from "../../../client/src/commands/deploying/rollBack.ts";
import { continueDeployment, stopDeployment } from "../../../client/src/commands/deploying/stopDeployment.ts";
import type { RegisterTaskDefinitionInput } from "../../../client/src/aws/types.ts";
import type { Progress } from "../../../client/src/host/ui.ts";
import type { Scenario } from "../../../simulator/src/scenario/scenario.ts";
import { isReading } from "../../support/awsOperations.ts";
import { commandContext } from "../../support/commandContext.ts";
import { plainShop } from "../../support/plainShop.ts";
import { ScriptedUi, type Answer } from "../../support/scriptedUi.ts";
import { memoryStorage, simulatedAccount, type SimulatedAccount } from "../../support/simulatedAccount.ts";
import { until } from "../../support/until.ts";

type Configuration = NonNullable<
  NonNullable<NonNullable<Scenario["clusters"]>[number]["services"]>[number]["deploymentConfiguration"]
>;

/** The plain shop, with this configuration on the service orders of the cluster live. */
function scenario(deploymentConfiguration: Configuration, more: Partial<Scenario> = {}): Scenario {
  const [live] = plainShop.clusters ?? [];
  const services = live!
    .services!.filter(({ serviceName }) => serviceName === "orders")
    .map((service) => ({ ...service, deploymentConfiguration }));
  return { ...plainShop, ...more, clusters: [{ name: "live", services }] };
}

const breaker: Configuration = { deploymentCircuitBreaker: { enable: true, rollback: true } };

const orders = (tag: string): object => ({
  family: "orders",
  networkMode: "awsvpc",
  requiresCompatibilities: ["FARGATE"],
  cpu: "256",
  memory: "512",
  executionRoleArn: "arn:aws:iam::123456789012:role/ecsTaskExecutionRole",
  containerDefinitions: [
    {
      name: "app",
      image: `123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop/orders:${tag}`,
      logConfiguration: {
        logDriver: "awslogs",
        options: {
          "awslogs-stream-prefix": "app",
          "awslogs-region": "eu-west-1",
          "awslogs-group": "/ecs/orders",
        },
      },
    },
  ],
});

const nameOf = (arn = ""): string => arn.split("/").at(-1) ?? "";

describe("The verdict on a deployment", () => {
  let account: SimulatedAccount;
  afterEach(() => account.close());

  const start = async (
    deploymentConfiguration: Configuration,
    more?: Partial<Scenario>,
    clock = "fast:200",
  ): Promise<void> => {
    account = await simulatedAccount({ scenario: scenario(deploymentConfiguration, more), clock });
  };
  const run = async (
    tag: string,
    ...answers: Answer[]
  ): Promise<{ ui: ScriptedUi; context: ReturnType<typeof commandContext> }> => {
    const ui = new ScriptedUi("live", "orders", true, ...answers);
    const context = commandContext(account, ui, { file: orders(tag) });
    await deploy.run(context, undefined, []);
    return { ui, context };
  };
  /**
   * The same where time goes on by ten seconds with each look at the service, so that no stage is missed on a
   * slow machine.
   */
  const runInSteps = async (tag: string): ReturnType<typeof run> => {
    let isOver = false;
    const running = run(tag).finally(() => (isOver = true));
    let looks = 0;
    await until("the verdict", () => {
      const { calls, clock } = account.simulator;
      const now = calls.filter(({ operation }) => operation === "DescribeServices").length;
      if (now > looks) clock.advance(10);
      looks = now;
      return isOver;
    });
    return running;
  };

  it("is failure when the circuit breaker rolled it back, with exit code, count and last log line", async () => {
    await start(breaker);
    const { ui, context } = await run("crash", "Show Details");
    assert.match(
      ui.said.at(-1)!,
      /^error live \/ orders: orders:3 failed and was rolled back to orders:2\. Container app exited with 1 (?:three|four|five|\d+) times: “exiting with code 1”\. Service deployment rolled back because the circuit breaker threshold was exceeded\./,
    );
    assert.match(ui.documents.at(-1)?.text ?? "", /\n {2}\| \S*.*Error: cannot reach the database\n/);
    assert.doesNotMatch(context.logged.join("\n"), /cannot reach the database|exiting with code/);
    assert.ok(context.logged.some((line) => /Container app exited with 1 /.test(line)));
  });

  it("is failure without rollback where the circuit breaker only stops", async () => {
    await start({ deploymentCircuitBreaker: { enable: true, rollback: false } });
    const { ui } = await run("missing");
    assert.match(
      ui.said.at(-1)!,
      /^error live \/ orders: orders:3 failed, and was not rolled back: tasks of orders:2 still run\. .*CannotPullContainerError.* circuit breaker/s,
    );
  });

  it("is failure when an alarm rolled it back, and names the alarm", async () => {
    await start(
      { alarms: { enable: true, rollback: true, alarmNames: ["too-many-errors"] }, bakeTimeInMinutes: 1 },
      {
        behaviours: [{ image: ":alarming", alarm: "too-many-errors" }],
        alarms: [{ name: "too-many-errors" }],
      },
    );
    const { ui } = await run("alarming");
    assert.match(
      ui.said.at(-1)!,
      /^error live \/ orders: orders:3 failed and was rolled back to orders:2\. .*ALARM state\. In alarm: too-many-errors\./,
    );
  });

  it("is success for blue/green, with its stages told on the way", async () => {
    await start({ strategy: "BLUE_GREEN", bakeTimeInMinutes: 1 }, undefined, "step");
    const { ui, context } = await runInSteps("1.5.0");
    assert.match(ui.said.at(-1)!, /^info live \/ orders: orders:3 is live, 3 of 3 running/);
    assert.ok(
      context.logged.some((line) => /bake time/.test(line)),
      context.logged.join("\n"),
    );
  });

  for (const strategy of [
    { strategy: "CANARY", canaryConfiguration: { canaryPercent: 10, canaryBakeTimeInMinutes: 1 } },
    { strategy: "LINEAR", linearConfiguration: { stepPercent: 50, stepBakeTimeInMinutes: 1 } },
  ] as const)
    it(`is success for ${strategy.strategy.toLowerCase()}, with the share of traffic`, async () => {
      await start({ ...strategy, bakeTimeInMinutes: 0 }, undefined, "step");
      const { ui } = await runInSteps("1.5.0");
      assert.match(ui.said.at(-1)!, /is live/);
      assert.ok(
        ui.progressReports.some((report) => /, (?:10|50) % of traffic/.test(report)),
        ui.progressReports.join("\n"),
      );
    });

  it("is that another deployment took over, which can be followed", async () => {
    await start({}, undefined, "step");
    const ui = new ScriptedUi("live", "orders", true, "Follow It");
    const doing = deploy.run(commandContext(account, ui, { file: orders("1.5.0") }), undefined, []);
    await until("the deployment", () => ui.progressReports.find((report) => report.startsWith("orders:3")));
    const permit = await permitFor(account, serviceResource("live", "orders"));
    await permit.updateService({ cluster: "live", service: "orders", taskDefinition: "orders:1" });
    await until("the end", () => {
      account.simulator.clock.advance(5);
      return ui.said.some((line) => /^(?:info|error)/.test(line));
    });
    await doing;
    assert.ok(
      ui.said.includes(
        "warn live / orders: a newer deployment, of orders:1, took over before orders:3 was live.",
      ),
      ui.said.join("\n"),
    );
    assert.match(ui.said.at(-1)!, /^info live \/ orders: orders:1 is live/);
  });

  it("waits for a user at a pause, and goes on when they say so", async () => {
    await start({
      strategy: "BLUE_GREEN",
      bakeTimeInMinutes: 0,
      lifecycleHooks: [{ targetType: "PAUSE", lifecycleStages: ["POST_TEST_TRAFFIC_SHIFT"] }],
    });
    const { ui } = await run("1.5.0", "Continue");
    assert.ok(
      ui.said.some((line) =>
        /^warn The deployment of live \/ orders in account 123456789012, eu-west-1 waits for you \(post test traffic shift.*Without an answer, ECS rolls back at/.test(
          line,
        ),
      ),
      ui.said.join("\n"),
    );
    assert.match(ui.said.at(-1)!, /is live/);
    assert.ok(account.operations().includes("ContinueServiceDeployment"));
  });

  it("is failure when the user rolls back at a pause", async () => {
    await start({
      strategy: "BLUE_GREEN",
      bakeTimeInMinutes: 0,
      lifecycleHooks: [{ targetType: "PAUSE", lifecycleStages: ["POST_TEST_TRAFFIC_SHIFT"] }],
    });
    const { ui } = await run("1.5.0", "Roll Back");
    assert.match(ui.said.at(-1)!, /^error live \/ orders: orders:3 failed and was rolled back to orders:2\./);
  });
});

/** Every entry that the journal was given, even when it was removed since. */
function recording(memory: CommandContext["memory"]): {
  readonly memory: CommandContext["memory"];
  readonly entries: JournalEntry[];
} {
  const entries: JournalEntry[] = [];
  const update: CommandContext["memory"]["update"] = (key, value) => {
    if (key === "deploys") entries.push(...(value as JournalEntry[]));
    return memory.update(key, value);
  };
  return { memory: { get: (key) => memory.get(key), update }, entries };
}

/** A user who cancels the progress as soon as it reports a deployment. */
class CancellingUi extends ScriptedUi {
  override async progress<T>(
    title: string,
    work: (progress: Progress, signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    const controller = new AbortController();
    this.said.push(`progress ${title}`);
    const report = (message: string): void => {
      this.progressReports.push(message);
      if (/^orders:\d+ · /.test(message)) controller.abort();
    };
    return work({ report }, controller.signal);
  }
}

describe("A deployment nobody watches", () => {
  let account: SimulatedAccount;
  beforeEach(async () => (account = await simulatedAccount({ scenario: scenario(breaker), clock: "step" })));
  afterEach(() => account.close());

  const ref = { cluster: "arn:aws:ecs:eu-west-1:123456789012:cluster/live", service: "orders" };
  const target = { profile: "simulated", region: "eu-west-1" };

  it("goes on in AWS: cancelling stops the watching and says so", async () => {
    const ui = new CancellingUi("live", "orders", true);
    await deploy.run(commandContext(account, ui, { file: orders("1.5.0") }), undefined, []);
    assert.equal(ui.said.at(-1), "info No longer watching live / orders. The deployment goes on in AWS.");
    assert.deepEqual(
      account.operations().filter((operation) => !isReading(operation)),
      ["RegisterTaskDefinition", "UpdateService"],
    );
  });

  it("is stopped only by its own command, rolled back or aborted", async () => {
    const memory = memoryStorage();
    await deploy.run(
      commandContext(account, new CancellingUi("live", "orders", true), {
        file: orders("unhealthy"),
        memory,
      }),
      undefined,
      [],
    );
    const ui = new ScriptedUi("live", "orders", "Roll back", true);
    await stopDeployment.run(commandContext(account, ui, { memory }), undefined, []);
    assert.match(
      ui.said[3]!,
      /^confirm Stop the deployment of orders:3 and roll live \/ orders back in account 123456789012, eu-west-1\?/,
    );
    assert.equal(
      account.simulator.calls.find(({ operation }) => operation === "StopServiceDeployment")?.input[
        "stopType"
      ],
      "ROLLBACK",
    );
    const nothing = new ScriptedUi("live", "orders");
    await continueDeployment.run(commandContext(account, nothing, { memory }), undefined, []);
    assert.equal(nothing.said.at(-1), "info No deployment of live / orders waits for an answer.");
  });

  it("is taken up when the window opens again, by what was noted before the window closed", async () => {
    const memory = memoryStorage();
    const [before] = await account.connection.ecs.describeServices("live", ["orders"]);
    const permit = await permitFor(account, serviceResource("live", "orders"));
    const { deployments } = await permit.updateService({
      cluster: "live",
      service: "orders",
      taskDefinition: "orders:1",
    });
    const taskDefinition = deployments![0]!.taskDefinition!;
    // The window was closed before the answer came: the entry has no deployment yet.
    await new Journal(memory).write({
      target,
      ...ref,
      taskDefinition,
      step: "updating",
      startedAt: account.simulator.clock.now() * 1000,
    });
    const ui = new ScriptedUi();
    const doing = resumeDeploys(commandContext(account, ui, { memory }));
    await until("the watching", () => ui.progressReports.at(-1)?.includes("orders:1"));
    assert.equal(new Journal(memory).entries()[0]?.deploymentId, deployments![0]!.id);
    await until("the end", () => {
      account.simulator.clock.advance(10);
      return new Journal(memory).entries().length === 0;
    });
    await doing;
    assert.match(ui.said.at(-1)!, /^info live \/ orders: orders:1 is live/);
    assert.equal(nameOf(before?.taskDefinition), "orders:2");
  });

  it("is failure when it was rolled back and forgotten by the service while the window was closed", async () => {
    const { memory, entries } = recording(memoryStorage());
    await deploy.run(
      commandContext(account, new CancellingUi("live", "orders", true), { file: orders("crash"), memory }),
      undefined,
      [],
    );
    const entry = entries.at(-1);
    await until("the end of the rollback", async () => {
      account.simulator.clock.advance(30);
      const [service] = await account.connection.ecs.describeServices("live", ["orders"]);
      return service?.deployments?.every(
        ({ id, rolloutState }) => id !== entry!.deploymentId && rolloutState === "COMPLETED",
      );
    });
    await new Journal(memory).write(entry!);
    const ui = new ScriptedUi();
    await resumeDeploys(commandContext(account, ui, { memory }));
    assert.match(
      ui.said.at(-1)!,
      /^error live \/ orders: orders:3 failed and was rolled back to orders:2\. Container app exited with 1 /,
    );
  });

  it("is failure when it was rolled back before even the answer to the update was noted", async () => {
    const memory = memoryStorage();
    const permit = await permitFor(account, familyResource("orders"), serviceResource("live", "orders"));
    const crash = await permit.registerTaskDefinition(orders("crash") as RegisterTaskDefinitionInput);
    const startedAt = account.simulator.clock.now() * 1000;
    await permit.updateService({
      cluster: "live",
      service: "orders",
      taskDefinition: crash.taskDefinitionArn,
    });
    await until("the end of the rollback", async () => {
      account.simulator.clock.advance(30);
      const [service] = await account.connection.ecs.describeServices("live", ["orders"]);
      return service?.deployments?.every(
        ({ taskDefinition, rolloutState }) =>
          nameOf(taskDefinition) === "orders:2" && rolloutState === "COMPLETED",
      );
    });
    await new Journal(memory).write({
      target,
      ...ref,
      taskDefinition: crash.taskDefinitionArn!,
      step: "updating",
      startedAt,
    });
    const ui = new ScriptedUi();
    await resumeDeploys(commandContext(account, ui, { memory }));
    assert.match(
      ui.said.at(-1)!,
      /^error live \/ orders: orders:3 failed and was rolled back to orders:2\. .*circuit breaker/,
    );
  });

  it("that has registered a revision and not deployed it says so, and goes on when the user wants it", async () => {
    const memory = memoryStorage();
    const permit = await permitFor(account, familyResource("orders"));
    const startedAt = account.simulator.clock.now() * 1000;
    await permit.registerTaskDefinition(orders("1.5.0") as RegisterTaskDefinitionInput);
    await new Journal(memory).write({
      target,
      ...ref,
      taskDefinition: "orders",
      step: "registering",
      startedAt,
    });
    const later = new ScriptedUi(undefined);
    await resumeDeploys(commandContext(account, later, { memory }));
    assert.deepEqual(later.said, [
      "warn The window was closed in the middle of a deploy to live / orders. orders:3 is registered, but the service was not updated. The service still runs orders:2.",
    ]);
    assert.deepEqual(new Journal(memory).entries(), []);

    await new Journal(memory).write({
      target,
      ...ref,
      taskDefinition: "orders",
      step: "registering",
      startedAt,
    });
    const ui = new ScriptedUi("Deploy orders:3", true);
    const doing = resumeDeploys(commandContext(account, ui, { memory }));
    await until("the end", () => {
      account.simulator.clock.advance(10);
      return new Journal(memory).entries().length === 0;
    });
    await doing;
    assert.match(
      ui.said[1]!,
      /^confirm Deploy orders:3 to live \/ orders in account 123456789012, eu-west-1\?/,
    );
    assert.match(ui.said.at(-1)!, /^info live \/ orders: orders:3 is live/);
  });

  for (const [step, taskDefinition, words] of [
    ["registering", "orders", "Nothing was registered."],
    [
      "updating",
      "arn:aws:ecs:eu-west-1:123456789012:task-definition/orders:1",
      "orders:1 is registered, but the service was not updated.",
    ],
    [
      "updating",
      "arn:aws:ecs:eu-west-1:123456789012:task-definition/orders:2",
      "It is not known whether ECS got the change, which needs no new revision: look at the service, and deploy again if it did not.",
    ],
    [
      "tagging",
      "arn:aws:ecs:eu-west-1:123456789012:task-definition/orders:2",
      "Some of its tags may be changed, but nothing else is: deploy the file again.",
    ],
  ] as const)
    it(`is told when the window was closed while ${step} ${nameOf(taskDefinition)}`, async () => {
      const memory = memoryStorage();
      const startedAt = account.clock.now();
      await new Journal(memory).write({ target, ...ref, taskDefinition, step, startedAt });
      account.simulator.clock.advance(60);
      const ui = new ScriptedUi();
      await resumeDeploys(commandContext(account, ui, { memory }));
      assert.deepEqual(ui.said, [
        `warn The window was closed in the middle of a deploy to live / orders. ${words} The service still runs orders:2.`,
      ]);
      assert.deepEqual(new Journal(memory).entries(), []);
    });
});

describe("A deploy of a service file that is cut off", () => {
  let account: SimulatedAccount;
  beforeEach(async () => (account = await simulatedAccount({ scenario: scenario(breaker), clock: "step" })));
  afterEach(() => account.close());

  /**
   * Deploys until ECS has the call but answers no more, and opens the window again with what was remembered
   * then.
   */
  async function cutOffAt(operation: string, file: object): Promise<readonly string[]> {
    account.proxy.held.add(operation);
    const memory = memoryStorage();
    void deploy
      .run(
        commandContext(account, new ScriptedUi(true), { file, fileName: "ecs-service.json", memory }),
        undefined,
        [],
      )
      .catch(() => undefined);
    await until("the call", () => account.proxy.waiting.includes(operation));
    account.simulator.clock.advance(60);
    const reopened = memoryStorage({ deploys: memory.get("deploys") });
    const ui = new ScriptedUi();
    await resumeDeploys(commandContext(account, ui, { memory: reopened }));
    assert.deepEqual(new Journal(reopened).entries(), []);
    return ui.said;
  }
  const file = { serviceName: "orders", cluster: "live", taskDefinition: "orders:2" };

  it("says that tags may be set, and nothing else", async () => {
    const said = await cutOffAt("TagResource", {
      ...file,
      desiredCount: 4,
      tags: [{ key: "team", value: "shop" }],
    });
    assert.deepEqual(said, [
      "warn The window was closed in the middle of a deploy to live / orders. Some of its tags may be changed, but nothing else is: deploy the file again. The service still runs orders:2.",
    ]);
  });

  it("says of a change without a new revision that it may have arrived", async () => {
    const said = await cutOffAt("UpdateService", { ...file, desiredCount: 4 });
    assert.deepEqual(said, [
      "warn The window was closed in the middle of a deploy to live / orders. It is not known whether ECS got the change, which needs no new revision: look at the service, and deploy again if it did not. The service still runs orders:2.",
    ]);
  });

  it("says of a service that is not there that it was not created", async () => {
    const said = await cutOffAt("CreateService", {
      ...file,
      serviceName: "fresh",
      desiredCount: 0,
      launchType: "FARGATE",
      networkConfiguration: { awsvpcConfiguration: { subnets: ["subnet-0a1b2c3d"] } },
    });
    assert.deepEqual(said, [
      "warn The window was closed in the middle of a deploy to live / fresh. The service was not created: deploy the file again.",
    ]);
  });
});

describe("Rolling back", () => {
  let account: SimulatedAccount;
  before(async () => (account = await simulatedAccount({ scenario: scenario(breaker), clock: "fast:500" })));
  after(() => account.close());

  it("goes to the last revision that was deployed successfully, not to the one before, after a diff", async () => {
    const run = async (tag: string): Promise<void> =>
      deploy.run(
        commandContext(account, new ScriptedUi("live", "orders", true), { file: orders(tag) }),
        undefined,
        [],
      );
    await run("good");
    await run("crash");
    await run("other");
    const ui = new ScriptedUi("live", "orders", true);
    await rollBack.run(commandContext(account, ui), undefined, []);
    assert.equal(ui.said[2], "diff live / orders: back to orders:3");
    assert.match(
      ui.said[3]!,
      /^confirm Roll live \/ orders back to orders:3 in account 123456789012, eu-west-1\? orders:3 was deployed successfully at .*\nImage of app: other → good\.\nNow running: orders:5, 3 of 3 tasks\./,
    );
    assert.match(ui.said.at(-1)!, /^info live \/ orders: orders:3 is live/);
  });
});
