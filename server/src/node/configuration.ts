import { parse, type ParseError } from "jsonc-parser";
import { dirname, join, relative, resolve, sep } from "node:path";
import { configurationFile } from "../configurationFile.ts";
import type { RuleSettings } from "../service/features/validate.ts";
import { chosenRules } from "../service/rules/presets.ts";
import { checkedConfiguration } from "./configurationShape.ts";
import { fitsPattern } from "./globMatch.ts";
import { reasonOf } from "./reasonOf.ts";
import { readText } from "./readText.ts";

/** The settings of all rules are some kilobytes. */
const mostBytes = 1024 * 1024;

export interface Configuration {
  readonly rules: RuleSettings;
}

/**
 * The settings for a file: of the nearest `.taskwrightrc.json` in its folder or above.
 * Throws an Error that names the file when one is there and cannot be read.
 */
export async function readConfiguration(file: string): Promise<Configuration> {
  for (let folder = dirname(resolve(file)); ; folder = dirname(folder)) {
    const path = join(folder, configurationFile);
    const text = await readIfThere(path);
    if (text !== undefined) return configurationFor(file, path, text);
    if (folder === dirname(folder)) return { rules: {} };
  }
}

/**
 * The text of a settings file; undefined where there is none.
 *
 * @throws Error that names the file where something is there that cannot be read
 */
async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readText(path, mostBytes);
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    const isAbsent = code === "ENOENT" || code === "ENOTDIR";
    // Nobody can look into the folder.
    if (isAbsent || (code === "EACCES" && syscall === "stat")) return undefined;
    throw new Error(`cannot read ${path}: ${reasonOf(error)}`, { cause: error });
  }
}

function configurationFor(file: string, path: string, text: string): Configuration {
  const { overrides, ...general } = checkedConfiguration(path, parseJson(path, text));
  const place = relative(dirname(path), resolve(file)).split(sep).join("/");
  const fitting = overrides.filter(({ files }) => files.some((pattern) => fitsPattern(place, pattern)));
  return { rules: Object.assign({}, ...[general, ...fitting].map(chosenRules)) as RuleSettings };
}

function parseJson(path: string, text: string): unknown {
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors, { allowTrailingComma: true });
  // What stands there is not quoted: a link may lead to a file that is nobody's business.
  if (errors.length > 0) throw new Error(`${path} is not valid JSON.`);
  return value;
}
