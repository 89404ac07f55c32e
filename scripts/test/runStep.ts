import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Counts } from "../../test/support/counts.ts";
import { endChild, endingWithThis } from "../host/child.ts";
import type { Cleanup } from "../host/cleanup.ts";
import type { Outcome, Step } from "./step.ts";

const folder = resolve("out/test");
/** Minutes. Far more than any step takes, on a machine that is busy with something else too. */
const limit = 45;

/** Runs a step to its end. A step of tests that ran none has failed. */
export async function runStep(step: Step, cleanup: Cleanup): Promise<Outcome> {
  const start = performance.now();
  const countsFile = join(folder, `${step.name.replaceAll(" ", "-")}.json`);
  await rm(countsFile, { force: true });
  const env = { ...process.env, TASKWRIGHT_COUNTS: countsFile };
  const child = spawn(process.execPath, [...endingWithThis(), ...step.command], {
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (data: Buffer) => (output += data.toString()));
  const ended = once(child, "close");
  await cleanup.add(() => endChild(child));
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    void endChild(child);
  }, limit * 60_000);
  const [code] = (await ended) as [number | null];
  clearTimeout(timer);
  const outcome = { step, output, seconds: (performance.now() - start) / 1000 };
  if (late) return { ...outcome, result: "failed", reason: `It did not end within ${limit} minutes.` };
  const counts = step.tests && (await readCounts(countsFile));
  if (step.tests && !counts?.passed && !counts?.failed)
    return { ...outcome, result: "failed", reason: "It ran no test." };
  return { ...outcome, result: code === 0 ? "passed" : "failed", ...(counts && { counts }) };
}

async function readCounts(file: string): Promise<Counts | undefined> {
  const text = await readFile(file, "utf8").catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as Counts);
}
