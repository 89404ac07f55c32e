import { dirname, join, resolve } from "node:path";
import { configurationFile } from "../configurationFile.ts";
import { readText } from "./readText.ts";
import type { RuleSettings } from "../service/features/validate.ts";
import { ruleFacts } from "../service/rules/index.ts";

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
    const text = await readText(path, mostBytes).catch(() => undefined);
    if (text !== undefined) return parseConfiguration(path, text);
    if (folder === dirname(folder)) return { rules: {} };
  }
}

const severities: ReadonlySet<unknown> = new Set([
  "error",
  "warning",
  "information",
  "hint",
  "off",
] satisfies RuleSettings[string][]);

function parseConfiguration(path: string, text: string): Configuration {
  const rules = rulesOf(path, parseJson(path, text));
  const ids = new Set(ruleFacts.map(({ id }) => id));
  for (const [id, severity] of Object.entries(rules)) {
    if (!ids.has(id))
      throw new Error(
        `${path} names the rule "${id}", which does not exist. docs/rules/README.md lists the rules.`,
      );
    if (!severities.has(severity))
      throw new Error(
        `${path} gives "${id}" the severity ${JSON.stringify(severity)}. Use ${[...severities].join(", ")}.`,
      );
  }
  return { rules: rules as RuleSettings };
}

function rulesOf(path: string, configuration: unknown): Readonly<Record<string, unknown>> {
  const rules = isObject(configuration) ? (configuration["rules"] ?? {}) : undefined;
  if (!isObject(rules))
    throw new Error(`${path} has to look like { "rules": { "image-tag-latest": "off" } }.`);
  return rules;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // What the parser says quotes the text, and a link may lead to a file that is nobody's business.
    throw new Error(`${path} is not valid JSON.`, { cause: error });
  }
}
