import { parseArgs } from "node:util";
import { readScenarioFile } from "./scenario/scenarioFile.ts";
import { namedScenario } from "./scenario/scenarios/index.ts";
import { startSimulator } from "./simulator.ts";

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: "string", default: "0" },
      scenario: { type: "string", default: "demo" },
      clock: { type: "string", default: "real" },
      control: { type: "boolean", default: false },
    },
  });
  const scenario = namedScenario(values.scenario) ?? (await readScenarioFile(values.scenario));
  const { clock, control } = values;
  const simulator = await startSimulator({ port: portOf(values.port), scenario, clock, control });
  console.log(JSON.stringify({ endpoint: simulator.endpoint, scenario: values.scenario, clock }));
  const end = (): void => void simulator.close().then(() => process.exit(0));
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, end);
  // Started with a channel, it ends with the process at the other end of it.
  process.once("disconnect", end);
}

function portOf(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port < 65536) return port;
  throw new RangeError(`Not a port: ${text}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
});
