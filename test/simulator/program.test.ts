import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ECSClient, ListTasksCommand } from "@aws-sdk/client-ecs";
import { scenarios } from "../../simulator/src/scenario/scenarios/index.ts";
import { startSimulator } from "../../simulator/src/simulator.ts";
import { until } from "../support/until.ts";
import { clientSettings } from "./testAccount.ts";

const program = "dist/simulator.js";
const run = (...args: string[]) =>
  spawnSync(process.execPath, [program, ...args], { encoding: "utf8", timeout: 20_000 });

describe("The program of the simulator", () => {
  it("has `large` ready after less than two seconds of work, in less than 300 MB", () => {
    // Of work, not of waiting for a busy machine.
    const measured = `
      const print = console.log;
      console.log = () => {
        const { user, system } = process.cpuUsage();
        print(JSON.stringify({ seconds: (user + system) / 1e6, megabytes: process.memoryUsage.rss() / 1e6 }));
        process.exit(0);
      };
      process.argv.push("--scenario", "large");
      require("./${program}");`;
    const { stdout } = spawnSync(process.execPath, ["-e", measured], { encoding: "utf8" });
    const { seconds, megabytes } = JSON.parse(stdout) as { seconds: number; megabytes: number };
    assert.ok(seconds < 2, `${seconds} s of work`);
    assert.ok(megabytes < 300, `${megabytes} MB`);
  });

  it("ends and says why when a scenario is refused, although something was started by then", async () => {
    const folder = await mkdtemp(join(tmpdir(), "scenario-"));
    const file = join(folder, "scenario.json");
    const definition = {
      family: "web",
      containerDefinitions: [{ name: "app", image: "web:once", memory: 128 }],
    };
    const task = { taskDefinition: "web", launchType: "EC2" };
    await writeFile(
      file,
      JSON.stringify({
        taskDefinitions: [definition],
        clusters: [{ name: "live", instances: [{}], tasks: [task, { ...task, taskDefinition: "unknown" }] }],
      }),
    );
    const { status, stderr } = run("--scenario", file);
    await rm(folder, { recursive: true });
    assert.equal(stderr.trim(), "cluster live: task unknown: TaskDefinition not found.");
    assert.equal(status, 2);
  });

  it("ends and says why when its port is taken", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const { status, stderr } = run("--port", String((server.address() as AddressInfo).port));
    server.close();
    assert.match(stderr, /EADDRINUSE/);
    assert.equal(status, 2);
  });

  it("ends and says why when a scenario file is none", async () => {
    const folder = await mkdtemp(join(tmpdir(), "scenario-"));
    const file = join(folder, "scenario.json");
    const refusal = async (text: string, ...args: string[]): Promise<string> => {
      await writeFile(file, text);
      const { status, stderr, stdout } = run("--scenario", file, ...args);
      assert.deepEqual([status, stdout], [2, ""]);
      return stderr.trim().replaceAll(file, "FILE");
    };
    const definition = {
      family: "web",
      containerDefinitions: [{ name: "app", image: "web:1", memory: 128 }],
    };
    const service = { serviceName: "web", taskDefinition: "web", desiredCount: 1 };
    const withServices = (...services: object[]): string =>
      JSON.stringify({ taskDefinitions: [definition], clusters: [{ name: "live", services }] });

    assert.match(
      await refusal("{nope"),
      /^FILE is not JSON: Expected property name or '}' in JSON at position 1/,
    );
    assert.equal(await refusal("[]"), "FILE is not a scenario:\n  the top level must be of type object");
    assert.equal(
      await refusal(
        '{"pace": {"pending": 1e999, "hook": -1}, "region": "Mars", "trouble": [{"share": 2, "unless": 1}]}',
      ),
      [
        "FILE is not a scenario:",
        "  /pace/pending must be of type number",
        "  /pace/hook must be at least 0",
        "  /region must match ^[a-z]{2}(-[a-z]+)+-[0-9]$",
        "  /trouble/0/share must be at most 1",
        "  /trouble/0/unless is not known; there are api, operations, accessKeyId, from, until, share, every, times, latency, late, error, carriedOut, stale, meanwhile, perSecond, burst",
      ].join("\n"),
    );
    assert.equal(
      await refusal('{"clusters": [{"name": "live"}, {"name": "live"}]}'),
      "cluster live: There are two clusters of this name.",
    );
    assert.equal(
      await refusal(withServices(service, service)),
      "cluster live: service web: There are two services of this name.",
    );
    assert.equal(
      await refusal(withServices({ ...service, desiredCount: 1e9 })),
      "cluster live: service web: Desired count should be at most 5000.",
    );
    // With a byte order mark it is read: what is refused is the clock.
    assert.match(await refusal("\uFEFF{}", "--clock", "slow"), /^Unknown clock "slow"/);
    await rm(folder, { recursive: true });
  });

  it("ends when it is told to, also while callers wait", async () => {
    for (const signal of ["SIGTERM", "SIGINT"] as const) {
      const child = spawn(process.execPath, [program, "--clock", "step", "--control"], {
        stdio: ["ignore", "pipe", "inherit"],
      });
      const [line] = (await once(child.stdout, "data")) as [Buffer];
      const { endpoint } = JSON.parse(line.toString()) as { endpoint: string };
      await fetch(`${endpoint}/_simulator/trouble`, {
        method: "POST",
        body: JSON.stringify([{ latency: 60 }]),
      });
      const waiting = fetch(endpoint, {
        method: "POST",
        headers: { "x-amz-target": "AmazonEC2ContainerServiceV20141113.ListClusters" },
        body: "{}",
      });
      await until(
        "the call",
        async () => ((await (await fetch(`${endpoint}/_simulator/calls`)).json()) as object[]).length === 1,
      );
      child.kill(signal);
      await assert.rejects(waiting, /^TypeError: fetch failed$/);
      assert.deepEqual(await once(child, "exit"), [0, null]);
    }
  });

  it("refuses arguments that it does not know", () => {
    assert.equal(
      run("--scenario", "/nowhere.json").stderr.trim(),
      `"/nowhere.json" is neither a scenario (chaos, demo, deployments, empty, large) nor a file that can be read: ENOENT: no such file or directory, open '/nowhere.json'`,
    );
    assert.match(run("--scenario", "constructor").stderr, /^"constructor" is neither a scenario/);
    assert.equal(run("--days", "3").stderr.trim(), "Unknown option '--days'");
    assert.equal(run("--clock", "slow").stderr.trim(), 'Unknown clock "slow": use real, step or fast:N.');
    assert.equal(run("--port", "x").stderr.trim(), "Not a port: x");
  });
});

describe("The seed of a scenario", () => {
  const taskArns = async (seed: number): Promise<readonly string[]> => {
    const simulator = await startSimulator({ scenario: { ...scenarios.demo, seed }, clock: "step" });
    const ecs = new ECSClient(clientSettings(simulator));
    simulator.clock.advance(300);
    const { taskArns: arns = [] } = await ecs.send(new ListTasksCommand({ cluster: "live" }));
    ecs.destroy();
    await simulator.close();
    return arns;
  };

  it("decides all ARNs and their order", async () => {
    const first = await taskArns(3);
    assert.deepEqual(await taskArns(3), first);
    assert.notDeepEqual(await taskArns(4), first);
  });
});
