import assert from "node:assert/strict";
import {
  familyResource,
  newTaskResource,
  revisionResource,
  serviceResource,
} from "../../../client/src/model/resource.ts";
import { permitFor } from "../../support/permitFor.ts";
import { createCluster, deleteCluster } from "../../../client/src/commands/clusters/clusters.ts";
import type { Command } from "../../../client/src/commands/command.ts";
import { activateInstances, drainInstances } from "../../../client/src/commands/containerInstances/drain.ts";
import { describe as describeNode } from "../../../client/src/commands/describe.ts";
import { editTags } from "../../../client/src/commands/editTags.ts";
import { deleteRevisions, deregister } from "../../../client/src/commands/revisions/removeRevisions.ts";
import { useAsNewFile } from "../../../client/src/commands/revisions/useAsNewFile.ts";
import { deleteService } from "../../../client/src/commands/services/deleteService.ts";
import { forceDeployment } from "../../../client/src/commands/services/forceDeployment.ts";
import { compare } from "../../../client/src/commands/deploying/compare.ts";
import { deployRevision } from "../../../client/src/commands/deploying/deployRevision.ts";
import { stopDeployment } from "../../../client/src/commands/deploying/stopDeployment.ts";
import { scale } from "../../../client/src/commands/services/scale.ts";
import { scalingBounds } from "../../../client/src/commands/services/scalingBounds.ts";
import { suspendScaling } from "../../../client/src/commands/services/suspendScaling.ts";
import { toggleExec } from "../../../client/src/commands/services/toggleExec.ts";
import { protectTask } from "../../../client/src/commands/tasks/protectTask.ts";
import { runAgain, runTask } from "../../../client/src/commands/tasks/runTask.ts";
import { resumeRuns } from "../../../client/src/commands/tasks/waitForTask.ts";
import { stopTask } from "../../../client/src/commands/tasks/stopTask.ts";
import { shellWords } from "../../../client/src/model/shellWords.ts";
import type { TreeNode } from "../../../client/src/tree/node.ts";
import { ContainerInstanceNode } from "../../../client/src/tree/containerInstanceNode.ts";
import { RevisionNode } from "../../../client/src/tree/revisionNode.ts";
import { FamilyNode } from "../../../client/src/tree/familyNode.ts";
import { ServiceNode } from "../../../client/src/tree/serviceNode.ts";
import { TaskNode } from "../../../client/src/tree/taskNode.ts";
import { ClustersNode } from "../../../client/src/tree/clustersNode.ts";
import { ClusterNode } from "../../../client/src/tree/clusterNode.ts";
import { isReading } from "../../support/awsOperations.ts";
import { commandContext } from "../../support/commandContext.ts";
import { plainShop } from "../../support/plainShop.ts";
import { ScriptedUi, type Answer } from "../../support/scriptedUi.ts";
import { memoryStorage, simulatedAccount, type SimulatedAccount } from "../../support/simulatedAccount.ts";
import { until } from "../../support/until.ts";

const cluster = "arn:aws:ecs:eu-west-1:123456789012:cluster/live";
const arnOf = (kind: string, name: string): string => `arn:aws:ecs:eu-west-1:123456789012:${kind}/${name}`;

describe("Operating", () => {
  let account: SimulatedAccount;
  let session: Awaited<ReturnType<SimulatedAccount["sessions"]["open"]>>;
  beforeEach(async () => {
    account = await simulatedAccount({ scenario: plainShop, clock: "fast:500" });
    session = await account.sessions.open(account.connection.target);
  });
  afterEach(() => account.close());

  const run = async (
    command: Command<never>,
    nodes: TreeNode | readonly TreeNode[],
    ...answers: Answer[]
  ): Promise<ScriptedUi> => {
    const ui = new ScriptedUi(...answers);
    const list = Array.isArray(nodes) ? (nodes as readonly TreeNode[]) : [nodes as TreeNode];
    await (command as Command).run(commandContext(account, ui), list[0], list);
    return ui;
  };
  const written = (): readonly (readonly [string, Readonly<Record<string, unknown>>])[] =>
    account.simulator.calls
      .filter(({ operation }) => !isReading(operation))
      .map(({ operation, input }) => [operation, input]);
  const service = async (name = "orders"): Promise<ServiceNode> => {
    await session.services(cluster).describe([arnOf("service/live", name)], new AbortController().signal);
    return new ServiceNode(session, cluster, arnOf("service/live", name));
  };
  const task = async (serviceName = "orders"): Promise<TaskNode> => {
    const [found] = await account.connection.ecs.tasks(cluster, { serviceName });
    return new TaskNode(session, found!);
  };
  const revision = (name: string): RevisionNode =>
    new RevisionNode(session, arnOf("task-definition", name), "active");

  it("scales a service, naming the counts of before and after", async () => {
    const ui = await run(scale, await service(), "5", true);
    assert.deepEqual(ui.said, [
      "input Scale live / orders: Desired count",
      "confirm Scale live / orders from 3 to 5 tasks in account 123456789012, eu-west-1? Now 3 running. [Scale]",
      "info live / orders is being scaled to 5 tasks.",
    ]);
    assert.deepEqual(written(), [["UpdateService", { cluster, service: "orders", desiredCount: 5 }]]);
  });

  it("forces a new deployment and follows it", async () => {
    const ui = await run(forceDeployment, await service(), true);
    assert.deepEqual(written(), [
      ["UpdateService", { cluster, service: "orders", forceNewDeployment: true }],
    ]);
    assert.match(ui.said.at(-1)!, /^info live \/ orders: orders:2 is live, 3 of 3 running/);
  });

  it("turns ECS Exec on without a deployment, unless one is asked for", async () => {
    const ui = await run(toggleExec, await service(), "For tasks that start from now on", true);
    assert.deepEqual(written(), [
      ["UpdateService", { cluster, service: "orders", enableExecuteCommand: true }],
    ]);
    assert.equal(ui.said.at(-1), "info ECS Exec is on for new tasks of live / orders.");
  });

  it("deletes a service only when its name was typed", async () => {
    await run(deleteService, await service("worker"), true, "workers");
    assert.deepEqual(written(), []);
    await run(deleteService, await service("worker"), true, "worker");
    assert.deepEqual(written(), [["DeleteService", { cluster, service: "worker", force: true }]]);
  });

  it("stops several tasks with one reason", async () => {
    const tasks = (await account.connection.ecs.tasks(cluster, { serviceName: "orders" })).map(
      (each) => new TaskNode(session, each),
    );
    const ui = await run(stopTask, tasks.slice(0, 2), "leaks memory", true);
    assert.match(
      ui.said[1]!,
      /^confirm Stop 2 tasks in live in account .*The service orders starts new tasks in their place\.\nReason: leaks memory/s,
    );
    assert.deepEqual(
      written().map(([operation, { reason }]) => [operation, reason]),
      [
        ["StopTask", "leaks memory"],
        ["StopTask", "leaks memory"],
      ],
    );
  });

  it("protects a task for a while", async () => {
    const ui = await run(protectTask, await task(), "For 2 hours", true);
    assert.match(
      ui.said[1]!,
      /^confirm Protect task [0-9a-f]{8} in live in account 123456789012, eu-west-1\? Deployments and scaling wait for it\. \[Protect\]$/,
    );
    assert.deepEqual(
      written().map(([operation, { expiresInMinutes }]) => [operation, expiresInMinutes]),
      [["UpdateTaskProtection", 120]],
    );
  });

  describe("tags", () => {
    const tags = async (node: TreeNode): Promise<readonly string[]> =>
      (await account.connection.ecs.tags(node.arn!)).map(({ key, value }) => `${key}=${value}`);

    it("are added, changed and removed one by one", async () => {
      const node = await service();
      const ui = await run(editTags, node, "Add a Tag…", "team", "shop", true);
      assert.deepEqual(ui.said, [
        "pick Tags of orders",
        "input Add a tag: Key",
        "input Tag team: Value, which may be empty",
        "confirm Change the tags of live / orders in account 123456789012, eu-west-1? tags › team: added shop. [Change]",
        "info The tags of orders were changed.",
      ]);
      await run(editTags, node, "Add a Tag…", "tier", "", true);
      assert.deepEqual(await tags(node), ["team=shop", "tier="]);
      await run(editTags, node, "team", "Change the Value…", "pay", true);
      const last = await run(editTags, node, "tier", "Remove", true);
      assert.match(last.said.at(-2)!, /\? tags › tier: removed, was \(empty\)\. \[Change\]$/);
      assert.deepEqual(await tags(node), ["team=pay"]);
      assert.deepEqual(
        written().map(([operation]) => operation),
        ["TagResource", "TagResource", "TagResource", "UntagResource"],
      );
    });

    it("are kept on a revision too, and nothing is asked where nothing changes", async () => {
      const node = revision("orders:2");
      await run(editTags, node, "Add a Tag…", "team", "shop", true);
      assert.deepEqual(await tags(node), ["team=shop"]);
      assert.equal(
        (await run(editTags, node, "team", "Change the Value…", "shop")).said.at(-1),
        "input Tag team: Value, which may be empty",
      );
      assert.equal(written().length, 1);
    });

    it("of AWS are not for others", async () => {
      const ui = await run(editTags, await service(), "Add a Tag…", "aws:team");
      assert.equal(ui.said.at(-1), "refused Keys that begin with aws: are for AWS.");
    });
  });

  describe("with container instances", () => {
    const instances = async (): Promise<readonly ContainerInstanceNode[]> =>
      (await account.connection.capacity.containerInstances(cluster)).map(
        (instance) => new ContainerInstanceNode(account.connection, cluster, instance),
      );
    const statuses = async (): Promise<readonly (string | undefined)[]> =>
      (await instances()).map(({ instance }) => instance.status);
    beforeEach(async () => {
      await account.close();
      const [live] = plainShop.clusters ?? [];
      account = await simulatedAccount({
        scenario: { ...plainShop, clusters: [{ ...live!, instances: [{}, {}] }] },
        clock: "fast:500",
      });
    });

    it("drains the selected ones, and takes them back", async () => {
      const nodes = await instances();
      const ui = await run(drainInstances, nodes, true);
      const [one, two] = nodes.map(({ name }) => name);
      assert.deepEqual(ui.said, [
        `confirm Drain 2 container instances in live in account 123456789012, eu-west-1? Container instances: ${one}, ${two}.\nNo task runs there, and no new one is placed there. [Drain]`,
        "progress Draining 2 container instances in live",
        "info 2 container instances were set to drain.",
      ]);
      assert.deepEqual(
        written().map(([operation, { containerInstances }]) => [operation, containerInstances]),
        nodes.map(({ arn }) => ["UpdateContainerInstancesState", [arn]]),
      );
      assert.deepEqual(await statuses(), ["DRAINING", "DRAINING"]);
      const [first] = await instances();
      const back = await run(activateInstances, first!, true);
      assert.deepEqual(back.said, [
        `confirm Stop draining container instance ${first!.name} in live in account 123456789012, eu-west-1? New tasks may be placed there again. [Stop Draining]`,
        `busy Taking back container instance ${first!.name} in live`,
      ]);
      assert.deepEqual(await statuses(), ["ACTIVE", "DRAINING"]);
    });

    it("describes one as ECS gives it", async () => {
      const [first] = await instances();
      const { documents } = await run(describeNode, first!);
      assert.equal(documents[0]!.name, `container-instance/${first!.name}.json`);
      assert.equal(
        (JSON.parse(documents[0]!.text) as { containerInstanceArn: string }).containerInstanceArn,
        first!.arn,
      );
    });

    it("says what draining does to the tasks that run there", async () => {
      const [first] = await instances();
      const ui = await run(
        drainInstances,
        new ContainerInstanceNode(account.connection, cluster, { ...first!.instance, runningTasksCount: 3 }),
        false,
      );
      assert.match(
        ui.said[0]!,
        /\? Services replace their share of the 3 running tasks on other machines, within their minimum and maximum healthy percent\.\nTasks without a service keep running\. \[Drain\]$/,
      );
      assert.deepEqual(written(), []);
    });

    it("leaves alone those that drain already, and says why one that is gone cannot be drained", async () => {
      const [first] = await instances();
      assert.deepEqual(
        (
          await run(
            drainInstances,
            new ContainerInstanceNode(account.connection, cluster, {
              ...first!.instance,
              status: "DRAINING",
            }),
          )
        ).said,
        [],
      );
      const gone = new ContainerInstanceNode(account.connection, cluster, {
        containerInstanceArn: arnOf("container-instance", "live/none"),
        status: "ACTIVE",
      });
      await assert.rejects(run(drainInstances, gone, true), { message: "MISSING" });
    });
  });

  it("describes a revision with the status that it has by now", async () => {
    const row = revision("orders:1");
    const status = async (): Promise<unknown> =>
      ((await row.describe(new AbortController().signal)) as { readonly status?: string }).status;
    assert.equal(await status(), "ACTIVE");
    const permit = await permitFor(account, revisionResource(row.arn));
    await permit.deregisterTaskDefinition(row.arn);
    assert.equal(await status(), "INACTIVE");
    assert.ok(!("status" in (await account.connection.ecs.taskDefinition(row.arn))));
  });

  it("asks about a task without the secrets in its command", async () => {
    const ui = await run(
      runTask,
      await service("checkout"),
      "Command of app…",
      "bin/migrate --password hunter2 postgres://shop:hunter2@db/shop",
      "Run",
      false,
    );
    assert.match(ui.said.at(-1)!, /app runs bin\/migrate --password •••••• /);
    assert.ok(!ui.said.slice(3).join().includes("hunter2"), ui.said.join("\n"));
  });

  it("runs a task in the service's network with a command, a variable and a size of its own, waits for it, and tells exit codes and the last line", async () => {
    const ui = await run(
      runTask,
      await service("checkout"),
      "Command of app…",
      "bin/migrate --to 'version 3'",
      "Environment of app…",
      "TOKEN=abc",
      "CPU and memory…",
      "512 1024",
      "Run",
      true,
    );
    const [, input] = written()[0]!;
    assert.deepEqual(input["overrides"], {
      containerOverrides: [
        {
          name: "app",
          command: ["bin/migrate", "--to", "version 3"],
          environment: [{ name: "TOKEN", value: "abc" }],
        },
      ],
      cpu: "512",
      memory: "1024",
    });
    assert.deepEqual(input["networkConfiguration"], {
      awsvpcConfiguration: {
        subnets: ["subnet-0a1b2c3d", "subnet-1a2b3c4d"],
        securityGroups: ["sg-0a1b2c3d"],
        assignPublicIp: "DISABLED",
      },
    });
    assert.ok(
      ui.said.includes(
        "confirm Run a task of checkout:1 in live in account 123456789012, eu-west-1? app runs bin/migrate --to version 3.\napp gets TOKEN.\nIt has 512 CPU units and 1024 MiB.\nSubnets: subnet-0a1b2c3d, subnet-1a2b3c4d. [Run]",
      ),
    );
    assert.match(
      ui.said.at(-1)!,
      /^error Task [0-9a-f]{8} of checkout:1 ended: app exited with 1\. Essential container in task exited\. Its last line: \S/,
    );
  });

  it("runs a revision in a network that the user types", async () => {
    await run(
      runTask,
      revision("checkout:1"),
      "staging",
      "Type them…",
      "subnet-1, subnet-2",
      "sg-1",
      "Run",
      undefined,
    );
    assert.deepEqual(written(), []);
    await run(
      runTask,
      revision("checkout:1"),
      "staging",
      "Type them…",
      "subnet-0a1b2c3d subnet-1a2b3c4d",
      "sg-0a1b2c3d",
      "Number of tasks…",
      "2",
      "Run",
      true,
    );
    const [, { count, launchType, networkConfiguration }] = written()[0]!;
    assert.deepEqual(
      { count, launchType, networkConfiguration },
      {
        count: 2,
        launchType: "FARGATE",
        networkConfiguration: {
          awsvpcConfiguration: {
            subnets: ["subnet-0a1b2c3d", "subnet-1a2b3c4d"],
            securityGroups: ["sg-0a1b2c3d"],
          },
        },
      },
    );
  });

  it("takes up the waiting for a task when the window was closed meanwhile", async () => {
    const permit = await permitFor(account, newTaskResource("live", "checkout"));
    const { networkConfiguration } = (
      await account.connection.ecs.describeServices(cluster, ["checkout"])
    )[0]!;
    const [started] = await permit.runTask({
      cluster,
      taskDefinition: "checkout:1",
      launchType: "FARGATE",
      networkConfiguration,
    });
    const memory = memoryStorage({
      runs: [
        { target: account.connection.target, cluster, task: started!.taskArn },
        {
          target: account.connection.target,
          cluster,
          task: arnOf("task/live", "ffffffffffffffffffffffffffffffff"),
        },
      ],
    });
    const ui = new ScriptedUi();
    await resumeRuns(commandContext(account, ui, { memory }));
    assert.ok(
      ui.said.includes(
        "info Task ffffffff, which was run from this window, ended more than an hour ago. Its logs may still be in CloudWatch.",
      ),
    );
    assert.match(ui.said.at(-1)!, /^error Task [0-9a-f]{8} of checkout:1 ended: app exited with 1\./);
    assert.deepEqual(memory.get("runs"), []);
  });

  it("is waited for again when the window opens, also where the credentials have expired by then", async () => {
    const [task] = await account.connection.ecs.tasks(cluster, { serviceName: "orders" });
    const memory = memoryStorage({
      runs: [{ target: account.connection.target, cluster, task: task!.taskArn }],
    });
    account.proxy.refusedKeys.add("AKIASIMULATED");
    const ui = new ScriptedUi(undefined);
    const controller = new AbortController();
    const context = commandContext(account, ui, { memory });
    ui.ended = controller.signal;
    const doing = resumeRuns(context);
    const asked = `warn simulated · eu-west-1: the session has expired. Sign in again. What was begun goes on in AWS, and is watched on when you have signed in.`;
    await until("the question", () => ui.said.includes(asked));
    account.proxy.refusedKeys.clear();
    await account.connections.renewFailing();
    await until("the waiting", () => ui.progressReports.includes("running"));
    controller.abort();
    await doing;
    assert.match(ui.said.at(-1)!, /^info No longer waiting for task [0-9a-f]{8}\. It goes on in AWS\.$/);
  });

  it("runs a task again with the same overrides", async () => {
    await run(runTask, await service("checkout"), "Command of app…", "bin/migrate", "Run", true);
    const [first] = written();
    const arns = await account.connection.ecs.taskArns(cluster, { desiredStatus: "STOPPED" });
    const stopped = await until("the task", async () =>
      (await account.connection.ecs.describeTasks(cluster, arns)).find(
        ({ overrides }) => overrides?.containerOverrides?.[0]?.command?.[0] === "bin/migrate",
      ),
    );
    account.simulator.resetCalls();
    await run(runAgain, new TaskNode(session, stopped), "As checkout does", true);
    const { overrides, networkConfiguration, taskDefinition } = written()[0]![1];
    assert.deepEqual(
      { overrides, networkConfiguration },
      { overrides: first![1]["overrides"], networkConfiguration: first![1]["networkConfiguration"] },
    );
    assert.equal(taskDefinition, arnOf("task-definition", "checkout:1"));
  });

  it("opens a revision as a new file that has nothing which registering refuses", async () => {
    const ui = await run(useAsNewFile, revision("orders:2"));
    const file = JSON.parse(ui.opened[0]!.text) as Record<string, unknown>;
    assert.equal(file["family"], "orders");
    for (const member of [
      "taskDefinitionArn",
      "revision",
      "status",
      "requiresAttributes",
      "compatibilities",
      "registeredAt",
      "registeredBy",
      "deregisteredAt",
      "deleteRequestedAt",
    ])
      assert.equal(member in file, false, member);
  });

  it("never deregisters a revision in use, and deletes only inactive ones, by name", async () => {
    const family = new FamilyNode(session, "orders");
    const refused = await run(deregister, family, "orders:2");
    assert.equal(refused.said.at(-1), "warn orders:2 is in use and left alone.");
    assert.deepEqual(written(), []);
    await run(deleteRevisions, revision("orders:1"));
    assert.deepEqual(written(), []);

    const permit = await permitFor(account, familyResource("orders"));
    await permit.registerTaskDefinition({
      family: "orders",
      containerDefinitions: [{ name: "app", image: "orders:9", memory: 64 }],
    });
    account.simulator.resetCalls();
    await run(deregister, revision("orders:3"), true);
    assert.deepEqual(written(), [
      ["DeregisterTaskDefinition", { taskDefinition: arnOf("task-definition", "orders:3") }],
    ]);
    account.simulator.resetCalls();
    await run(deleteRevisions, revision("orders:3"), true, "orders");
    assert.deepEqual(written(), [
      ["DeleteTaskDefinitions", { taskDefinitions: [arnOf("task-definition", "orders:3")] }],
    ]);
  });

  it("deregisters all but the newest revisions, and none in use", async () => {
    const permit = await permitFor(account, familyResource("orders"));
    for (const tag of ["1", "2", "3", "4"])
      await permit.registerTaskDefinition({
        family: "orders",
        containerDefinitions: [{ name: "app", image: `orders:${tag}`, memory: 64 }],
      });
    account.simulator.resetCalls();
    const ui = await run(deregister, new FamilyNode(session, "orders"), "Keep the newest 3", true);
    assert.deepEqual(ui.offered, ["Choose revisions…", "Keep the newest 3", "Keep the newest 5"]);
    assert.match(
      ui.said.at(-2)!,
      /^confirm Deregister orders:3 in account 123456789012, eu-west-1\? .*\norders:2, orders:1 are in use and left alone\. \[Deregister\]$/,
    );
    assert.deepEqual(written(), [
      ["DeregisterTaskDefinition", { taskDefinition: arnOf("task-definition", "orders:3") }],
    ]);
  });

  it("changes the bounds of auto scaling, and suspends and resumes it", async () => {
    const permit = await permitFor(account, serviceResource("live", "orders"));
    await permit.registerScalableTarget({
      ServiceNamespace: "ecs",
      ResourceId: "service/live/orders",
      ScalableDimension: "ecs:service:DesiredCount",
      MinCapacity: 2,
      MaxCapacity: 6,
    });
    account.simulator.resetCalls();
    const target = {
      ServiceNamespace: "ecs",
      ResourceId: "service/live/orders",
      ScalableDimension: "ecs:service:DesiredCount",
    };
    const bounds = await run(scalingBounds, await service(), "3", "8", true);
    assert.equal(
      bounds.said.at(-1),
      "confirm Keep live / orders from 3 to 8 tasks in account 123456789012, eu-west-1? Now from 2 to 6. [Change]",
    );
    const suspended = await run(suspendScaling, await service(), "Suspend", true);
    assert.equal(
      suspended.said.at(-1),
      "confirm Suspend auto scaling of live / orders in account 123456789012, eu-west-1? Its bounds stay from 3 to 8. [Suspend]",
    );
    await run(suspendScaling, await service(), "Resume", true);
    const state = (isSuspended: boolean): object => ({
      DynamicScalingInSuspended: isSuspended,
      DynamicScalingOutSuspended: isSuspended,
      ScheduledScalingSuspended: isSuspended,
    });
    assert.deepEqual(written(), [
      ["RegisterScalableTarget", { ...target, MinCapacity: 3, MaxCapacity: 8 }],
      ["RegisterScalableTarget", { ...target, SuspendedState: state(true) }],
      ["RegisterScalableTarget", { ...target, SuspendedState: state(false) }],
    ]);
    const none = await run(suspendScaling, await service("worker"));
    assert.deepEqual(none.said, ["info live / worker is not scaled automatically."]);
  });

  it("deploys an existing revision after a look at the difference", async () => {
    const ui = await run(deployRevision, await service(), "orders:1", true);
    assert.deepEqual(ui.offered, ["orders:2", "orders:1"]);
    assert.equal(ui.diffs[0]!.title, "live / orders: orders:2 ↔ orders:1");
    assert.ok(
      ui.said.some((line) =>
        line.startsWith(
          "confirm Deploy orders:1 to live / orders in account 123456789012, eu-west-1? Image of app: 1.4.2 → 1.4.1.",
        ),
      ),
    );
    assert.deepEqual(written(), [
      ["UpdateService", { cluster, service: "orders", taskDefinition: arnOf("task-definition", "orders:1") }],
    ]);
    assert.match(ui.said.at(-1)!, /^info live \/ orders: orders:1 is live, 3 of 3 running/);
  });

  it("deploys a revision of the tree where its row is, and not twice", async () => {
    const ui = await run(deployRevision, revision("orders:2"), "live", "orders");
    assert.equal(
      ui.said.at(-1),
      "info live / orders runs orders:2 already. To replace its tasks, force a new deployment.",
    );
    assert.deepEqual(written(), []);
  });

  it("compares two revisions, the older one left", async () => {
    const two = await run(compare, [revision("orders:2"), revision("orders:1")]);
    assert.equal(two.diffs[0]!.title, "orders:1 ↔ orders:2");
    assert.match(two.diffs[0]!.left, /shop\/orders:1\.4\.1/);
    assert.match(two.diffs[0]!.right, /shop\/orders:1\.4\.2/);
    const one = await run(compare, revision("orders:1"), "orders:2");
    assert.equal(one.diffs[0]!.title, "orders:1 ↔ orders:2");
  });

  it("says that a service is gone which was deleted meanwhile, and writes nothing", async () => {
    const node = await service("worker");
    const permit = await permitFor(account, serviceResource("live", "worker"));
    await permit.deleteService(cluster, "worker", true);
    await until(
      "the deletion",
      async () =>
        (await account.connection.ecs.describeServices(cluster, ["worker"]))[0]?.status === "INACTIVE",
    );
    account.simulator.resetCalls();
    for (const command of [scale, forceDeployment, toggleExec, deleteService, runTask])
      await assert.rejects(run(command, node), { message: "there is no service worker in live." });
    assert.deepEqual(written(), []);
  });

  it("waits on for a task while AWS throttles, and tells its end", async () => {
    account.simulator.setTrouble([{ operations: ["DescribeTasks"], error: "throttling", share: 0.7 }]);
    const ui = await run(runTask, await service("checkout"), "Run", true);
    assert.match(ui.said.at(-1)!, /^error Task [0-9a-f]{8} of checkout:1 ended: app exited with 1\./);
  });

  for (const [error, words] of [
    ["accessDenied", /not authorized/],
    ["expiredToken", /expired/],
  ] as const)
    it(`changes nothing on ${error}, and the record has the failed write`, async () => {
      account.simulator.setTrouble([{ operations: ["StopTask"], error }]);
      await assert.rejects(run(stopTask, await task(), "leaks memory", true), words);
      assert.deepEqual(
        account.audited.map(({ operation, error: failure }) => [operation, failure instanceof Error]),
        [["StopTask", true]],
      );
    });

  it("creates a cluster in the connection of the row, whichever is the current one", async () => {
    const elsewhere = await account.sessions.open({ profile: "simulated", region: "us-east-1" });
    const ui = await run(createCluster, new ClustersNode(elsewhere), "trial", false);
    assert.equal(
      ui.said.at(-1),
      "confirm Create the cluster trial in account 123456789012, us-east-1? An empty cluster costs nothing. [Create]",
    );
  });

  it("creates a cluster, and deletes one only when it is empty", async () => {
    await run(createCluster, [], "trial", true);
    assert.deepEqual(
      written().map(([operation]) => operation),
      ["CreateCluster"],
    );
    const clusters = await account.connection.ecs.clusters();
    const node = (name: string): ClusterNode =>
      new ClusterNode(session, clusters.find(({ clusterName }) => clusterName === name)!);
    account.simulator.resetCalls();
    const full = await run(deleteCluster, node("live"));
    assert.match(full.said[0]!, /^warn live is not empty: 4 services, \d+ tasks\. Delete these first\.$/);
    await run(deleteCluster, node("trial"), true, "trial");
    assert.deepEqual(
      written().map(([operation]) => operation),
      ["DeleteCluster"],
    );
  });
});

describe("A command line", () => {
  it("is split as a shell would, without expanding anything", () => {
    assert.deepEqual(shellWords(`sh -c "echo \\"hi\\" $HOME" 'a b'c `), [
      "sh",
      "-c",
      `echo "hi" $HOME`,
      "a bc",
    ]);
    assert.deepEqual(shellWords("  "), []);
    assert.deepEqual(shellWords(`a "" 'b c`), ["a", "", "b c"]);
  });
});

describe("Stopping a deployment", () => {
  let account: SimulatedAccount;
  beforeEach(async () => (account = await simulatedAccount({ scenario: plainShop, clock: "step" })));
  afterEach(() => account.close());

  const stop = async (...answers: Answer[]): Promise<ScriptedUi> => {
    const session = await account.sessions.open(account.connection.target);
    await session
      .services(cluster)
      .describe([arnOf("service/live", "payments")], new AbortController().signal);
    const ui = new ScriptedUi(...answers);
    await stopDeployment.run(
      commandContext(account, ui),
      new ServiceNode(session, cluster, arnOf("service/live", "payments")),
      [],
    );
    return ui;
  };
  const stops = (): readonly unknown[] =>
    account.simulator.calls
      .filter(({ operation }) => operation === "StopServiceDeployment")
      .map(({ input }) => input["stopType"]);

  it("aborts it where it is: nothing is rolled back", async () => {
    const ui = await stop("Abort", true);
    assert.deepEqual(ui.said, [
      "pick Stop the deployment of payments:2",
      "confirm Abort the deployment of payments:2 to live / payments in account 123456789012, eu-west-1? Nothing is rolled back: tasks of both revisions keep running. [Abort]",
      "info The deployment of live / payments was aborted.",
    ]);
    assert.deepEqual(stops(), ["ABORT"]);
  });

  it("rolls it back when the user says so, and does nothing when they decline", async () => {
    await stop("Roll back", false);
    assert.deepEqual(stops(), []);
    const ui = await stop("Roll back", true);
    assert.equal(ui.said.at(-1), "info live / payments is being rolled back.");
    assert.deepEqual(stops(), ["ROLLBACK"]);
  });
});
