import assert from "node:assert/strict";
import type { FailureKind } from "../../client/src/model/failure.ts";
import type { TickResult } from "../../client/src/tree/explorer.ts";
import { LiveRefresh, nextWait, type Pacing } from "../../client/src/tree/liveRefresh.ts";

const pacing: Pacing = { normal: 10, busy: 3, longest: 60 };
const quiet: TickResult = { changed: false, failures: [], busy: false };
const failed = (kind: FailureKind): TickResult => ({
  ...quiet,
  failures: [{ kind, what: "", reason: "", message: "" }],
});

describe("The wait between two refreshes", () => {
  it("is short while something is on its way", () =>
    assert.equal(nextWait(pacing, 40, { ...quiet, busy: true }), 3));
  it("is normal when something has changed", () =>
    assert.equal(nextWait(pacing, 40, { ...quiet, changed: true }), 10));
  it("grows while nothing changes, up to the longest", () => {
    assert.deepEqual(
      [10, 20, 50, 60].map((last) => nextWait(pacing, last, quiet)),
      [12.5, 25, 60, 60],
    );
  });
  it("doubles when AWS throttles or cannot be reached, even during a deployment", () => {
    assert.equal(nextWait(pacing, 3, { ...failed("throttled"), busy: true }), 20);
    assert.equal(nextWait(pacing, 40, failed("unreachable")), 60);
  });
  it("does not mind what only a person can mend", () => {
    assert.equal(nextWait(pacing, 10, { ...failed("denied"), changed: true }), 10);
  });
});

describe("The live refresh", () => {
  /** A clock that the test turns by hand. */
  class Timers {
    readonly waits: number[] = [];
    #run: (() => void) | undefined;
    readonly schedule = (run: () => void, milliseconds: number): (() => void) => {
      this.waits.push(milliseconds / 1000);
      this.#run = run;
      return () => (this.#run = undefined);
    };
    get isSet(): boolean {
      return this.#run !== undefined;
    }
    async ring(): Promise<void> {
      const run = this.#run;
      this.#run = undefined;
      run?.();
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  function start(
    results: readonly TickResult[],
    current: () => Pacing | undefined = () => pacing,
  ): { live: LiveRefresh; timers: Timers; ticks: () => number } {
    const timers = new Timers();
    let ticks = 0;
    const live = new LiveRefresh(async () => results[ticks++] ?? quiet, current, timers.schedule);
    return { live, timers, ticks: () => ticks };
  }

  it("refreshes at once when the view appears, then at its pace", async () => {
    const { live, timers } = start([{ ...quiet, changed: true }, { ...quiet, busy: true }, quiet]);
    live.setWanted(true);
    for (let each = 0; each < 3; each++) await timers.ring();
    assert.deepEqual(timers.waits, [0, 10, 3, 12.5]);
  });

  it("stops when the view is hidden, also in the middle of a refresh", async () => {
    const { live, timers, ticks } = start([quiet]);
    live.setWanted(true);
    const ringing = timers.ring();
    live.setWanted(false);
    await ringing;
    assert.equal(timers.isSet, false);
    assert.equal(ticks(), 1);
  });

  it("refreshes soon when the person does something", async () => {
    const { live, timers } = start([quiet, quiet, quiet]);
    live.setWanted(true);
    await timers.ring();
    live.nudge();
    await timers.ring();
    assert.deepEqual(timers.waits, [0, 12.5, 1, 12.5]);
  });

  it("makes no call while it is turned off", async () => {
    let current: Pacing | undefined = undefined as Pacing | undefined;
    const { live, timers, ticks } = start([], () => current);
    live.setWanted(true);
    await timers.ring();
    assert.equal(ticks(), 0);
    current = pacing;
    await timers.ring();
    assert.equal(ticks(), 1);
  });
});
