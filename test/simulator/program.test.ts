import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ECSClient, ListTasksCommand } from "@aws-sdk/client-ecs";
import { scenarios } from "../../simulator/src/scenarios/index.ts";
import { startSimulator } from "../../simulator/src/simulator.ts";
import { clientSettings } from "./testAccount.ts";

const program = "dist/simulator.js";
const run = (...args: string[]) => spawnSync(process.execPath, [program, ...args], { encoding: "utf8", timeout: 20_000 });

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
    const definition = { family: "web", containerDefinitions: [{ name: "app", image: "web:once", memory: 128 }] };
    const task = { taskDefinition: "web", launchType: "EC2" };
    await writeFile(file, JSON.stringify({ taskDefinitions: [definition], clusters: [{ name: "live", instances: [{}], tasks: [task, { ...task, taskDefinition: "unknown" }] }] }));
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

  it("refuses arguments that it does not know", () => {
    assert.match(run("--scenario", "/nowhere.json").stderr, /ENOENT.*\/nowhere\.json/);
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
