// `npm test`: everything there is to check, on a fresh clone too. Ends with a line "N passed, N failed".
import { program } from "./host/program.ts";
import { secondsSince } from "./host/stopwatch.ts";
import { runGroups } from "./test/runGroups.ts";
import { runStep } from "./test/runStep.ts";
import type { Outcome } from "./test/step.ts";
import { groups } from "./test/steps.ts";
import { longestFiles, table, totals } from "./test/summary.ts";

await program(async (cleanup) => {
  const start = performance.now();
  const outcomes = await runGroups(groups, {
    run: (step) => runStep(step, cleanup),
    atOnce: 2,
    onStart: ({ name }) => console.log(`… ${name}`),
    onEnd: tellOutcome,
  });
  const { passed, failed } = totals(outcomes);
  console.log(
    `\n${table(outcomes)}\n\nThe longest test files:\n${longestFiles(outcomes)}\n\nAll of it took ${secondsSince(start)}.\n${passed} passed, ${failed} failed`,
  );
  return failed === 0 && passed > 0 ? 0 : 1;
});

function tellOutcome({ step, result, reason, output, seconds }: Outcome): void {
  const sign = result === "passed" ? "✔" : "✘";
  console.log(`${sign} ${step.name}: ${result} after ${seconds.toFixed(1)} s.${reason ? ` ${reason}` : ""}`);
  if (output && (step.show || result === "failed")) console.log(output.trimEnd().replaceAll(/^/gm, "    "));
}
