import assert from "node:assert/strict";
import type { Outcome } from "../../../scripts/test/step.ts";
import { longestFiles, table, totals } from "../../../scripts/test/summary.ts";

const outcome = (name: string, more: Partial<Outcome>): Outcome => ({
  step: { name, command: ["x"] },
  result: "passed",
  output: "",
  seconds: 1.25,
  ...more,
});

describe("the summary of npm test", () => {
  const outcomes = [
    outcome("types", {}),
    outcome("unit", {
      result: "failed",
      seconds: 62,
      counts: { passed: 120, failed: 2, skipped: 1, files: { "a.test.ts": 61.5, "b.test.ts": 0.25 } },
    }),
    outcome("e2e", { counts: { passed: 9, failed: 0, skipped: 0, files: { "c.test.ts": 120.04 } } }),
  ];

  it("has a line for each step, with the tests that it ran", () => {
    assert.equal(
      table(outcomes),
      [
        "types  passed      1.3 s",
        "unit   failed     62.0 s  120 passed, 2 failed, 1 skipped",
        "e2e    passed      1.3 s  9 passed, 0 failed",
      ].join("\n"),
    );
  });

  it("names the test files that took longest", () => {
    assert.equal(longestFiles(outcomes), " 120.0 s  c.test.ts\n  61.5 s  a.test.ts\n   0.3 s  b.test.ts");
  });

  it("sums up the tests", () => {
    assert.deepEqual(totals(outcomes), { passed: 129, failed: 2 });
  });

  it("counts a step as a failure that failed without a failed test, or did not run", () => {
    const wrong = [
      outcome("lint", { result: "failed" }),
      outcome("e2e", { result: "not run" }),
      outcome("unit", { result: "failed", counts: { passed: 3, failed: 0, skipped: 0, files: {} } }),
    ];
    assert.deepEqual(totals(wrong), { passed: 3, failed: 3 });
  });
});
