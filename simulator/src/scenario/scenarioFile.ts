import { readFile } from "node:fs/promises";
import type { Scenario } from "./scenario.ts";
import { scenarios } from "./scenarios/index.ts";
import { scenarioFaults } from "./scenarioSchema.ts";

/** Reads a scenario from a JSON file. Throws an Error that names the file and what is wrong in it. */
export async function readScenarioFile(file: string): Promise<Scenario> {
  const scenario = parse(file, await readText(file));
  const found = scenarioFaults(scenario);
  if (found.length > 0)
    throw new Error(`${file} is not a scenario:\n${found.map((fault) => `  ${fault}`).join("\n")}`);
  return scenario as Scenario;
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (cause) {
    const names = Object.keys(scenarios).join(", ");
    throw new Error(
      `"${file}" is neither a scenario (${names}) nor a file that can be read: ${messageOf(cause)}`,
      { cause },
    );
  }
}

function parse(file: string, text: string): unknown {
  try {
    // Editors of Windows put a byte order mark before the text.
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (cause) {
    throw new Error(`${file} is not JSON: ${messageOf(cause)}`, { cause });
  }
}

const messageOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));
