import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { deploy } from "../../../client/src/commands/deploying/deploy.ts";
import { Journal } from "../../../client/src/commands/deploying/journal.ts";
import { resumeDeploys } from "../../../client/src/commands/deploying/resume.ts";
import { rollOut } from "../../../client/src/commands/deploying/rollOut.ts";
import type { RollOut } from "../../../client/src/commands/deploying/startRollOut.ts";
import { refresh } from "../../../client/src/commands/refresh.ts";
import { serviceResource } from "../../../client/src/model/resource.ts";
import { startsNothing } from "../../../client/src/model/startsNothing.table.ts";
import type { Scenario } from "../../../simulator/src/scenario/scenario.ts";
import type { Trouble } from "../../../simulator/src/trouble/trouble.ts";
import { isReading } from "../../support/awsOperations.ts";
import { commandContext, type TestContext } from "../../support/commandContext.ts";
import { plainShop } from "../../support/plainShop.ts";
import { ScriptedUi, type Answer } from "../../support/scriptedUi.ts";
import { memoryStorage, simulatedAccount, type SimulatedAccount } from "../../support/simulatedAccount.ts";
import { until } from "../../support/until.ts";

const [live] = plainShop.clusters ?? [];

/** The plain shop, whose services have a circuit breaker that rolls back or does not. */
const scenario = (rollback: boolean): Scenario => ({
  ...plainShop,
  clusters: [
    {
      name: "live",
      services: live!
        .services!.filter(({ serviceName }) => serviceName === "orders")
        .map((service) => ({
          ...service,
          deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback } },
        })),
    },
  ],
});

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

const cluster = "arn:aws:ecs:eu-west-1:123456789012:cluster/live";
const target = { profile: "simulated", region: "eu-west-1" };
const started = (ui: ScriptedUi): boolean =>
  ui.said.some((line) => line.startsWith("progress Deploying orders"));
const isTold = (ui: ScriptedUi): boolean =>
  ui.said.some((line) => /^(?:info|error|warn) live \/ orders: (?:orders|a newer)/.test(line));

describe("Watching a deployment", () => {
  let account: SimulatedAccount;
  const start = async (rollback = true): Promise<void> => {
    account = await simulatedAccount({ scenario: scenario(rollback), clock: "step" });
  };
  afterEach(() => account.close());

  const ref = () => ({ connection: account.connection, cluster, service: "orders" });

  /** Brings something to the service, as a command does after the question. */
  async function rollOutTo(context: TestContext, plan: RollOut): Promise<void> {
    account.confirmWrite = async () => true;
    const permit = await account.connection.writes.ask({
      question: "",
      facts: [],
      action: "Deploy",
      resources: [serviceResource(cluster, "orders")],
    });
    await rollOut(context, permit!, ref(), plan);
  }

  /** Lets the time pass until something was told. */
  const played = (ui: ScriptedUi, seconds = 5): Promise<unknown> =>
    until("the verdict", () => {
      account.simulator.clock.advance(seconds);
      return isTold(ui);
    });

  async function deployed(tag: string, ...answers: Answer[]): Promise<ScriptedUi> {
    const ui = new ScriptedUi("live", "orders", true, ...answers);
    const doing = deploy.run(commandContext(account, ui, { file: orders(tag) }), undefined, []);
    await played(ui);
    await doing;
    return ui;
  }

  describe("whose update got no answer", () => {
    beforeEach(() => start());

    it("is done when it has begun, and the verdict is told", async () => {
      account.proxy.lost.set("UpdateService", 3);
      const ui = await deployed("9");
      assert.ok(ui.said.includes("progress Looking whether live / orders was updated"));
      assert.match(ui.said.at(-1)!, /^info live \/ orders: orders:3 is live/);
    });

    it("stays in the journal when nothing is seen of it, and is told as not known", async () => {
      account.proxy.faults.set("UpdateService", { error: "ServerException", message: "Oh.", status: 500 });
      const ui = new ScriptedUi("live", "orders", true);
      const context = commandContext(account, ui, { file: orders("9") });
      const failures: Error[] = [];
      void deploy.run(context, undefined, []).catch((error: Error) => failures.push(error));
      await until("the end", () => {
        account.simulator.clock.advance(5);
        return failures.length > 0;
      });
      assert.ok(ui.said.includes("progress Looking whether live / orders was updated"));
      assert.equal(
        failures[0]?.message,
        "orders:3 was registered, but it is not known whether live / orders was updated: Oh.",
      );
      const [entry] = new Journal(context.memory).entries();
      assert.equal(entry?.step, "updating");
      assert.match(entry?.taskDefinition ?? "", /orders:3$/);
    });
  });

  describe("is not done for an update that starts none", () => {
    beforeEach(() => start());

    for (const [changes, words] of [
      [{ desiredCount: 5 }, "ECS brings it to 5 tasks now."],
      [
        { deploymentConfiguration: { maximumPercent: 150, minimumHealthyPercent: 100 } },
        "Changed: deploymentConfiguration. It counts for what ECS does from now on.",
      ],
      [
        { enableExecuteCommand: false, desiredCount: 1 },
        "ECS brings it to 1 task now. Changed: enableExecuteCommand. It counts for what ECS does from now on.",
      ],
    ] as const)
      it(`, of ${Object.keys(changes).join(" and ")}, which is told as what it is`, async () => {
        const ui = new ScriptedUi();
        const context = commandContext(account, ui);
        await rollOutTo(context, { changes });
        assert.deepEqual(ui.said.slice(1), [
          `info live / orders was updated, without a deployment: tasks that run are not replaced. ${words}`,
        ]);
        assert.deepEqual(new Journal(context.memory).entries(), []);
      });

    it(", even while another one fails, whose verdict is not that of the update", async () => {
      const failing = deployed("crash");
      await until("the other one", () => account.operations().includes("UpdateService"));
      const ui = new ScriptedUi();
      await rollOutTo(commandContext(account, ui), { changes: { desiredCount: 4 } });
      assert.match(ui.said.at(-1)!, /^info live \/ orders was updated, without a deployment/);
      assert.match(
        (await failing).said.at(-1)!,
        /^error live \/ orders: orders:3 failed and was rolled back/,
      );
    });

    it(", because the revision is the one that serves", async () => {
      const ui = new ScriptedUi();
      const [service] = await account.connection.ecs.describeServices(cluster, ["orders"]);
      await rollOutTo(commandContext(account, ui), { taskDefinition: service!.taskDefinition! });
      assert.match(ui.said.at(-1)!, /^info live \/ orders was updated, without a deployment/);
    });

    it("by members that the documentation of UpdateService names", async () => {
      const types = "node_modules/@aws-sdk/client-ecs/dist-types/models/models_1.d.ts";
      const [, members = ""] = /export interface UpdateServiceRequest \{([^]*?)\n\}/.exec(
        await readFile(types, "utf8"),
      )!;
      const documented = [...members.matchAll(/\/\*\*([^]*?)\*\/\s+(\w+)\??:/g)].flatMap(
        ([, text = "", name = ""]) =>
          text.includes("This parameter doesn't trigger a new service deployment.") ? [name] : [],
      );
      assert.deepEqual([...startsNothing].sort(), documented.sort());
    });
  });

  describe("goes by the deployment that UpdateService returned", () => {
    beforeEach(() => start());
    const reads = ["Describe*", "List*"];

    for (const [words, trouble] of [
      ["behind the writes", [{ operations: reads, stale: 15 }]],
      ["behind the writes now and then", [{ operations: reads, stale: 15, every: 2 }]],
      [
        "behind the writes, and the history of deployments may not be read",
        [
          { operations: reads, stale: 15 },
          { operations: ["ListServiceDeployments"], error: "accessDenied" },
        ],
      ],
    ] as const satisfies readonly (readonly [string, readonly Trouble[]])[]) {
      it(`, although what is read is ${words}`, async () => {
        account.simulator.setTrouble(trouble);
        const ui = await deployed("1.5.0");
        assert.match(ui.said.at(-1)!, /^info live \/ orders: orders:3 is live, 3 of 3 running/);
      });

      it(`, and its failure is told true, although what is read is ${words}`, async () => {
        account.simulator.setTrouble(trouble);
        const ui = await deployed("crash");
        assert.match(
          ui.said.at(-1)!,
          /^error live \/ orders: orders:3 failed and was rolled back to orders:2\./,
        );
      });
    }

    it(", and not by the record of one that was forced a moment before", async () => {
      const first = new ScriptedUi();
      const second = new ScriptedUi();
      const force: RollOut = { changes: { forceNewDeployment: true } };
      const doing = [rollOutTo(commandContext(account, first), force)];
      await until("the first", () => started(first));
      account.simulator.clock.advance(20);
      account.simulator.setTrouble([{ operations: ["ListServiceDeployments"], stale: 60 }]);
      doing.push(rollOutTo(commandContext(account, second), force));
      await until("the second", () => started(second));
      await played(second);
      await played(first);
      await Promise.all(doing);
      assert.equal(
        first.said.at(-1),
        "warn live / orders: a newer deployment, of orders:2, took over before orders:2 was live.",
      );
      assert.match(second.said.at(-1)!, /^info live \/ orders: orders:2 is live, 3 of 3 running/);
    });

    it("and says what has begun since, when it was complete in the meantime", async () => {
      const memory = memoryStorage();
      const ui = await deployed("1.5.0");
      assert.match(ui.said.at(-1)!, /is live/);
      const [service] = await account.connection.ecs.describeServices(cluster, ["orders"]);
      const [own] = service!.deployments!;
      await new Journal(memory).write({
        target,
        cluster,
        service: "orders",
        taskDefinition: own!.taskDefinition!,
        step: "following",
        startedAt: own!.createdAt!.getTime(),
        createdAt: own!.createdAt!.getTime(),
        deploymentId: own!.id!,
      });
      await deployed("1.6.0");
      const resumed = new ScriptedUi();
      await resumeDeploys(commandContext(account, resumed, { memory }));
      assert.match(
        resumed.said.at(-1)!,
        /^info live \/ orders: orders:3 was live after \d+ (?:s|min)\. A newer deployment, of orders:4, has begun since\.$/,
      );
    });
  });

  describe("survives credentials that expire", () => {
    beforeEach(() => start());
    const expire = (): void => void account.proxy.refusedKeys.add("AKIASIMULATED");
    /** Gives the profile other keys, as its owner does. */
    async function renewKeys(): Promise<void> {
      const path = process.env["AWS_CONFIG_FILE"]!;
      const text = await readFile(path, "utf8");
      await writeFile(path, text.replace("AKIASIMULATED", "AKIARENEWED"));
    }
    const askedToSignIn =
      "warn simulated · eu-west-1: the session has expired. Sign in again. What was begun goes on in AWS, and is watched on when you have signed in.";

    it("and goes on by itself after the sign-in that it offers, in the same window", async () => {
      const ui = new ScriptedUi("live", "orders", true, "Sign In");
      const context = commandContext(account, ui, { file: orders("1.5.0") });
      const doing = deploy.run(context, undefined, []);
      await until("the watching", () => ui.progressReports.find((report) => report.startsWith("orders:3")));
      await renewKeys();
      expire();
      await until("the question", () => ui.said.includes(askedToSignIn));
      await played(ui);
      await doing;
      assert.equal(ui.said.filter((line) => line === askedToSignIn).length, 1, ui.said.join("\n"));
      assert.match(ui.said.at(-1)!, /^info live \/ orders: orders:3 is live, 3 of 3 running/);
    });

    it("and goes on by itself after a refresh when the keys were renewed elsewhere, having asked once", async () => {
      const ui = new ScriptedUi("live", "orders", true, undefined);
      const doing = deploy.run(commandContext(account, ui, { file: orders("crash") }), undefined, []);
      await until("the watching", () => ui.progressReports.find((report) => report.startsWith("orders:3")));
      expire();
      await until("the trouble", () => ui.said.includes(askedToSignIn));
      assert.match(
        ui.progressReports.at(-1)!,
        /^Could not look: the session has expired\. Sign in again\. Looking again when you have signed in; the deployment goes on in AWS\.$/,
      );
      await renewKeys();
      await refresh.run(account.context(ui), undefined, []);
      await played(ui, 30);
      await doing;
      assert.match(
        ui.said.at(-1)!,
        /^error live \/ orders: orders:3 failed and was rolled back to orders:2\./,
      );
      assert.equal(ui.said.filter((line) => line === askedToSignIn).length, 1);
    });

    for (const step of ["following", "updating"] as const)
      it(`also where they had expired when the window was opened, ${step}`, async () => {
        const memory = memoryStorage();
        const startedAt = account.clock.now();
        account.confirmWrite = async () => true;
        const permit = await account.connection.writes.ask({
          question: "",
          facts: [],
          action: "Deploy",
          resources: [serviceResource(cluster, "orders")],
        });
        const { deployments } = await permit!.updateService({
          cluster,
          service: "orders",
          taskDefinition: "orders:1",
        });
        const [own] = deployments!;
        await new Journal(memory).write({
          target,
          cluster,
          service: "orders",
          taskDefinition: own!.taskDefinition!,
          step,
          startedAt,
          ...(step === "following" ? { deploymentId: own!.id!, createdAt: own!.createdAt!.getTime() } : {}),
        });
        await account.connections.reconnect(target);
        expire();
        const ui = new ScriptedUi("Sign In");
        const warn = ui.warn;
        // Signing in takes a moment, in which the user gets other keys.
        ui.warn = async (...told) => {
          await renewKeys();
          return warn(...told);
        };
        const doing = resumeDeploys(commandContext(account, ui, { memory }));
        await played(ui);
        await doing;
        assert.equal(ui.said[step === "following" ? 1 : 0], askedToSignIn);
        assert.match(ui.said.at(-1)!, /^info live \/ orders: orders:1 is live/);
        assert.deepEqual(new Journal(memory).entries(), []);
      });
  });

  it("tells that credentials are those of another account, instead of a service that is gone", async () => {
    await start();
    const ui = new ScriptedUi(undefined);
    ui.ended = account.closed;
    const context = commandContext(account, ui);
    const elsewhere = cluster.replace("123456789012", "210987654321");
    const memory = memoryStorage();
    await new Journal(memory).write({
      target,
      cluster: elsewhere,
      service: "orders",
      taskDefinition: "arn:aws:ecs:eu-west-1:210987654321:task-definition/orders:1",
      step: "following",
      startedAt: account.clock.now(),
      deploymentId: "ecs-svc/1",
    });
    void resumeDeploys({ ...context, memory });
    const words = await until("the trouble", () => ui.said.find((line) => line.startsWith("warn")));
    assert.equal(
      words,
      "warn simulated · eu-west-1: the credentials are those of account 123456789012 now, and not of 210987654321. What was begun goes on in AWS, and is watched on when you have signed in.",
    );
    assert.equal(new Journal(memory).entries().length, 1);
  });

  it("ends where the service was deleted, and is not taken up again", async () => {
    await start();
    const memory = memoryStorage();
    await new Journal(memory).write({
      target,
      cluster,
      service: "gone",
      taskDefinition: "arn:aws:ecs:eu-west-1:123456789012:task-definition/orders:1",
      step: "following",
      startedAt: account.clock.now(),
      deploymentId: "ecs-svc/1",
    });
    const ui = new ScriptedUi();
    const doing = resumeDeploys(commandContext(account, ui, { memory }));
    await until("the end", () => {
      account.simulator.clock.advance(5);
      return ui.said.some((line) => line.startsWith("warn"));
    });
    await doing;
    assert.equal(
      ui.said.at(-1),
      "warn Could not take up the deploy of live / gone: the service gone was deleted.",
    );
    assert.deepEqual(new Journal(memory).entries(), []);
  });

  it("offers to roll back a deployment that failed and was not rolled back, and watches that", async () => {
    await start(false);
    const ui = new ScriptedUi("live", "orders", true, "Roll Back…", true);
    const doing = deploy.run(commandContext(account, ui, { file: orders("missing") }), undefined, []);
    await until("the end", () => {
      account.simulator.clock.advance(5);
      return ui.said.some((line) => line.startsWith("info live / orders: orders:2 is live"));
    });
    await doing;
    assert.ok(
      ui.said.some((line) => /^error live \/ orders: orders:3 failed, and was not rolled back: /.test(line)),
    );
    assert.ok(
      ui.said.some((line) =>
        line.startsWith("confirm Roll live / orders back to orders:2 in account 123456789012, eu-west-1?"),
      ),
      ui.said.join("\n"),
    );
    assert.deepEqual(
      account.operations().filter((operation) => !isReading(operation)),
      ["RegisterTaskDefinition", "UpdateService", "UpdateService"],
    );
  });
});
