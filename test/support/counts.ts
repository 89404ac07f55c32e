import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type Mocha from "mocha";

/** How many tests of a run passed, failed, or were skipped. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Writes the counts of a run, when it ends, into the file that TASKWRIGHT_COUNTS names. */
export function writeCountsAtEnd(runner: Mocha.Runner): void {
  const file = process.env["TASKWRIGHT_COUNTS"];
  if (!file) return;
  runner.once("end", () => {
    if (!runner.stats) throw new Error("Mocha gives no statistics.");
    const { passes, failures, pending } = runner.stats;
    const counts: Counts = { passed: passes, failed: failures, skipped: pending };
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(counts));
  });
}
