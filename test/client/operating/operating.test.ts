import assert from "node:assert/strict";
import { createCluster, deleteCluster } from "../../../client/src/commands/clusters/clusters.ts";
import type { Command } from "../../../client/src/commands/command.ts";
import { deleteRevisions, deregister } from "../../../client/src/commands/revisions/removeRevisions.ts";
import { useAsNewFile } from "../../../client/src/commands/revisions/useAsNewFile.ts";
import { deleteService } from "../../../client/src/commands/services/deleteService.ts";
import { forceDeployment } from "../../../client/src/commands/services/forceDeployment.ts";
import { scale } from "../../../client/src/commands/services/scale.ts";
import { toggleExec } from "../../../client/src/commands/services/toggleExec.ts";
import { protectTask } from "../../../client/src/commands/tasks/protectTask.ts";
import { runAgain, runTask } from "../../../client/src/commands/tasks/runTask.ts";
import { stopTask } from "../../../client/src/commands/tasks/stopTask.ts";
import { shellWords } from "../../../client/src/model/shellWords.ts";
import type { TreeNode } from "../../../client/src/tree/node.ts";
import { RevisionNode } from "../../../client/src/tree/revisionNode.ts";
import { FamilyNode } from "../../../client/src/tree/familyNode.ts";
import { ServiceNode } from "../../../client/src/tree/serviceNode.ts";
import { TaskNode } from "../../../client/src/tree/taskNode.ts";
import { ClusterNode } from "../../../client/src/tree/clusterNode.ts";
import { isReading } from "../../support/awsOperations.ts";
import { commandContext } from "../../support/commandContext.ts";
import { plainShop } from "../../support/plainShop.ts";
import { ScriptedUi, type Answer } from "../../support/scriptedUi.ts";
import { simulatedAccount, type SimulatedAccount } from "../../support/simulatedAccount.ts";
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

  const run = async (command: Command<never>, nodes: TreeNode | readonly TreeNode[], ...answers: Answer[]): Promise<ScriptedUi> => {
    const ui = new ScriptedUi(...answers);
    const list = Array.isArray(nodes) ? (nodes as readonly TreeNode[]) : [nodes as TreeNode];
    await (command as Command).run(commandContext(account, ui), list[0], list);
    return ui;
  };
  const written = (): readonly (readonly [string, Readonly<Record<string, unknown>>])[] => account.simulator.calls.filter(({ operation }) => !isReading(operation)).map(({ operation, input }) => [operation, input]);
  const service = async (name = "orders"): Promise<ServiceNode> => {
    await session.services(cluster).describe([arnOf("service/live", name)], new AbortController().signal);
    return new ServiceNode(session, cluster, arnOf("service/live", name));
  };
  const task = async (serviceName = "orders"): Promise<TaskNode> => {
    const [found] = await account.connection.ecs.tasks(cluster, { serviceName });
    return new TaskNode(session, found!);
  };
  const revision = (name: string): RevisionNode => new RevisionNode(session, arnOf("task-definition", name), "active");

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
    assert.deepEqual(written(), [["UpdateService", { cluster, service: "orders", forceNewDeployment: true }]]);
    assert.match(ui.said.at(-1)!, /^info live \/ orders: orders:2 is live, 3 of 3 running/);
  });

  it("turns ECS Exec on without a deployment, unless one is asked for", async () => {
    const ui = await run(toggleExec, await service(), "For tasks that start from now on", true);
    assert.deepEqual(written(), [["UpdateService", { cluster, service: "orders", enableExecuteCommand: true }]]);
    assert.equal(ui.said.at(-1), "info ECS Exec is on for new tasks of live / orders.");
  });

  it("deletes a service only when its name was typed", async () => {
    await run(deleteService, await service("worker"), true, "workers");
    assert.deepEqual(written(), []);
    await run(deleteService, await service("worker"), true, "worker");
    assert.deepEqual(written(), [["DeleteService", { cluster, service: "worker", force: true }]]);
  });

  it("stops several tasks with one reason", async () => {
    const tasks = (await account.connection.ecs.tasks(cluster, { serviceName: "orders" })).map((each) => new TaskNode(session, each));
    const ui = await run(stopTask, tasks.slice(0, 2), "leaks memory", true);
    assert.match(ui.said[1]!, /^confirm Stop 2 tasks in live in account .*The service orders starts new tasks in their place\.\nReason: leaks memory/s);
    assert.deepEqual(written().map(([operation, { reason }]) => [operation, reason]), [["StopTask", "leaks memory"], ["StopTask", "leaks memory"]]);
  });

  it("protects a task for a while", async () => {
    await run(protectTask, await task(), "For 2 hours");
    assert.deepEqual(written().map(([operation, { expiresInMinutes }]) => [operation, expiresInMinutes]), [["UpdateTaskProtection", 120]]);
  });

  it("runs a task in the service's network with a command of its own, waits for it, and tells exit codes", async () => {
    const ui = await run(runTask, await service("checkout"), "bin/migrate --to 'version 3'", true);
    const [, input] = written()[0]!;
    assert.deepEqual(input["overrides"], { containerOverrides: [{ name: "app", command: ["bin/migrate", "--to", "version 3"] }] });
    assert.deepEqual(input["networkConfiguration"], { awsvpcConfiguration: { subnets: ["subnet-0a1b2c3d", "subnet-1a2b3c4d"], securityGroups: ["sg-0a1b2c3d"], assignPublicIp: "DISABLED" } });
    assert.match(ui.said.at(-1)!, /^error Task [0-9a-f]{8} of checkout:1 ended: app exited with 1\. Essential container in task exited/);
  });

  it("runs a task again with the same overrides", async () => {
    await run(runTask, await service("checkout"), "bin/migrate", true);
    const [first] = written();
    const arns = await account.connection.ecs.taskArns(cluster, { desiredStatus: "STOPPED" });
    const stopped = await until("the task", async () => (await account.connection.ecs.describeTasks(cluster, arns)).find(({ overrides }) => overrides?.containerOverrides?.[0]?.command?.[0] === "bin/migrate"));
    account.simulator.resetCalls();
    await run(runAgain, new TaskNode(session, stopped), "checkout", true);
    const { overrides, networkConfiguration, taskDefinition } = written()[0]![1];
    assert.deepEqual({ overrides, networkConfiguration }, { overrides: first![1]["overrides"], networkConfiguration: first![1]["networkConfiguration"] });
    assert.equal(taskDefinition, arnOf("task-definition", "checkout:1"));
  });

  it("opens a revision as a new file that has nothing which registering refuses", async () => {
    const ui = await run(useAsNewFile, revision("orders:2"));
    const file = JSON.parse(ui.opened[0]!.text) as Record<string, unknown>;
    assert.equal(file["family"], "orders");
    for (const member of ["taskDefinitionArn", "revision", "status", "requiresAttributes", "compatibilities", "registeredAt", "registeredBy", "deregisteredAt", "deleteRequestedAt"]) assert.equal(member in file, false, member);
  });

  it("never deregisters a revision in use, and deletes only inactive ones, by name", async () => {
    const family = new FamilyNode(session, "orders");
    const refused = await run(deregister, family, "orders:2");
    assert.equal(refused.said.at(-1), "warn orders:2 is in use and left alone.");
    assert.deepEqual(written(), []);
    await run(deleteRevisions, revision("orders:1"));
    assert.deepEqual(written(), []);

    const permit = await account.connection.writes.ask({ question: "", facts: [], action: "", names: [], isChosen: true });
    await permit!.registerTaskDefinition({ family: "orders", containerDefinitions: [{ name: "app", image: "orders:9", memory: 64 }] });
    account.simulator.resetCalls();
    await run(deregister, revision("orders:3"), true);
    assert.deepEqual(written(), [["DeregisterTaskDefinition", { taskDefinition: arnOf("task-definition", "orders:3") }]]);
    account.simulator.resetCalls();
    await run(deleteRevisions, revision("orders:3"), true, "orders");
    assert.deepEqual(written(), [["DeleteTaskDefinitions", { taskDefinitions: [arnOf("task-definition", "orders:3")] }]]);
  });

  it("creates a cluster, and deletes one only when it is empty", async () => {
    await run(createCluster, [], "trial", true);
    assert.deepEqual(written().map(([operation]) => operation), ["CreateCluster"]);
    const clusters = await account.connection.ecs.clusters();
    const node = (name: string): ClusterNode => new ClusterNode(session, clusters.find(({ clusterName }) => clusterName === name)!);
    account.simulator.resetCalls();
    const full = await run(deleteCluster, node("live"));
    assert.match(full.said[0]!, /^warn live is not empty: 4 services, \d+ tasks\. Delete these first\.$/);
    await run(deleteCluster, node("trial"), true, "trial");
    assert.deepEqual(written().map(([operation]) => operation), ["DeleteCluster"]);
  });
});

describe("A command line", () => {
  it("is split as a shell would, without expanding anything", () => {
    assert.deepEqual(shellWords(`sh -c "echo \\"hi\\" $HOME" 'a b'c `), ["sh", "-c", `echo "hi" $HOME`, "a bc"]);
    assert.deepEqual(shellWords("  "), []);
  });
});
