import { cp, glob, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Instrumenter } from "@stryker-mutator/instrumenter";

/** A small change of a rule, which is switched on by its id while the rules run. */
export interface RuleMutant {
  readonly id: string;
  /** From the top of the project. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** The kind of change, as Stryker calls it: `ConditionalExpression`. */
  readonly mutator: string;
  readonly replacement: string;
}

/** What the rule pages need beside the rules. */
const copied = [
  "server",
  "shared",
  "schemas",
  "docs/rules",
  "test/server",
  "test/support",
  "bench/documents.ts",
];

const logger = {
  isTraceEnabled: () => false,
  isDebugEnabled: () => false,
  isInfoEnabled: () => false,
  isWarnEnabled: () => true,
  isErrorEnabled: () => true,
  isFatalEnabled: () => true,
  trace: () => undefined,
  debug: () => undefined,
  info: () => undefined,
  warn: (message: string) => console.warn(message),
  error: (message: string) => console.error(message),
  fatal: (message: string) => console.error(message),
};

/**
 * Copies what the rule pages need to a folder, with all rules below some folders in a form that holds every
 * mutant of them, each behind a switch.
 * @param only a path that the rules' files have to begin with
 */
export async function instrument(folder: string, only: string): Promise<readonly RuleMutant[]> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const path of copied) await cp(path, join(folder, path), { recursive: true });
  const files = await readRules(only);
  const { files: changed, mutants } = await new Instrumenter(logger).instrument(files, {
    plugins: null,
    excludedMutations: [],
    ignorers: [],
  });
  for (const { name, content } of changed) await writeFile(join(folder, name), content);
  return mutants.map(({ id, fileName, location, mutatorName, replacement }) => ({
    id,
    file: fileName,
    line: location.start.line + 1,
    mutator: mutatorName,
    replacement,
  }));
}

async function readRules(only: string): Promise<{ name: string; content: string; mutate: boolean }[]> {
  const files: { name: string; content: string; mutate: boolean }[] = [];
  for await (const name of glob("server/src/service/rules/**/*.ts"))
    if (name.startsWith(only) && !name.endsWith("/index.ts"))
      files.push({ name, content: await readFile(name, "utf8"), mutate: true });
  return files.sort((a, b) => (a.name < b.name ? -1 : 1));
}
