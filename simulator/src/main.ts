import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import type { Scenario } from "./scenario.ts";
import { scenarios } from "./scenarios/index.ts";
import { startSimulator } from "./simulator.ts";

const { values } = parseArgs({
  options: {
    port: { type: "string", default: "0" },
    scenario: { type: "string", default: "demo" },
    clock: { type: "string", default: "real" },
  },
});

/** A scenario that comes with the simulator, or the content of a file. */
async function readScenario(nameOrFile: string): Promise<Scenario> {
  return scenarios[nameOrFile] ?? (JSON.parse(await readFile(nameOrFile, "utf8")) as Scenario);
}

async function main(): Promise<void> {
  const scenario = await readScenario(values.scenario);
  const simulator = await startSimulator({ port: Number(values.port), scenario, clock: values.clock });
  console.log(JSON.stringify({ endpoint: simulator.endpoint, scenario: values.scenario, clock: values.clock }));
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void simulator.close().then(() => process.exit(0)));
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
});
