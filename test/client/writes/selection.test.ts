import assert from "node:assert/strict";
import { ECSClient, RegisterTaskDefinitionCommand } from "@aws-sdk/client-ecs";
import type { Command } from "../../../client/src/commands/command.ts";
import { drainInstances } from "../../../client/src/commands/containerInstances/drain.ts";
import { deleteRevisions, deregister } from "../../../client/src/commands/revisions/removeRevisions.ts";
import { stopTask } from "../../../client/src/commands/tasks/stopTask.ts";
import { familyResource } from "../../../client/src/model/resource.ts";
import { ContainerInstanceNode } from "../../../client/src/tree/containerInstanceNode.ts";
import { FamilyNode } from "../../../client/src/tree/familyNode.ts";
import type { TreeNode } from "../../../client/src/tree/node.ts";
import { RevisionNode } from "../../../client/src/tree/revisionNode.ts";
import { TaskNode } from "../../../client/src/tree/taskNode.ts";
import type { Simulator } from "../../../simulator/src/simulator.ts";
import { isReading } from "../../support/awsOperations.ts";
import { commandContext } from "../../support/commandContext.ts";
import { permitFor } from "../../support/permitFor.ts";
import { plainShop } from "../../support/plainShop.ts";
import { ScriptedUi, type Answer } from "../../support/scriptedUi.ts";
import { secondAccount, type SecondAccount } from "../../support/secondAccount.ts";
import { simulatedAccount, type SimulatedAccount } from "../../support/simulatedAccount.ts";
import { until } from "../../support/until.ts";

const clusterArn = (name: string, account = "123456789012"): string =>
  `arn:aws:ecs:eu-west-1:${account}:cluster/${name}`;
const short = (node: TreeNode): string => (node.name ?? "").slice(0, 8);

const shop = {
  ...plainShop,
  clusters: (plainShop.clusters ?? []).map((cluster) => ({ ...cluster, instances: [{}, {}] })),
};

describe("A selection of several rows", () => {
  let account: SimulatedAccount;
  let second: SecondAccount;
  let session: SecondAccount["session"];
  beforeEach(async () => {
    account = await simulatedAccount({ scenario: shop, clock: "step" });
    session = await account.sessions.open(account.connection.target);
    second = await secondAccount(account, shop);
    account.simulator.clock.advance(60);
    second.simulator.clock.advance(60);
  });
  afterEach(async () => {
    await second.close();
    await account.close();
  });

  const tasksOf = async (
    cluster: string,
    count: number,
    { session: of = session, account: id = "123456789012" } = {},
  ): Promise<readonly TaskNode[]> => {
    const arn = clusterArn(cluster, id);
    const tasks = await of.connection.ecs.tasks(arn, {});
    return tasks.slice(0, count).map((task) => new TaskNode(of, task));
  };
  const start = (
    command: Command<never>,
    nodes: readonly TreeNode[],
    ...answers: readonly Answer[]
  ): { readonly ui: ScriptedUi; readonly doing: Promise<void> } => {
    const ui = new ScriptedUi(...answers);
    const doing = (command as Command).run(commandContext(account, ui), nodes[0], nodes);
    return { ui, doing };
  };
  const run = async (...started: Parameters<typeof start>): Promise<ScriptedUi> => {
    const { ui, doing } = start(...started);
    await doing;
    return ui;
  };
  const written = ({ calls }: Simulator = account.simulator): readonly string[] =>
    calls
      .filter(({ operation }) => !isReading(operation))
      .map(({ operation, input }) => `${operation} ${JSON.stringify(input)}`);

  describe("of tasks", () => {
    it("is asked about by connection and cluster, with all names, and all of them are stopped", async () => {
      const live = await tasksOf("live", 2);
      const staging = await tasksOf("staging", 1);
      const other = await tasksOf("live", 1, { session: second.session, account: "210987654321" });
      const ui = await run(stopTask, [...live, ...staging, ...other], "test", true, true, true);
      const questions = ui.said.filter((line) => line.startsWith("confirm "));
      assert.equal(questions.length, 3);
      assert.match(
        questions[0]!,
        new RegExp(
          `^confirm Stop 2 tasks in live in account 123456789012, eu-west-1\\? Tasks: ${live.map(short).join(", ")}\\.\n`,
        ),
      );
      assert.match(
        questions[1]!,
        new RegExp(
          `^confirm Stop task ${short(staging[0]!)} in staging in account 123456789012, eu-west-1\\?`,
        ),
      );
      assert.match(
        questions[2]!,
        new RegExp(`^confirm Stop task ${short(other[0]!)} in live in account 210987654321, eu-west-1\\?`),
      );
      const stopped = (node: TaskNode): string =>
        `StopTask ${JSON.stringify({ task: node.arn, cluster: node.task.clusterArn, reason: "test" })}`;
      assert.deepEqual(written(), [...live, ...staging].map(stopped));
      assert.deepEqual(written(second.simulator), other.map(stopped));
    });

    it("is refused before anything is asked when one of them is where nothing may be written", async () => {
      const nodes = [
        ...(await tasksOf("live", 2)),
        ...(await tasksOf("live", 1, { session: second.session, account: "210987654321" })),
      ];
      for (const readOnly of ["second", "210987654321"]) {
        account.protection = { readOnly: [readOnly], protected: [] };
        const { ui, doing } = start(stopTask, nodes);
        await assert.rejects(doing, {
          name: "ReadOnlyError",
          message: `nothing is written to live / ${short(nodes[2]!)} in account 210987654321, eu-west-1, by “${readOnly}” in the setting taskwright.readOnly.`,
        });
        assert.deepEqual(ui.said, []);
      }
      assert.deepEqual([...written(), ...written(second.simulator)], []);
    });

    it("is refused before anything is asked also for the name of a service in the middle", async () => {
      account.protection = { readOnly: ["service:payments"], protected: [] };
      const nodes = await tasksOf("live", 9);
      assert.ok(nodes[0]!.task.group !== "service:payments");
      await assert.rejects(start(stopTask, nodes).doing, { name: "ReadOnlyError" });
      assert.deepEqual(written(), []);
    });

    it("ends with the first question that is declined, and says what was not done", async () => {
      const nodes = [...(await tasksOf("live", 1)), ...(await tasksOf("staging", 2))];
      const ui = await run(stopTask, nodes, "test", true, false);
      assert.equal(written().length, 1);
      assert.equal(
        ui.said.at(-1),
        "info Not done: Stop 2 tasks in staging in account 123456789012, eu-west-1.",
      );
    });

    it("ends at Cancel before the next one, and says which were stopped and which were not", async () => {
      const nodes = await tasksOf("live", 3);
      account.proxy.held.add("StopTask");
      const { ui, doing } = start(stopTask, nodes, "test", true);
      await until("the first call", () => account.proxy.waiting.length === 1);
      ui.cancel.abort();
      account.proxy.release();
      await doing;
      assert.equal(written().length, 1);
      assert.equal(
        ui.said.at(-1),
        `info 1 task was stopped: ${short(nodes[0]!)}. Left alone: ${nodes.slice(1).map(short).join(", ")}.`,
      );
    });

    it("goes on after one that is gone, and says so", async () => {
      const nodes = await tasksOf("live", 3);
      account.proxy.faults.set("StopTask", {
        error: "InvalidParameterException",
        message: "The referenced task was not found.",
        times: 1,
      });
      const ui = await run(stopTask, nodes, "test", true);
      assert.equal(written().length, 2);
      assert.equal(
        ui.said.at(-1),
        `warn 2 tasks were stopped: ${nodes.slice(1).map(short).join(", ")}. Failed: ${short(nodes[0]!)}: The referenced task was not found.`,
      );
    });

    it("ends where AWS refuses to do any, and says so", async () => {
      const nodes = await tasksOf("live", 3);
      account.proxy.faults.set("StopTask", { error: "AccessDeniedException", message: "You may not" });
      const ui = await run(stopTask, nodes, "test", true);
      assert.deepEqual(written(), []);
      assert.equal(
        ui.said.at(-1),
        `warn Nothing was stopped. Failed: ${short(nodes[0]!)}: You may not. Left alone: ${nodes.slice(1).map(short).join(", ")}.`,
      );
    });

    it("has each task once, and none that has stopped", async () => {
      const [one, other] = await tasksOf("live", 2);
      const gone = new TaskNode(session, { ...other!.task, lastStatus: "STOPPED" });
      const ui = await run(stopTask, [one!, gone, new TaskNode(session, one!.task)], "test", true);
      assert.equal(written().length, 1);
      assert.match(ui.said[1]!, new RegExp(`^confirm Stop task ${short(one!)} in live`));
    });

    it("says of each service that it starts new ones, and how many nothing starts again", async () => {
      const nodes = await tasksOf("live", 20);
      const ui = await run(stopTask, nodes, "test", false);
      for (const service of ["orders", "checkout", "payments", "worker"])
        assert.ok(ui.said[1]!.includes(`The service ${service} starts new tasks in their place.`));
      assert.match(ui.said[1]!, /\n1 task of no service is not started again\.\n/);
    });
  });

  it("of instances of several clusters is asked about by cluster, and all are drained", async () => {
    const instances = async (name: string): Promise<readonly ContainerInstanceNode[]> =>
      (await account.connection.capacity.containerInstances(clusterArn(name))).map(
        (instance) => new ContainerInstanceNode(account.connection, clusterArn(name), instance),
      );
    const [live, staging] = [await instances("live"), await instances("staging")];
    const ui = await run(drainInstances, [...live, ...staging], true, true);
    const questions = ui.said.filter((line) => line.startsWith("confirm "));
    for (const [index, nodes] of [live, staging].entries())
      for (const { name } of nodes) assert.ok(questions[index]!.includes(name));
    assert.deepEqual(
      written().map((line) => /container-instance\/[^"]+/.exec(line)?.[0]),
      [...live, ...staging].map(({ arn }) => arn.slice(arn.indexOf("container-instance/"))),
    );
  });

  describe("of revisions", () => {
    const revision = (name: string, of = session, id = "123456789012"): RevisionNode =>
      new RevisionNode(of, `arn:aws:ecs:eu-west-1:${id}:task-definition/${name}`, "active");
    const unused = async (): Promise<void> => {
      const permit = await permitFor(account, familyResource("orders"), familyResource("fresh"));
      for (const family of ["orders", "orders", "fresh"])
        await permit.registerTaskDefinition({
          family,
          containerDefinitions: [{ name: "app", image: "x", memory: 64 }],
        });
      account.simulator.resetCalls();
    };

    it("has those of all families, and says which are left alone and why", async () => {
      await unused();
      const nodes = ["orders:3", "fresh:1", "orders:2", "report:7"].map((name) => revision(name));
      const ui = await run(deregister, nodes, true);
      assert.deepEqual(ui.said.slice(1), [
        "confirm Deregister 2 revisions in account 123456789012, eu-west-1? They can no longer be deployed or run, but still be looked at. Schedules of EventBridge are not looked through: one that runs such a revision would fail.\norders:3, fresh:1\nreport:7 is not active any more and left alone.\norders:2 is in use and left alone. [Deregister]",
        "progress Deregistering 2 revisions",
        "info 2 revisions were deregistered.",
      ]);
      assert.deepEqual(
        written().map((line) => /task-definition\/[^"]+/.exec(line)?.[0]),
        ["task-definition/orders:3", "task-definition/fresh:1"],
      );
    });

    it("is asked about for each account, as families of one name are others there", async () => {
      await unused();
      const other = new ECSClient({
        region: "eu-west-1",
        endpoint: second.simulator.endpoint,
        credentials: { accessKeyId: "AKIAOTHER", secretAccessKey: "simulated" },
      });
      const containerDefinitions = [{ name: "app", image: "y", memory: 64 }];
      await other.send(new RegisterTaskDefinitionCommand({ family: "fresh", containerDefinitions }));
      second.simulator.resetCalls();
      const nodes = [revision("fresh:1"), revision("fresh:1", second.session, "210987654321")];
      const ui = await run(deregister, nodes, true, false);
      assert.deepEqual(
        ui.said.filter((line) => line.startsWith("confirm ")).map((line) => line.split("?")[0]),
        ["123456789012", "210987654321"].map(
          (id) => `confirm Deregister fresh:1 in account ${id}, eu-west-1`,
        ),
      );
      assert.equal(ui.said.at(-1), "info Not done: Deregister fresh:1 in account 210987654321, eu-west-1.");
      assert.equal(written().length, 1);
      assert.deepEqual(written(second.simulator), []);
    });

    it("ends at Cancel before the next one, and says how far it came", async () => {
      await unused();
      account.proxy.held.add("DeregisterTaskDefinition");
      const { ui, doing } = start(deregister, [revision("orders:3"), revision("orders:4")], true);
      await until("the first call", () => account.proxy.waiting.length === 1);
      ui.cancel.abort();
      account.proxy.release();
      await doing;
      assert.equal(written().length, 1);
      assert.equal(ui.said.at(-1), "info 1 revision was deregistered: orders:3. Left alone: orders:4.");
    });

    it("has no Cancel for a single one, which cannot be called back", async () => {
      await unused();
      const ui = await run(deregister, [revision("orders:3")], true);
      assert.equal(ui.said.at(-1), "busy Deregistering orders:3");
    });

    it("writes nothing when Cancel is pressed while it looks for what is in use", async () => {
      await unused();
      account.proxy.held.add("ListServices");
      const { ui, doing } = start(deregister, [revision("orders:3"), revision("orders:4")]);
      await until("the look", () => account.proxy.waiting.length > 0);
      ui.cancel.abort();
      await doing;
      account.proxy.release();
      assert.deepEqual(ui.said, ["progress Looking for what is in use"]);
      assert.deepEqual(written(), []);
    });

    it("of whole families asks for each which ones", async () => {
      await unused();
      const nodes = [new FamilyNode(session, "orders"), new FamilyNode(session, "fresh")];
      const ui = await run(deregister, nodes, "Keep the newest 3", "fresh:1", true);
      assert.deepEqual(ui.said.slice(0, 2), [
        "pick Deregister revisions of orders",
        "pick several Deregister revisions of fresh, newest first",
      ]);
      assert.deepEqual(
        written().map((line) => /task-definition\/[^"]+/.exec(line)?.[0]),
        ["task-definition/fresh:1"],
      );
    });

    it("is deleted only after the name that they have in common was typed, or else their number", async () => {
      await unused();
      const nodes = ["orders:3", "orders:4", "fresh:1"].map((name) => revision(name));
      await run(deregister, nodes, true);
      account.simulator.resetCalls();
      await run(deleteRevisions, nodes, true, "orders");
      assert.deepEqual(written(), []);
      await run(deleteRevisions, nodes, true, "3 revisions");
      assert.equal(written().length, 1);
    });
  });
});
