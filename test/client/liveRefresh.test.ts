import assert from "node:assert/strict";
import { HandClock } from "../support/handClock.ts";
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
  it("does not mind what only a user can mend", () => {
    assert.equal(nextWait(pacing, 10, { ...failed("denied"), changed: true }), 10);
  });
});

describe("The live refresh", () => {
  const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

  function start(
    results: readonly TickResult[],
    current: () => Pacing | undefined = () => pacing,
  ): { live: LiveRefresh<string>; clock: HandClock; ticks: () => number; ring: () => Promise<void> } {
    const clock = new HandClock();
    let ticks = 0;
    const live = new LiveRefresh(
      { branches: () => ["one"], tick: async () => results[ticks++] ?? quiet },
      current,
      clock,
    );
    const ring = (): Promise<void> => {
      clock.advance(clock.waits.at(-1) ?? 0);
      return settled();
    };
    return { live, clock, ticks: () => ticks, ring };
  }
  const seconds = ({ waits }: HandClock): readonly number[] => waits.map((wait) => wait / 1000);

  it("refreshes at once when the view appears, then at its pace", async () => {
    const { live, clock, ring } = start([{ ...quiet, changed: true }, { ...quiet, busy: true }, quiet]);
    live.setWanted(true);
    for (let each = 0; each < 3; each++) await ring();
    assert.deepEqual(seconds(clock), [0, 10, 3, 12.5]);
  });

  it("stops when the view is hidden, also in the middle of a refresh", async () => {
    const { live, clock, ticks, ring } = start([quiet]);
    live.setWanted(true);
    const ringing = ring();
    live.setWanted(false);
    await ringing;
    assert.equal(clock.waiting, 0);
    assert.equal(ticks(), 1);
  });

  it("refreshes soon when the user does something", async () => {
    const { live, clock, ring } = start([quiet, quiet, quiet]);
    live.setWanted(true);
    await ring();
    live.nudge("one");
    await ring();
    assert.deepEqual(seconds(clock), [0, 12.5, 1, 12.5]);
  });

  it("makes no call while it is turned off", async () => {
    let current: Pacing | undefined = undefined as Pacing | undefined;
    const { live, ticks, ring } = start([], () => current);
    live.setWanted(true);
    await ring();
    assert.equal(ticks(), 0);
    current = pacing;
    await ring();
    assert.equal(ticks(), 1);
  });

  it("goes on with the other connections while one hangs or is throttled", async () => {
    const clock = new HandClock();
    const ticks = { hanging: 0, throttled: 0, well: 0 };
    type Branch = keyof typeof ticks;
    const results: Record<Branch, Promise<TickResult>> = {
      hanging: new Promise(() => undefined),
      throttled: Promise.resolve(failed("throttled")),
      well: Promise.resolve({ ...quiet, changed: true }),
    };
    const tick = (branch: Branch): Promise<TickResult> => ((ticks[branch] += 1), results[branch]);
    const branches = Object.keys(ticks) as Branch[];
    const live = new LiveRefresh({ branches: () => branches, tick }, () => pacing, clock);
    live.setWanted(true);
    for (let second = 0; second <= 100; second++) {
      clock.advance(second === 0 ? 0 : 1_000);
      await settled();
    }
    assert.deepEqual(ticks, { hanging: 1, throttled: 3, well: 11 });
    live.setWanted(false);
    assert.equal(clock.waiting, 0);
  });

  it("begins with a connection that comes, and ends with one that goes", async () => {
    const clock = new HandClock();
    const ticked: string[] = [];
    let branches = ["old"];
    const live = new LiveRefresh(
      { branches: () => branches, tick: async (branch: string) => (ticked.push(branch), quiet) },
      () => pacing,
      clock,
    );
    live.setWanted(true);
    clock.advance(0);
    await settled();
    branches = ["new"];
    live.update();
    clock.advance(0);
    await settled();
    assert.deepEqual(ticked, ["old", "new"]);
    assert.equal(clock.waiting, 1);
  });
});
