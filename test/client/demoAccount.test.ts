import assert from "node:assert/strict";
import { clusterResource } from "../../client/src/model/resource.ts";
import { systemClock } from "../../client/src/model/clock.ts";
import { spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as aws from "../../client/src/aws/index.ts";
import type { WriteQuestion } from "../../client/src/aws/writes/guard.ts";
import type { Command } from "../../client/src/commands/command.ts";
import { closeDemoAccount, openDemoAccount } from "../../client/src/commands/demoAccount.ts";
import { selectRegion } from "../../client/src/commands/selectRegion.ts";
import { switchConnection } from "../../client/src/commands/switchConnection.ts";
import { Connections, type Storage } from "../../client/src/account/connections.ts";
import { DemoAccount } from "../../client/src/account/demoAccount.ts";
import { startDemoProcess, type DemoProcess } from "../../client/src/account/demoProcess.ts";
import { demoTarget } from "../../client/src/model/target.ts";
import { Sessions } from "../../client/src/account/sessions.ts";
import { ViewOptions } from "../../client/src/account/viewOptions.ts";
import { Explorer } from "../../client/src/tree/explorer.ts";
import { RootNode } from "../../client/src/tree/rootNode.ts";
import { useConfiguration } from "../support/awsConfiguration.ts";
import { ScriptedUi, type Answer } from "../support/scriptedUi.ts";
import { memoryStorage, simulatedAccount, type SimulatedAccount } from "../support/simulatedAccount.ts";
import { until } from "../support/until.ts";

const program = "dist/simulator.js";
const label = "demo (simulated) · eu-west-1";

describe("The demo account", () => {
  const processes: DemoProcess[] = [];
  const questions: WriteQuestion[] = [];
  let configuration: { restore(): Promise<void> };
  let account: SimulatedAccount;
  let storage: Storage;
  let connections: Connections;
  let demo: DemoAccount;
  let explorer: Explorer;

  /** Runs a command; a user gives the answers. */
  async function run(command: Command<never>, ...answers: Answer[]): Promise<ScriptedUi> {
    const ui = new ScriptedUi(...answers);
    await command.run(account.context(ui, { connections, demo, explorer }), undefined, []);
    return ui;
  }

  const rows = async (): Promise<string[]> =>
    (await explorer.children()).map(({ node }) => {
      const { label: text, description } = node.row();
      return description === undefined ? text : `${text} | ${description}`;
    });

  before(async () => {
    account = await simulatedAccount({});
    configuration = await useConfiguration("[default]\nregion = eu-central-1\n");
  });
  after(async () => {
    await configuration.restore();
    await account.close();
  });
  beforeEach(() => {
    storage = memoryStorage();
    const silent = { finished: () => undefined, throttling: () => undefined, recovered: () => undefined };
    const confirm = async (question: WriteQuestion): Promise<boolean> => {
      questions.push(question);
      return false;
    };
    connections = new Connections({
      loadAws: async () => aws,
      storage,
      environment: {},
      prompts: { mfaCode: () => Promise.reject(new Error("There is no MFA here.")) },
      clock: systemClock,
      callsPerSecond: () => 1000,
      observer: () => silent,
      guard: { rules: () => ({ readOnly: [], protected: [] }), confirm, audit: () => undefined },
    });
    demo = new DemoAccount(connections, async () => {
      const started = await startDemoProcess(program);
      processes.push(started);
      return started;
    });
    const sessions = new Sessions(connections, new ViewOptions(() => undefined));
    explorer = new Explorer(
      new RootNode(connections, sessions),
      {
        changed: () => undefined,
        failed: () => undefined,
        revealed: async () => undefined,
      },
      systemClock,
    );
    connections.onDidChange(() => explorer.refresh());
  });
  afterEach(async () => {
    await demo.close();
    await Promise.all(processes.splice(0).map(({ ended }) => ended));
  });

  it("becomes the current connection, labelled as simulated, and needs no profile", async () => {
    await run(openDemoAccount);
    assert.deepEqual(await connections.targets(), [
      demoTarget,
      { profile: "default", region: "eu-central-1" },
    ]);
    const { account: number } = (await (await connections.current())?.identity()) ?? {};
    assert.equal(number, "123456789012");
    assert.deepEqual(await rows(), [label, "default · eu-central-1"]);
    const [first] = await explorer.children();
    assert.equal(first?.node.row().accessible, "Simulated demo account in eu-west-1");
  });

  it("shows the clusters of the shop", async () => {
    await run(openDemoAccount);
    const [first] = await explorer.children();
    assert.deepEqual(first && (await explorer.children(first)).map(({ node }) => node.row().label), [
      "Clusters",
      "Task definitions",
    ]);
    assert.equal(first?.node.row().description, "123456789012");
    const connection = await connections.current();
    assert.deepEqual(
      (await connection?.ecs.clusters())?.map(({ clusterName }) => clusterName),
      ["live", "staging"],
    );
  });

  it("leads nowhere in the AWS console, which does not know it", async () => {
    await run(openDemoAccount);
    const [root] = await explorer.children();
    const below = async (parent: NonNullable<typeof root>, text: string): Promise<NonNullable<typeof root>> =>
      (await explorer.children(parent)).find(({ node }) => node.row().label === text) ??
      assert.fail(`There is no row ${text}.`);
    const cluster = await below(await below(root ?? assert.fail(), "Clusters"), "live");
    const service = await below(await below(cluster, "Services"), "payments");
    const resources = await explorer.children(await below(service, "Resources"));
    const [task] = await explorer.children(await below(service, "Tasks"));
    const links = [cluster, service, task ?? assert.fail(), ...resources].map(({ node }) => node.url);
    assert.ok(resources.length > 5, `${resources.length} resources`);
    assert.deepEqual(new Set(links), new Set([undefined]));
  });

  it("is named as simulated in the question before a write", async () => {
    await run(openDemoAccount);
    const connection = await connections.current();
    await connection?.writes.ask({
      question: "Stop it",
      facts: [],
      action: "Stop",
      resources: [clusterResource("live")],
    });
    assert.equal(questions.at(-1)?.question, "Stop it in the simulated account 123456789012, eu-west-1?");
  });

  it("leaves nothing behind in what is stored", async () => {
    await run(openDemoAccount);
    await connections.makeCurrent(demoTarget);
    assert.equal(storage.get("targets"), undefined);
    await connections.add({ profile: "other", region: "us-east-1" });
    assert.deepEqual(storage.get("targets"), [
      { profile: "default", region: "eu-central-1" },
      { profile: "other", region: "us-east-1" },
    ]);
  });

  it("is started once, however often it is opened", async () => {
    await Promise.all([demo.open(), demo.open()]);
    await demo.open();
    assert.equal(processes.length, 1);
    assert.equal((await connections.targets()).length, 2);
  });

  it("ends when it is closed", async () => {
    await run(openDemoAccount);
    await run(closeDemoAccount);
    await processes[0]?.ended;
    assert.deepEqual(await rows(), ["default · eu-central-1"]);
    assert.equal(connections.demo, undefined);
  });

  it("ends when another profile takes its place", async () => {
    await run(openDemoAccount);
    await connections.replace({ profile: "default", region: "eu-central-1" }, demoTarget);
    await processes[0]?.ended;
    assert.deepEqual(await connections.targets(), [{ profile: "default", region: "eu-central-1" }]);
  });

  it("keeps its place when another connection becomes current", async () => {
    await run(openDemoAccount);
    await connections.makeCurrent({ profile: "default", region: "eu-central-1" });
    assert.deepEqual(await rows(), ["default · eu-central-1", label]);
  });

  it("says when it has stopped by itself, and starts anew", async () => {
    await run(openDemoAccount);
    await explorer.children();
    processes[0]?.stop();
    await until(
      "the row that says so",
      async () => (await rows())[0] === `${label} | has stopped · click to start it anew`,
    );
    await assert.rejects(
      connections.open(demoTarget),
      /^Error: the demo account is not running\. “ECS: Open Demo Account” starts it\.$/,
    );
    const [stopped] = await explorer.children();
    assert.equal(stopped?.node.row().click, "taskwright.openDemoAccount");
    await run(openDemoAccount);
    assert.equal((await rows())[0]?.startsWith(label), true);
    assert.equal((await (await connections.open(demoTarget)).identity()).account, "123456789012");
    assert.equal(processes.length, 2);
  });

  it("has one region", async () => {
    await run(openDemoAccount);
    const ui = await run(selectRegion, undefined);
    assert.deepEqual(ui.said, ["info The demo account has this one region."]);
    const switching = await run(switchConnection, undefined);
    assert.deepEqual(switching.offered, ["default · eu-central-1", "Select Profile…"]);
  });

  it("is found by no setting of the environment that names another endpoint", async () => {
    process.env["AWS_ENDPOINT_URL"] = "http://127.0.0.1:9";
    process.env["AWS_USE_FIPS_ENDPOINT"] = "true";
    try {
      await run(openDemoAccount);
      assert.equal((await (await connections.current())?.identity())?.account, "123456789012");
    } finally {
      delete process.env["AWS_ENDPOINT_URL"];
      delete process.env["AWS_USE_FIPS_ENDPOINT"];
    }
  });
});

describe("The program of the demo account", () => {
  it("ends with the process that started it", async () => {
    const parent = `
      import { startDemoProcess } from "./client/src/account/demoProcess.ts";
      const { endpoint } = await startDemoProcess("${program}");
      process.stdout.write(endpoint);
      process.kill(process.pid, "SIGKILL");`;
    const { stdout: endpoint } = spawnSync(
      process.execPath,
      ["--input-type=module-typescript", "-e", parent],
      { encoding: "utf8" },
    );
    assert.match(endpoint, /^http:\/\/127\.0\.0\.1:\d+$/);
    const isUp = (): Promise<boolean> =>
      fetch(endpoint).then(
        () => true,
        () => false,
      );
    await until("the end of the simulator", async () => !(await isUp()));
  });

  it("tells why it did not start", async () => {
    const folder = await mkdtemp(join(tmpdir(), "taskwright-demo-"));
    const broken = join(folder, "broken.cjs");
    await writeFile(broken, 'console.error("no port is free"); process.exitCode = 2;');
    await assert.rejects(startDemoProcess(broken), /^Error: the simulator ended with 2\. no port is free$/);
    await rm(folder, { recursive: true });
  });
});
