import type { Outcome } from "./step.ts";

/** The table at the end: a line for each step. */
export function table(outcomes: readonly Outcome[]): string {
  const width = Math.max(...outcomes.map(({ step }) => step.name.length));
  const lines = outcomes.map(({ step, result, seconds, counts }) => {
    const tests = counts
      ? `${counts.passed} passed, ${counts.failed} failed${counts.skipped > 0 ? `, ${counts.skipped} skipped` : ""}`
      : "";
    return `${step.name.padEnd(width)}  ${result.padEnd(7)}  ${seconds.toFixed(1).padStart(6)} s  ${tests}`.trimEnd();
  });
  return lines.join("\n");
}

/**
 * The tests of all steps; a step that went wrong in another way than by a failed test counts as one failure.
 */
export function totals(outcomes: readonly Outcome[]): { passed: number; failed: number } {
  const passed = outcomes.reduce((sum, { counts }) => sum + (counts?.passed ?? 0), 0);
  const failed = outcomes.reduce(
    (sum, { result, counts }) => sum + (result === "passed" ? 0 : counts?.failed || 1),
    0,
  );
  return { passed, failed };
}

/** How many files are named. */
const named = 10;

/** The test files that took longest, a line each. */
export function longestFiles(outcomes: readonly Outcome[]): string {
  const files = outcomes.flatMap(({ counts }) => Object.entries(counts?.files ?? {}));
  const longest = files.sort(([, a], [, b]) => b - a).slice(0, named);
  return longest.map(([file, seconds]) => `${seconds.toFixed(1).padStart(6)} s  ${file}`).join("\n");
}
