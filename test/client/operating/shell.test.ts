import assert from "node:assert/strict";
import { taskResource } from "../../../client/src/model/resource.ts";
import { permitFor } from "../../support/permitFor.ts";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { access, writeFile } from "node:fs/promises";
import { checklistPage, execChecklist } from "../../../client/src/commands/shell/checklist.ts";
import type { Command } from "../../../client/src/commands/command.ts";
import { forwardPort } from "../../../client/src/commands/shell/forwardPort.ts";
import { openShell } from "../../../client/src/commands/shell/openShell.ts";
import { pluginStart, pluginVersion, standardEndpoint } from "../../../client/src/commands/shell/plugin.ts";
import { runInContainer } from "../../../client/src/commands/shell/runInContainer.ts";
import { ContainerNode } from "../../../client/src/tree/containerNode.ts";
import type { TaskNode } from "../../../client/src/tree/taskNode.ts";
import {
  surroundingsOf,
  wayToSessionManager,
} from "../../../client/src/commands/shell/wayToSessionManager.ts";
import type { Scenario } from "../../../simulator/src/scenario/scenario.ts";
import type { Subnet, VpcEndpoint } from "../../../simulator/src/state/resources.ts";
import {
  runPrivately,
  runSessionPrivately,
  type SessionTerminal,
  type TerminalStart,
} from "../../../client/src/editor/privateProgram.ts";
import { isReading } from "../../support/awsOperations.ts";
import { commandContext } from "../../support/commandContext.ts";
import { fakePlugin, type FakePlugin } from "../../support/fakePlugin.ts";
import { hurriedClock } from "../../support/hurriedClock.ts";
import { until } from "../../support/until.ts";
import { plainShop } from "../../support/plainShop.ts";
import { ScriptedUi, type Answer } from "../../support/scriptedUi.ts";
import { memoryStorage, simulatedAccount, type SimulatedAccount } from "../../support/simulatedAccount.ts";

const cluster = "arn:aws:ecs:eu-west-1:123456789012:cluster/live";

/** The role of orders lacks a permission that the agent needs. */
const shop: Scenario = {
  ...plainShop,
  clusters: (plainShop.clusters ?? []).map((each) => ({
    ...each,
    services: (each.services ?? []).map((service) =>
      service.serviceName === "worker" ? { ...service, enableExecuteCommand: true } : service,
    ),
  })),
  resources: { roles: [{ name: "orders", denied: ["ssmmessages:OpenDataChannel"] }, { name: "worker" }] },
};

describe("Sessions in containers", () => {
  let account: SimulatedAccount;
  let session: Awaited<ReturnType<SimulatedAccount["sessions"]["open"]>>;
  let plugin: FakePlugin;
  beforeEach(async () => {
    account = await simulatedAccount({ scenario: shop, clock: "step" }, hurriedClock);
    session = await account.sessions.open(account.connection.target);
    account.simulator.clock.advance(60);
    plugin = await fakePlugin(
      "echo\necho 'Starting session with SessionId: x-1'\nprintf 'total 0\\r\\n'\necho 'Exiting session with sessionId: x-1.'",
    );
  });
  afterEach(async () => {
    await plugin.remove();
    await account.close();
  });

  const container = async (serviceName = "worker"): Promise<ContainerNode> => {
    const [task] = await account.connection.ecs.tasks(cluster, { serviceName });
    return new ContainerNode(session, task!, task!.containers![0]!, undefined);
  };
  const run = async (
    command: Command,
    node: ContainerNode | TaskNode,
    options: { readonly path?: string; readonly memory?: ReturnType<typeof memoryStorage> },
    ...answers: Answer[]
  ): Promise<ScriptedUi> => {
    const ui = new ScriptedUi(...answers);
    const { path = plugin.folder, memory = memoryStorage() } = options;
    await command.run(commandContext(account, ui, { environment: { PATH: path }, memory }), node, []);
    return ui;
  };
  const written = (): readonly string[] =>
    account.simulator.calls.map(({ operation }) => operation).filter((operation) => !isReading(operation));

  it("open through the Session Manager plugin, with all six arguments", async () => {
    const node = await container();
    const ui = await run(openShell, node, {}, "/bin/sh", "0");
    const taskId = node.task.taskArn!.split("/").at(-1)!;
    assert.match(
      ui.said.at(-1)!,
      new RegExp(
        `^run ${plugin.path} AWS_SSM_START_SESSION_RESPONSE eu-west-1 StartSession simulated \\{"Target":"ecs:live_${taskId}_${node.container.runtimeId!}"\\} http://127\\.0\\.0\\.1:\\d+$`,
      ),
    );
    assert.deepEqual(written(), ["ExecuteCommand"]);
    assert.equal(account.audited.at(-1)?.operation, "ExecuteCommand");
  });

  it("offer the shell of last time first", async () => {
    const memory = memoryStorage();
    await run(openShell, await container(), { memory }, "/bin/sh", "0");
    const ui = await run(openShell, await container(), { memory }, undefined);
    assert.deepEqual(ui.offered, ["/bin/sh", "/bin/bash", "/bin/ash"]);
  });

  for (const [operation, command, answers] of [
    ["ExecuteCommand", runInContainer, ["bin/migrate"]],
    ["ExecuteCommand", openShell, ["/bin/sh"]],
    ["StartSession", forwardPort, ["8080", "8080"]],
  ] as const) {
    it(`of ${command.title} are not opened a second time when the answer to the first was lost`, async () => {
      account.proxy.lost.set(operation, 1);
      const ui = await run(command, await container(), {}, ...answers);
      assert.deepEqual(written(), [operation]);
      assert.match(
        ui.documents[0]!.text,
        /^# No session in app\n\nthe answer of AWS was lost on the way, and the session \S+ is open in this container, which may be the one\. No second one was opened/,
      );
    });

    it(`of ${command.title} are not opened again when a server failed, as the first may be seen later`, async () => {
      account.proxy.faults.set(operation, { error: "ServerException", status: 500, times: 1 });
      const ui = await run(command, await container(), {}, ...answers);
      assert.deepEqual(written(), []);
      assert.ok(ui.documents[0]!.text.includes(`it is not known whether AWS carried out ${operation}.`));
    });

    it(`of ${command.title} are not opened again where nobody may look whether there is one`, async () => {
      account.proxy.lost.set(operation, 1);
      account.proxy.faults.set("DescribeSessions", { error: "AccessDeniedException" });
      await run(command, await container(), {}, ...answers);
      assert.deepEqual(written(), [operation]);
    });
  }

  it("name account, region, cluster, task and container where what to run is chosen", async () => {
    const node = await container();
    const words = `app of task ${node.task.taskArn!.split("/").at(-1)!.slice(0, 8)} in live, account 123456789012, eu-west-1`;
    const shell = await run(openShell, node, {}, undefined);
    assert.deepEqual(shell.placeholders, [`In ${words}`]);
    const command = await run(runInContainer, node, {}, undefined);
    assert.ok(command.said[0]!.includes(`In ${words}. A command without input`));
    const port = await run(forwardPort, node, {}, "8080", undefined);
    assert.ok(port.said[1]!.endsWith(`It leads through ${words}`));
  });

  it("ask once more in a protected place, naming all", async () => {
    account.protection = { readOnly: [], protected: ["live"] };
    const node = await container();
    const ui = await run(openShell, node, {}, "/bin/sh", false);
    const task = node.task.taskArn!.split("/").at(-1)!.slice(0, 8);
    assert.equal(
      ui.said.at(-1),
      `confirm Run /bin/sh in app of task ${task} in live in account 123456789012, eu-west-1? To go on, you will type its name: app [Run…]`,
    );
    assert.deepEqual(written(), []);
  });

  it("are ended in AWS when their terminal is closed before the plugin has ended", async () => {
    await run(openShell, await container(), {}, "/bin/sh", undefined);
    assert.deepEqual(written(), ["ExecuteCommand", "TerminateSession"]);
  });

  it("explain the plugin where it is missing, and start nothing", async () => {
    const ui = await run(openShell, await container(), { path: "" }, "/bin/sh");
    assert.equal(
      ui.said.at(-1),
      "warn Shells and forwarded ports need the Session Manager plugin of AWS on this machine, which was not found.",
    );
    assert.deepEqual(written(), []);
  });

  it("run one command, whose output becomes a document without what the plugin says", async () => {
    const ui = await run(runInContainer, await container(), {}, "ls -l /");
    assert.deepEqual(ui.documents, [
      { name: "output/app.txt", language: "plaintext", text: "$ ls -l /\ntotal 0\n" },
    ]);
    assert.equal((await plugin.arguments()).length, 6);
    assert.equal((await plugin.arguments())[0], "AWS_SSM_START_SESSION_RESPONSE");
    assert.match(await plugin.session(), /^\{"sessionId":".*"tokenValue":"/);
  });

  it("that AWS refuses are followed by what is missing, the permissions of the role included", async () => {
    const ui = await run(openShell, await container("orders"), {}, "/bin/sh");
    const page = ui.documents[0]!.text;
    assert.match(
      page,
      /^# No session in app\n\nThe execute command failed because execute command was not enabled/,
    );
    assert.deepEqual(
      [...page.matchAll(/✘ missing \| (.*) \|/g)].map(([, words]) => words),
      [
        "The task was started with ECS Exec off. Turn it on for the service, then replace the task.",
        "The container has no ExecuteCommand agent. It comes only when ECS Exec was on as the task started.",
        "The task role arn:aws:iam::123456789012:role/orders does not allow ssmmessages:OpenDataChannel.",
      ],
    );
  });

  it("say that the role's permissions and the way to Session Manager are unknown where IAM and EC2 may not be asked", async () => {
    account.simulator.setTrouble([
      { api: "iam", error: "accessDenied" },
      { api: "ec2", error: "accessDenied" },
    ]);
    const ui = await run(openShell, await container("orders"), {}, "/bin/sh");
    assert.match(
      ui.documents[0]!.text,
      /\? check yourself \| The task role .*role\/orders must allow .* IAM did not say whether it does\. \|/,
    );
    assert.match(
      ui.documents[0]!.text,
      /\? check yourself \| In a subnet without a way to the internet, the VPC needs an endpoint of ssmmessages\. Where the task stands could not be read\. \|/,
    );
  });

  it("say that the task has stopped when it did so after it was listed", async () => {
    const node = await container();
    const permit = await permitFor(account, taskResource(node.task));
    await permit.stopTask(cluster, node.task.taskArn!, "Replaced by hand");
    account.simulator.clock.advance(120);
    const ui = await run(openShell, node, {}, "/bin/sh");
    assert.match(ui.documents[0]!.text, /✘ missing \| The task has stopped\. Replaced by hand \|/);
    account.simulator.clock.advance(2 * 3600);
    const later = await run(openShell, node, {}, "/bin/sh");
    assert.match(
      later.documents[0]!.text,
      /✘ missing \| The task is gone: it stopped more than an hour ago\. \|/,
    );
  });

  it("that end with an error are followed by the checklist", async () => {
    const ui = await run(openShell, await container(), {}, "/bin/bash", "1");
    assert.match(ui.documents[0]!.text, /^# No session in app\n\nThe session ended with code 1\.\n/);
    assert.doesNotMatch(ui.documents[0]!.text, /missing \|/);
  });

  it("that end by themselves with 0 are followed by the checklist as well", async () => {
    const ui = await run(openShell, await container(), {}, "/bin/bash", "untouched");
    assert.match(
      ui.documents[0]!.text,
      /^# No session in app\n\nThe session ended before anything was typed\. Its terminal says why/,
    );
    const touched = await run(openShell, await container(), {}, "/bin/bash", "0");
    assert.deepEqual(touched.documents, []);
  });

  /** Replaces the plugin by one that runs this script. */
  const usePlugin = async (script: string): Promise<void> => {
    await plugin.remove();
    plugin = await fakePlugin(script);
  };
  const starting = "echo 'Starting session with SessionId: x-1'\n";

  for (const [script, words] of [
    ["echo 'Cannot perform start session: EOF'", "Cannot perform start session: EOF"],
    [
      "echo\necho 'SessionId: x-1 : ----------ERROR-------'\necho 'Unable to start command: Failed to start pty: fork/exec /bin/bas: no such file or directory'",
      "SessionId: x-1 : ----------ERROR-------\nUnable to start command: Failed to start pty",
    ],
  ] as const)
    it(`that run one command and fail with ${words.split("\n")[0]}, and the code 0, are followed by the checklist`, async () => {
      await usePlugin(starting + script);
      const ui = await run(runInContainer, await container(), {}, "/bin/bas");
      assert.equal(ui.documents.length, 1);
      const text = ui.documents[0]!.text.replaceAll("\\", "").replaceAll(/\s+/g, " ");
      assert.ok(text.startsWith(`# No session in app ${words.replace("\n", " ")}`), text);
    });

  it("that run one command keep what it wrote before the plugin complained", async () => {
    await usePlugin(`${starting}echo 'total 0'\necho 'Cannot perform start session: EOF'`);
    const ui = await run(runInContainer, await container(), {}, "ls");
    assert.equal(ui.documents[0]!.text, "$ ls\ntotal 0\nCannot perform start session: EOF\n");
  });

  const forwarding = "echo 'Port 18080 opened for sessionId x-1.'\necho 'Waiting for connections...'\n";
  const told = (ui: ScriptedUi): readonly string[] =>
    ui.said.filter((line) => /^(?:info|warn|error) /.test(line));

  it("forward a port, which is said once it listens, until the terminal is closed", async () => {
    await usePlugin(
      `${starting}while [ ! -e "$0.go" ]; do /bin/sleep 0.05; done\n${forwarding}exec /bin/sleep 600`,
    );
    const ui = new ScriptedUi("8080", "18080");
    const context = commandContext(account, ui, { environment: { PATH: plugin.folder } });
    const forwardingPort = forwardPort.run(context, await container(), []);
    await until("the start", () => ui.lines.includes("Starting session with SessionId: x-1"));
    assert.deepEqual(told(ui), []);
    await writeFile(`${plugin.path}.go`, "");
    await until("the words", () => told(ui).length > 0);
    assert.deepEqual(told(ui), [
      "info localhost:18080 leads to port 8080 of app as long as its terminal is open.",
    ]);
    assert.deepEqual(written(), ["StartSession"]);
    ui.streams.abort();
    await forwardingPort;
    assert.deepEqual(written(), ["StartSession", "TerminateSession"]);
  });

  it("forward no port that is in use, and say so", async () => {
    await usePlugin(
      `${starting}echo 'Cannot perform start session: listen tcp 127.0.0.1:18080: bind: address already in use'`,
    );
    const ui = await run(forwardPort, await container(), {}, "8080", "18080");
    assert.deepEqual(told(ui), [
      "error Port 18080 of this machine is in use: choose another. Cannot perform start session: listen tcp 127.0.0.1:18080: bind: address already in use",
    ]);
    assert.deepEqual(ui.documents, []);
  });

  it("forward nothing, and explain, where the plugin never listens", async () => {
    await usePlugin(`${starting}echo 'Cannot perform start session: EOF'`);
    const ui = await run(forwardPort, await container(), {}, "8080", "18080");
    assert.deepEqual(told(ui), []);
    assert.match(ui.documents[0]!.text, /^# No session in app\n\nCannot perform start session: EOF/);
  });

  it("that forwarded a port say when they end", async () => {
    await usePlugin(
      `${starting}${forwarding}echo 'Your session has been terminated for the following reason: Idle'`,
    );
    const ui = await run(forwardPort, await container(), {}, "8080", "18080");
    assert.deepEqual(
      told(ui).at(-1),
      "warn localhost:18080 is closed. Your session has been terminated for the following reason: Idle",
    );
  });

  it("forward a port of the container, its own port proposed", async () => {
    await usePlugin(starting + forwarding);
    const node = await container();
    const ui = await run(forwardPort, node, {}, "8080", "18080");
    assert.equal(
      ui.said[0],
      "input Forward a port of app: Port of the container, or host:port of what it reaches, such as a database",
    );
    const [last] = account.simulator.calls.filter(({ operation }) => operation === "StartSession");
    const target = `ecs:live_${node.task.taskArn!.split("/").at(-1)!}_${node.container.runtimeId!}`;
    assert.deepEqual(last!.input, {
      Target: target,
      DocumentName: "AWS-StartPortForwardingSession",
      Parameters: { portNumber: ["8080"], localPortNumber: ["18080"] },
    });
    assert.ok(
      ui.said.includes("info localhost:18080 leads to port 8080 of app as long as its terminal is open."),
    );
    assert.match(
      (await plugin.arguments()).join(" "),
      /^AWS_SSM_START_SESSION_RESPONSE eu-west-1 StartSession simulated \{"Target":.*"DocumentName":"AWS-StartPortForwardingSession".*\} http:\/\/127\.0\.0\.1:\d+$/,
    );
  });

  it("forward a port of a host that the container reaches", async () => {
    await usePlugin(starting + forwarding);
    const ui = await run(forwardPort, await container(), {}, "db.internal:5432", "5432");
    const [last] = account.simulator.calls.filter(({ operation }) => operation === "StartSession");
    assert.deepEqual(
      { name: last!.input["DocumentName"], parameters: last!.input["Parameters"] },
      {
        name: "AWS-StartPortForwardingSessionToRemoteHost",
        parameters: { portNumber: ["5432"], localPortNumber: ["5432"], host: ["db.internal"] },
      },
    );
    assert.ok(
      ui.said.includes("info localhost:5432 leads to db.internal:5432 as long as its terminal is open."),
    );
  });

  it("forward no port that there cannot be", async () => {
    const ui = await run(forwardPort, await container(), {}, "70000");
    assert.equal(ui.said.at(-1), "refused Type a port from 1 to 65535, or host:port.");
  });

  it("forward nothing, and explain, where the task has no agent", async () => {
    const ui = await run(forwardPort, await container("orders"), {}, "8080", "8080");
    assert.match(ui.documents[0]!.text, /^# No session in app\n\necs:live\\_.* is not connected\.\n/);
  });

  it("know the endpoint in every partition, and pass an empty profile as one", () => {
    assert.equal(standardEndpoint("ecs", "cn-north-1"), "https://ecs.cn-north-1.amazonaws.com.cn");
    const { args } = pluginStart(
      { session: {}, target: { profile: undefined, region: "eu-west-1" }, request: {}, endpoint: "x" },
      "1.2.707.0",
    );
    assert.equal(args.length, 6);
  });

  it("is given the session by the environment where its version reads it there, and else by an argument", () => {
    const session = { sessionId: "x-1", tokenValue: "hunter2" };
    const target = { profile: "live", region: "eu-west-1" };
    const started = (version: string | undefined): string => {
      const { args, env } = pluginStart({ session, target, request: {}, endpoint: "x" }, version);
      assert.ok(`${args.join(" ")} ${Object.values(env).join(" ")}`.includes("hunter2"));
      return args[0]!;
    };
    for (const version of ["1.2.536.0", "1.2.707.0", "1.3.0.0", "2.0.0", "1.2.536.0\n"])
      assert.equal(started(version), "AWS_SSM_START_SESSION_RESPONSE", version);
    for (const version of [undefined, "", "1.2.497.0", "1.1.999.0", "0.9.0.0", "unknown", "1.2"])
      assert.equal(started(version), JSON.stringify(session), version);
  });

  it("tells its version, or none where it hangs on or fails", async () => {
    const plugin = await fakePlugin("", "1.2.3.4");
    assert.equal(await pluginVersion(plugin.path), "1.2.3.4");
    await plugin.remove();
    assert.equal(await pluginVersion(plugin.path), undefined);
  });
});

describe("A program whose arguments are private", () => {
  const args = [
    `{"tokenValue":"it's a \\"secret\\""}`,
    "eu-west-1",
    "StartSession",
    "",
    "{}",
    "http://127.0.0.1:1",
  ];
  let started: TerminalStart | undefined;
  /** In the place of a terminal. */
  const open = async (start: TerminalStart): Promise<number> => {
    started = start;
    const shell = spawn(start.shellPath, [...start.shellArgs], { env: { ...start.env } });
    const [code]: readonly unknown[] = await once(shell, "close");
    return Number(code);
  };

  it("is started with all of them, none of which stands in the command line", async () => {
    const plugin = await fakePlugin();
    assert.equal(await runPrivately({ command: plugin.path, args }, "linux", open), 0);
    const kept = await plugin.arguments();
    await plugin.remove();
    assert.deepEqual(kept, args);
    assert.doesNotMatch([started!.shellPath, ...started!.shellArgs].join(" "), /secret/);
  });

  it("has further variables, which no argument names", async () => {
    const plugin = await fakePlugin();
    const env = { AWS_SSM_START_SESSION_RESPONSE: "hunter2" };
    await runPrivately({ command: plugin.path, args, env }, "linux", open);
    assert.equal(await plugin.session(), "hunter2");
    await plugin.remove();
    assert.doesNotMatch([started!.shellPath, ...started!.shellArgs].join(" "), /hunter2/);
  });

  it("tells its code while the terminal's is 0, so that VS Code shows no command line, and leaves no file", async () => {
    const plugin = await fakePlugin("exit 7");
    let shown: number | undefined;
    const code = await runPrivately(
      { command: plugin.path, args },
      "linux",
      async (start) => (shown = await open(start)),
    );
    await plugin.remove();
    assert.deepEqual([code, shown], [7, 0]);
    await assert.rejects(access(started!.env!["TASKWRIGHT_CODE"]!), { code: "ENOENT" });
  });

  it("tells its code when Ctrl+C ended it", async () => {
    const plugin = await fakePlugin("kill -INT $PPID\nkill -INT $$");
    const code = await runPrivately({ command: plugin.path, args }, "linux", open);
    await plugin.remove();
    assert.equal(code, 130);
  });

  it("has no code when its terminal is closed before", async () => {
    assert.equal(
      await runPrivately({ command: "session-manager-plugin", args }, "linux", async () => undefined),
      undefined,
    );
  });

  /** In the place of a session's terminal, in which the user has typed or not. */
  const openSession =
    (isTouched: boolean) =>
    (start: TerminalStart): SessionTerminal => {
      started = start;
      const shell = spawn(start.shellPath, [...start.shellArgs], { env: { ...start.env } });
      shell.stdout.setEncoding("utf8").on("data", (chunk: string) => (screen += chunk));
      terminal = shell;
      const closed = once(shell, "close").then(([code]: readonly unknown[]) =>
        code === null ? undefined : Number(code),
      );
      return { closed, isTouched: () => isTouched, close: () => void shell.kill("SIGKILL") };
    };
  let terminal: ReturnType<typeof spawn>;
  let screen = "";

  for (const [script, isTouched, code, stays] of [
    ["exit 0", true, 0, false],
    ["echo 'Cannot perform start session: EOF'", false, 0, true],
    ["exit 7", true, 7, true],
  ] as const)
    it(`of a session ${stays ? "keeps its terminal" : "closes its terminal"} after the code ${code}${isTouched ? "" : " that came by itself"}`, async () => {
      screen = "";
      const plugin = await fakePlugin(script);
      const end = await runSessionPrivately({ command: plugin.path, args }, "linux", openSession(isTouched));
      await plugin.remove();
      assert.deepEqual(end, { code, isUntouched: !isTouched });
      await assert.rejects(access(started!.env!["TASKWRIGHT_CODE"]!), { code: "ENOENT" });
      if (stays) {
        await until("the words", () => screen.includes("Press Enter to close this terminal."));
        assert.equal(terminal.exitCode, null);
        terminal.stdin!.write("\n");
      }
      if (terminal.exitCode === null && terminal.signalCode === null) await once(terminal, "close");
      assert.equal(terminal.exitCode, stays ? 0 : null);
    });

  it("of a session has no end when its terminal is closed before", async () => {
    const closed = Promise.resolve(undefined);
    const end = await runSessionPrivately({ command: "session-manager-plugin", args }, "linux", () => ({
      closed,
      isTouched: () => true,
      close: () => undefined,
    }));
    assert.equal(end, undefined);
  });

  it("gets them as arguments on Windows", async () => {
    const code = await runPrivately({ command: "plugin.exe", args: ["a"] }, "win32", async (start) => {
      started = start;
      return 3;
    });
    assert.deepEqual([code, started], [3, { shellPath: "plugin.exe", shellArgs: ["a"] }]);
  });
});

describe("The way of a task to Session Manager", () => {
  const where = { subnet: "subnet-0a1b2c3d", vpc: "vpc-0a1b2c3d4e5f60718" };
  const words = async (
    subnet: Partial<Subnet>,
    network: {
      readonly vpcEndpoints?: readonly VpcEndpoint[];
      readonly assignPublicIp?: "DISABLED" | "ENABLED";
    } = {},
  ): Promise<readonly string[]> => {
    const { vpcEndpoints = [], assignPublicIp = "DISABLED" } = network;
    const networkConfiguration = {
      awsvpcConfiguration: { subnets: [where.subnet], securityGroups: ["sg-0a1b2c3d"], assignPublicIp },
    };
    const [live] = plainShop.clusters ?? [];
    const clusters = [
      { ...live!, services: live!.services!.map((service) => ({ ...service, networkConfiguration })) },
    ];
    const account = await simulatedAccount({
      scenario: {
        ...plainShop,
        clusters,
        resources: { subnets: [{ id: where.subnet, ...subnet }], vpcEndpoints },
      },
      clock: "step",
    });
    account.simulator.clock.advance(60);
    const [task] = await account.connection.ecs.tasks(cluster, { serviceName: "worker" });
    const check = wayToSessionManager(await surroundingsOf(account.connection.network, task!));
    await account.close();
    return [check.state, check.words];
  };

  it("is met by a NAT gateway, or by an internet gateway together with a public address", async () => {
    assert.deepEqual(await words({}), [
      "met",
      "The subnet subnet-0a1b2c3d leads to the internet through the NAT gateway nat-0a1b2c3d.",
    ]);
    assert.deepEqual(await words({ public: true }, { assignPublicIp: "ENABLED" }), [
      "met",
      "The task has a public address, and its subnet subnet-0a1b2c3d leads to the internet through igw-0a1b2c3d4e5f60718.",
    ]);
  });

  it("is missing behind an internet gateway without a public address", async () => {
    assert.deepEqual(await words({ public: true }), [
      "missing",
      "The subnet subnet-0a1b2c3d leads to the internet through igw-0a1b2c3d4e5f60718, but the task has no public address, and vpc-0a1b2c3d4e5f60718 has no endpoint of ssmmessages.",
    ]);
  });

  it("is missing in a subnet without a route, unless its VPC has an endpoint to which the service's host name leads", async () => {
    const route = "The subnet subnet-0a1b2c3d has no route to the internet, and";
    assert.deepEqual(await words({ isolated: true }, { vpcEndpoints: [{ id: "vpce-1", service: "ssm" }] }), [
      "missing",
      `${route} vpc-0a1b2c3d4e5f60718 has no endpoint of ssmmessages.`,
    ]);
    assert.deepEqual(
      await words(
        { isolated: true },
        { vpcEndpoints: [{ id: "vpce-1", service: "ssmmessages", privateDns: false }] },
      ),
      ["missing", `${route} the endpoint vpce-1 of ssmmessages has private DNS off.`],
    );
    assert.deepEqual(
      await words({ isolated: true }, { vpcEndpoints: [{ id: "vpce-1", service: "ssmmessages" }] }),
      [
        "met",
        "The VPC has the endpoint vpce-1 of ssmmessages. Its security group must let the task in at port 443.",
      ],
    );
  });

  it("is unknown through other gateways, in a VPC that another account shares, and where the task has no interface of its own", () => {
    const known = { ...where, publicAddress: undefined, endpoints: [], isShared: false };
    assert.deepEqual(
      wayToSessionManager({ ...known, route: { gateway: "tgw-1", isBlackhole: false, vpcOwner: "1" } }),
      {
        state: "unknown",
        words:
          "The subnet subnet-0a1b2c3d sends what is for the internet to tgw-1, which must lead there, as vpc-0a1b2c3d4e5f60718 has no endpoint of ssmmessages.",
      },
    );
    assert.deepEqual(
      wayToSessionManager({
        ...known,
        isShared: true,
        route: { gateway: undefined, isBlackhole: false, vpcOwner: "1" },
      }),
      {
        state: "unknown",
        words:
          "The subnet subnet-0a1b2c3d has no route to the internet, and whether vpc-0a1b2c3d4e5f60718, which another account shares, has an endpoint of ssmmessages is not shown.",
      },
    );
    assert.equal(wayToSessionManager(undefined).state, "unknown");
  });

  it("is missing where the gateway of the route is gone", () => {
    const check = wayToSessionManager({
      ...where,
      publicAddress: undefined,
      endpoints: [],
      isShared: false,
      route: { gateway: "nat-1", isBlackhole: true, vpcOwner: "1" },
    });
    assert.deepEqual(check, {
      state: "missing",
      words:
        "The route of the subnet subnet-0a1b2c3d to the internet leads to nat-1, which is gone, and vpc-0a1b2c3d4e5f60718 has no endpoint of ssmmessages.",
    });
  });
});

describe("The checklist of ECS Exec", () => {
  it("says which precondition is missing", () => {
    const checks = execChecklist({
      task: { enableExecuteCommand: true, platformVersion: "1.3.0" },
      container: {
        name: "api",
        lastStatus: "RUNNING",
        managedAgents: [
          { name: "ExecuteCommandAgent", lastStatus: "STOPPED", reason: "Received Container Stopped event" },
        ],
      },
      definition: { containerDefinitions: [{ name: "api", readonlyRootFilesystem: true }] },
      plugin: "/usr/bin/session-manager-plugin",
      notAllowed: undefined,
      surroundings: undefined,
    });
    assert.deepEqual(
      checks.filter(({ state }) => state === "missing").map(({ words }) => words.split(/[.:] /)[0]),
      [
        "The ExecuteCommand agent is stopped",
        "The task definition has no taskRoleArn",
        "The root file system is read-only, but the agent must write to it.",
        "The platform version 1.3.0 has no ECS Exec",
      ],
    );
    assert.match(
      checklistPage("No session in api", "It failed.", checks).text,
      /^# No session in api\n\nIt failed\.\n\n\| \| \|\n\| --- \| --- \|\n\| ✘ missing \|/,
    );
  });
});
