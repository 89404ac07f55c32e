import assert from "node:assert/strict";
import { playDay } from "./day.ts";

/** Days in one test, so that a failure names its seed soon. */
const each = 20;
const all = 200;

describe("On every simulated day", () => {
  for (let first = 1; first <= all; first += each)
    it(`the rules of the house are kept: seeds ${first} to ${first + each - 1}`, async function () {
      this.timeout(600_000);
      for (let seed = first; seed < first + each; seed += 1) {
        const { steps, faults } = await playDay(seed);
        assert.deepEqual(
          faults,
          [],
          `Day ${seed}: ${faults.join("\n")}\n${steps.join("\n")}\nnpm run days -- --days 1 --seed ${seed}`,
        );
      }
    });
});
