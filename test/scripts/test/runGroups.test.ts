import assert from "node:assert/strict";
import { runGroups } from "../../../scripts/test/runGroups.ts";
import type { Outcome, Step } from "../../../scripts/test/step.ts";

const step = (name: string, ...needs: string[]): Step => ({ name, command: ["x"], needs });

describe("the steps of npm test", () => {
  async function run(groups: Step[][], failing: readonly string[] = []): Promise<string[]> {
    const said: string[] = [];
    const outcomes = await runGroups(groups, {
      run: async (each): Promise<Outcome> => ({
        step: each,
        result: failing.includes(each.name) ? "failed" : "passed",
        output: "",
        seconds: 1,
      }),
      atOnce: 2,
      onStart: ({ name }) => void said.push(`start ${name}`),
      onEnd: ({ step: { name }, result, reason }) =>
        void said.push(`${name} ${result}${reason ? `: ${reason}` : ""}`),
    });
    assert.equal(outcomes.length, groups.flat().length);
    return said;
  }

  it("run two at a time, group after group", async () => {
    assert.deepEqual(await run([[step("a"), step("b"), step("c")], [step("d")]]), [
      "start a",
      "start b",
      "a passed",
      "start c",
      "b passed",
      "c passed",
      "start d",
      "d passed",
    ]);
  });

  it("go on after a failure, but for those that need what failed", async () => {
    assert.deepEqual(await run([[step("a")], [step("b", "a"), step("c")], [step("d", "b", "c")]], ["a"]), [
      "start a",
      "a failed",
      "b not run: It needs a.",
      "start c",
      "c passed",
      "d not run: It needs b.",
    ]);
  });
});
