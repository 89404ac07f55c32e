import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, relative } from "node:path";
import type Mocha from "mocha";

/** How many tests of a run passed, failed, or were skipped. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Seconds that each file took, by its path in the project. */
  readonly files: Readonly<Record<string, number>>;
}

/** Writes the counts of a run, when it ends, into the file that TASKWRIGHT_COUNTS names. */
export function writeCountsAtEnd(runner: Mocha.Runner): void {
  const target = process.env["TASKWRIGHT_COUNTS"];
  if (!target) return;
  const files: Record<string, number> = {};
  const starts = new Map<Mocha.Suite, number>();
  runner.on("suite", (suite) => void starts.set(suite, performance.now()));
  runner.on("suite end", (suite) => {
    if (!suite.parent?.root || suite.file === undefined) return;
    const file = relative(process.cwd(), suite.file);
    const seconds = (performance.now() - (starts.get(suite) ?? performance.now())) / 1000;
    files[file] = (files[file] ?? 0) + seconds;
  });
  runner.once("end", () => {
    if (!runner.stats) throw new Error("Mocha gives no statistics.");
    const { passes, failures, pending } = runner.stats;
    const counts: Counts = { passed: passes, failed: failures, skipped: pending, files };
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, JSON.stringify(counts));
  });
}

/** The counts of several runs together. */
export function sumOf(all: readonly Counts[]): Counts {
  const sum = (key: "passed" | "failed" | "skipped"): number =>
    all.reduce((total, counts) => total + counts[key], 0);
  const files = Object.assign({}, ...all.map((counts) => counts.files)) as Counts["files"];
  return { passed: sum("passed"), failed: sum("failed"), skipped: sum("skipped"), files };
}
