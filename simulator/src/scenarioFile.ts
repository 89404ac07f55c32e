import { readFile } from "node:fs/promises";
import schema from "../../schemas/simulator-scenario.schema.json" with { type: "json" };
import type { Scenario } from "./scenario.ts";
import { faults, type Schema } from "./schema.ts";

/** Reads a scenario from a JSON file. Throws an Error that names the file and what is wrong in it. */
export async function readScenarioFile(file: string): Promise<Scenario> {
  const scenario = parse(file, await readFile(file, "utf8"));
  const found = faults(scenario, schema as Schema, schema as Schema);
  if (found.length > 0) throw new Error(`${file} is not a scenario:\n${found.map((fault) => `  ${fault}`).join("\n")}`);
  return scenario as Scenario;
}

function parse(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${file} is not JSON: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}
