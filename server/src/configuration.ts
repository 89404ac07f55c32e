import { readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { RuleSettings } from "./service/features/validate.ts";

export interface Configuration {
  readonly rules: RuleSettings;
}

/** The file that keeps settings beside the sources, for the editor and the command line alike. */
export const configurationFile = ".taskwrightrc.json";

/**
 * The settings for a file: of the nearest `.taskwrightrc.json` in its folder or above.
 * Throws an Error that names the file when one is there and cannot be read.
 */
export async function readConfiguration(file: string): Promise<Configuration> {
  for (let folder = dirname(resolve(file)); ; folder = dirname(folder)) {
    const path = join(folder, configurationFile);
    const text = await readFile(path, "utf8").catch(() => undefined);
    if (text !== undefined) return parseConfiguration(path, text);
    if (folder === dirname(folder)) return { rules: {} };
  }
}

function parseConfiguration(path: string, text: string): Configuration {
  try {
    return { rules: (JSON.parse(text) as Partial<Configuration>).rules ?? {} };
  } catch (error) {
    throw new Error(`${path} is not valid JSON: ${(error as Error).message}`, { cause: error });
  }
}
