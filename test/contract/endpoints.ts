import { spawn } from "node:child_process";
import { once } from "node:events";
import { freePort } from "../../scripts/host/freePort.ts";
import type { PythonTools } from "../../scripts/python/tools.ts";
import { startSimulator } from "../../simulator/src/simulator.ts";
import { until } from "../support/until.ts";

/** An ECS that runs on this machine. */
export interface Endpoint {
  readonly url: string;
  stop(): Promise<void>;
}

export type Emulator = "moto" | "MiniStack";

export async function startOurs(): Promise<Endpoint> {
  const simulator = await startSimulator({
    scenario: {
      region: "us-east-1",
      resources: {
        subnets: [{ id: "subnet-1", zone: "a", name: "first", public: true }],
        securityGroups: [{ id: "sg-1", name: "default" }],
      },
    },
  });
  return { url: simulator.endpoint, stop: () => simulator.close() };
}

/** Starts an emulator of others on a free port. */
export async function startEmulator(emulator: Emulator, { python, env }: PythonTools): Promise<Endpoint> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const args =
    emulator === "moto" ? ["-m", "moto.server", "-H", "127.0.0.1", "-p", String(port)] : ["-m", "ministack"];
  const own = { MINISTACK_HOST: "127.0.0.1", GATEWAY_PORT: String(port), LOG_LEVEL: "ERROR" };
  const child = spawn(python, args, {
    env: { ...env, ...own, PATH: process.env["PATH"], HOME: process.env["HOME"] },
    stdio: "ignore",
  });
  const ended = once(child, "exit");
  await until(`${emulator} on ${url}`, () => fetch(url).then(() => true));
  return {
    url,
    async stop() {
      child.kill("SIGKILL");
      await ended;
    },
  };
}
