import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { ECSClient, ListTasksCommand } from "@aws-sdk/client-ecs";
import { startSimulator, type RunningSimulator } from "../../scripts/demo.ts";
import type { Row, Section } from "../row.ts";

const folder = fileURLToPath(new URL("../../out/bench/simulator", import.meta.url));
const calls = 20_000;
const atOnce = 20;

/** The simulator with an account of thousands of services. */
export const simulation: Section = {
  name: "simulator",
  what: "The simulator with the account `large`, asked by the AWS SDK",
  async measure() {
    const starts: number[] = [];
    for (let index = 0; index < 5; index++) {
      const started = performance.now();
      const simulator = await start(index);
      starts.push(performance.now() - started);
      await simulator.stop();
    }
    return [{ what: "start", unit: "ms", ours: starts, goal: 500 }, await throughput()];
  },
};

const start = (index: number): Promise<RunningSimulator> =>
  startSimulator(join(folder, String(index)), { scenario: "large", clock: "step" });

/** The SDK in this process takes part of the time. */
async function throughput(): Promise<Row> {
  const simulator = await start(9);
  const ecs = new ECSClient({
    region: "eu-west-1",
    endpoint: simulator.endpoint,
    credentials: { accessKeyId: "AKIABENCH", secretAccessKey: "bench" },
  });
  const started = performance.now();
  let left = calls;
  const work = async (): Promise<void> => {
    while (left-- > 0) await ecs.send(new ListTasksCommand({ cluster: "cluster-001", maxResults: 10 }));
  };
  try {
    await Promise.all(Array.from({ length: atOnce }, work));
    const seconds = (performance.now() - started) / 1_000;
    return { what: "ListTasks, 20 at a time", unit: "calls/s", ours: [calls / seconds], goal: 5_000 };
  } finally {
    ecs.destroy();
    await simulator.stop();
  }
}
