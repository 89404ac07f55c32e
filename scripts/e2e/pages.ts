import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readFile, readdir, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { sumOf, type Counts } from "../../test/support/counts.ts";
import { browserServer } from "../host/browserServer.ts";
import { endChild, endingWithThis } from "../host/child.ts";
import type { Cleanup } from "../host/cleanup.ts";
import { timed } from "../host/stopwatch.ts";
import { installExtension } from "../host/workbench.ts";

export interface PagesOptions {
  readonly grep: string | undefined;
  /** How many files run at once. */
  readonly atOnce: number;
}

const folder = "test/e2e/pages";
/**
 * Milliseconds that a test may take: more than what it waits for one after another takes on a busy machine.
 */
const longest = 600_000;
/** Where each file leaves what its tests came to. */
const results = resolve("out/e2e/pages");
/** The profile in which the extension is installed, once for all windows. */
const installed = resolve("out/e2e/installed");

/** Runs the files of `test/e2e/pages`, each in a process of its own. True when all passed. */
export async function runPages(cleanup: Cleanup, options: PagesOptions): Promise<boolean> {
  console.log("With mouse and keyboard");
  for (const old of ["out/screenshots", results]) await rm(old, { recursive: true, force: true });
  await timed(console.log, "Installing the extension", install);
  const waiting = await longestFirst();
  const passed: boolean[] = [];
  const worker = async (): Promise<void> => {
    for (let file = waiting.shift(); file !== undefined && !cleanup.ending; file = waiting.shift())
      passed.push(await runFile(cleanup, file, options));
  };
  await Promise.all(Array.from({ length: options.atOnce }, worker));
  await leaveCounts();
  return passed.every(Boolean);
}

async function install(): Promise<void> {
  await rm(installed, { recursive: true, force: true });
  const profile = { userData: join(installed, "user"), extensions: join(installed, "extensions") };
  await installExtension(await browserServer(console.log), resolve("out/taskwright.vsix"), profile);
}

/**
 * The files, those first that take long: about those with the most text. The last to end is then not late by
 * much.
 */
async function longestFirst(): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".test.ts"));
  const files = await Promise.all(
    names.map(async (name) => ({ name, size: (await stat(join(folder, name))).size })),
  );
  return files.sort((a, b) => b.size - a.size).map(({ name }) => name);
}

/** Runs a file and prints what it said when it has ended, so that what several say does not mix. */
async function runFile(cleanup: Cleanup, file: string, { grep }: PagesOptions): Promise<boolean> {
  const args = [
    resolve("node_modules/mocha/bin/mocha.js"),
    join(folder, file),
    "--timeout",
    String(longest),
    "--reporter",
    "test/support/specReporter.ts",
    ...(grep === undefined ? [] : ["--grep", grep]),
  ];
  const counts = join(results, `${file}.json`);
  const child = spawn(process.execPath, [...endingWithThis(), ...args], {
    env: {
      ...process.env,
      TASKWRIGHT_COUNTS: counts,
      TASKWRIGHT_EXTENSIONS: join(installed, "extensions"),
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (data: Buffer) => (output += data.toString()));
  await cleanup.add(() => endChild(child));
  const [code] = (await once(child, "close")) as [number | null];
  const ran = await readCounts(counts);
  // A file in which nothing matches has nothing to say.
  if (code !== 0 || ran?.passed) console.log(output.trimEnd());
  return code === 0;
}

/** Sums up what the files left, for `npm test`. */
async function leaveCounts(): Promise<void> {
  const target = process.env["TASKWRIGHT_COUNTS"];
  if (!target) return;
  const all = await Promise.all((await readdir(results)).map((name) => readCounts(join(results, name))));
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, JSON.stringify(sumOf(all.filter((counts) => counts !== undefined))));
}

async function readCounts(file: string): Promise<Counts | undefined> {
  const text = await readFile(file, "utf8").catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as Counts);
}
