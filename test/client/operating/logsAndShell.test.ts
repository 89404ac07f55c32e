import assert from "node:assert/strict";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deploy } from "../../../client/src/commands/deploying/deploy.ts";
import { followLogs, showLogs } from "../../../client/src/commands/logs/logs.ts";
import { importService } from "../../../client/src/commands/services/importService.ts";
import { checklistPage, execChecklist } from "../../../client/src/commands/shell/checklist.ts";
import { pluginArguments, standardEndpoint } from "../../../client/src/commands/shell/plugin.ts";
import { openShell } from "../../../client/src/commands/shell/shell.ts";
import { logSource } from "../../../client/src/model/logSource.ts";
import { ContainerNode } from "../../../client/src/tree/containerNode.ts";
import { ServiceNode } from "../../../client/src/tree/serviceNode.ts";
import { TaskNode } from "../../../client/src/tree/taskNode.ts";
import { createLanguageService } from "../../../server/src/service/service.ts";
import type { Scenario } from "../../../simulator/src/scenario.ts";
import { commandContext } from "../../support/commandContext.ts";
import { plainShop } from "../../support/plainShop.ts";
import { ScriptedUi } from "../../support/scriptedUi.ts";
import { simulatedAccount, type SimulatedAccount } from "../../support/simulatedAccount.ts";
import { until } from "../../support/until.ts";

const cluster = "arn:aws:ecs:eu-west-1:123456789012:cluster/live";
const taskArn = "arn:aws:ecs:eu-west-1:123456789012:task/live/0123456789abcdef0123456789abcdef";

const talking: Scenario = { ...plainShop, behaviours: [{ family: "orders", logs: { start: ["listening on 8080"], repeat: { seconds: 5, lines: ["GET / 200", "ERROR no stock"] } } }, ...(plainShop.behaviours ?? [])] };

describe("Where a log is", () => {
  const options = { "awslogs-group": "/ecs/orders", "awslogs-region": "eu-west-1" };
  const source = (logConfiguration: object | undefined, runtimeId?: string): unknown =>
    logSource({ name: "api", ...(logConfiguration ? { logConfiguration: logConfiguration as never } : {}) }, { taskArn }, { name: "api", ...(runtimeId === undefined ? {} : { runtimeId }) });

  it("is prefix/container/task with a prefix, and the container's id in Docker without one", () => {
    assert.deepEqual(source({ logDriver: "awslogs", options: { ...options, "awslogs-stream-prefix": "app" } }), { group: "/ecs/orders", region: "eu-west-1", stream: "app/api/0123456789abcdef0123456789abcdef" });
    assert.deepEqual(source({ logDriver: "awslogs", options }, "4f2c9e1"), { group: "/ecs/orders", region: "eu-west-1", stream: "4f2c9e1" });
    assert.equal(source({ logDriver: "awslogs", options }), "Container api has not started yet, so it has no log stream.");
  });

  it("is told in words for other drivers and for none", () => {
    assert.equal(source({ logDriver: "awsfirelens" }), "The log of api is not in CloudWatch. FireLens routes it: look at the configuration of the task's log router.");
    assert.equal(source(undefined), "Container api has no log configuration, so its output is kept nowhere that ECS knows.");
  });
});

describe("Logs and shells", () => {
  let account: SimulatedAccount;
  let session: Awaited<ReturnType<SimulatedAccount["sessions"]["open"]>>;
  beforeEach(async () => {
    account = await simulatedAccount({ scenario: talking, clock: "step" });
    session = await account.sessions.open(account.connection.target);
  });
  afterEach(() => account.close());

  const service = async (name = "orders"): Promise<ServiceNode> => {
    const arn = `arn:aws:ecs:eu-west-1:123456789012:service/live/${name}`;
    await session.services(cluster).describe([arn], new AbortController().signal);
    return new ServiceNode(session, cluster, arn);
  };

  it("are followed for all tasks of a service, interleaved and labelled, each line once, until the terminal is closed", async () => {
    account.simulator.clock.advance(30);
    const ui = new ScriptedUi();
    const following = followLogs.run(commandContext(account, ui), await service(), []);
    await until("the first lines", () => ui.lines.length > 3);
    account.simulator.clock.advance(30);
    const count = ui.lines.length;
    await until("more lines", () => ui.lines.length > count);
    ui.streams.abort();
    await following;
    assert.equal(new Set(ui.lines.map((line) => line.split(" ")[1])).size, 3);
    assert.match(ui.lines.at(-1)!, /^\d\d:\d\d:\d\d\.\d{3} [0-9a-f]{8} app {2}/);
  });

  it("are shown for a time and a filter", async () => {
    account.simulator.clock.advance(60);
    const ui = new ScriptedUi("Last 15 minutes", "ERROR");
    await showLogs.run(commandContext(account, ui), await service(), []);
    const lines = ui.documents[0]!.text.trimEnd().split("\n");
    assert.ok(lines.length >= 3);
    assert.ok(lines.every((line) => line.endsWith("ERROR no stock")));
  });

  it("are those of stopped tasks as well", async () => {
    account.simulator.clock.advance(300);
    const [stopped] = await account.connection.ecs.tasks(cluster, { serviceName: "checkout", desiredStatus: "STOPPED" });
    const ui = new ScriptedUi("Last hour", "");
    await showLogs.run(commandContext(account, ui), new TaskNode(session, stopped!), []);
    assert.equal(ui.documents.length, 1);
  });

  it("open through the Session Manager plugin, with all six arguments", async () => {
    const folder = await mkdtemp(join(tmpdir(), "taskwright-plugin-"));
    const plugin = join(folder, "session-manager-plugin");
    await writeFile(plugin, "#!/bin/sh\n");
    await chmod(plugin, 0o755);
    const permit = await account.connection.writes.ask({ question: "", facts: [], action: "", names: [], isChosen: true });
    await permit!.updateService({ cluster, service: "orders", enableExecuteCommand: true, forceNewDeployment: true });
    account.simulator.clock.advance(600);
    const [task] = await account.connection.ecs.tasks(cluster, { serviceName: "orders" });
    const [container] = task!.containers!;
    const ui = new ScriptedUi("/bin/sh", "0");
    await openShell.run(commandContext(account, ui, { environment: { PATH: folder } }), new ContainerNode(session, task!, container!, undefined), []);
    await rm(folder, { recursive: true });
    const run = ui.said.at(-1)!;
    const taskId = task!.taskArn!.split("/").at(-1)!;
    assert.match(run, new RegExp(`^run ${plugin} \\{"sessionId":".*\\} eu-west-1 StartSession simulated \\{"Target":"ecs:live_${taskId}_${container!.runtimeId!}"\\} http://127\\.0\\.0\\.1:\\d+$`));
    assert.deepEqual(account.audited.at(-1)?.operation, "ExecuteCommand");
  });

  it("explain the plugin where it is missing, and start nothing", async () => {
    const [task] = await account.connection.ecs.tasks(cluster, { serviceName: "orders" });
    const ui = new ScriptedUi("/bin/sh");
    await openShell.run(commandContext(account, ui, { environment: { PATH: "" } }), new ContainerNode(session, task!, task!.containers![0]!, undefined), []);
    assert.equal(ui.said.at(-1), "warn A shell needs the Session Manager plugin of AWS on this machine, which was not found.");
    assert.equal(account.operations().includes("ExecuteCommand"), false);
  });

  it("say which precondition is missing", () => {
    const checks = execChecklist({
      task: { enableExecuteCommand: true },
      container: { name: "api", lastStatus: "RUNNING", managedAgents: [{ name: "ExecuteCommandAgent", lastStatus: "STOPPED", reason: "Received Container Stopped event" }] },
      definition: { containerDefinitions: [{ name: "api", readonlyRootFilesystem: true }] },
      plugin: "/usr/bin/session-manager-plugin",
    });
    assert.deepEqual(checks.filter(({ state }) => state === "missing").map(({ words }) => words.split(".")[0]), [
      "The ExecuteCommand agent is stopped",
      "The task definition has no taskRoleArn",
      "The root file system is read-only, but the agent must write to it",
    ]);
    assert.match(checklistPage("No shell in api", "It failed.", checks), /^# No shell in api\n\nIt failed\.\n\n\| \| \|\n\| --- \| --- \|\n\| ✘ missing \|/);
  });

  it("know the endpoint in every partition, and pass an empty profile as one", () => {
    assert.equal(standardEndpoint("ecs", "cn-north-1"), "https://ecs.cn-north-1.amazonaws.com.cn");
    assert.equal(pluginArguments({ session: {}, target: { profile: undefined, region: "eu-west-1" }, request: {}, endpoint: "x" }).length, 6);
  });

  it("are beside what is imported: files without a fault that deploy as unchanged", async () => {
    const context = commandContext(account, new ScriptedUi());
    await importService.run(context, (await service("orders")), []);
    const [definition, input] = context.created;
    assert.deepEqual([definition?.name, input?.name], ["orders.task-definition.json", "orders.ecs-service.json"]);
    const language = createLanguageService();
    for (const { name, text } of context.created) assert.deepEqual(language.prepare(language.parse(`file:///workspace/${name}`, text), {}).problems, []);
    for (const [file, words] of [
      [definition!, /^info Nothing to register: the file equals orders:2/],
      [input!, /^info Nothing to change: live \/ orders is as/],
    ] as const) {
      const ui = new ScriptedUi();
      await deploy.run(commandContext(account, ui, { file: file.text, fileName: file.name }), (await service("orders")), []);
      assert.match(ui.said.at(-1)!, words);
    }
  });
});
