import assert from "node:assert/strict";
import { KnownStreams, type WantedStream } from "../../client/src/model/knownStreams.ts";
import { HandClock } from "../support/handClock.ts";

const started = (name: string): WantedStream => ({ name, hasStarted: true });
const waiting = (name: string): WantedStream => ({ name, hasStarted: false });

describe("The streams of a log that may be missing", () => {
  it("are asked for together when their tasks have started, and one by one, three at a time, when not", () => {
    const known = new KnownStreams(new HandClock());
    const streams = [started("a"), started("b"), ...["c", "d", "e", "f"].map(waiting)];
    assert.deepEqual(known.due("g", streams), { together: ["a", "b"], alone: ["c", "d", "e"] });
    for (const name of ["c", "d", "e"]) known.missing("g", name, streams);
    known.present("g", ["a", "b"], streams);
    assert.deepEqual(known.due("g", streams), { together: ["a", "b"], alone: ["f"] });
    known.present("g", ["f"], streams);
    assert.deepEqual(known.due("g", streams), { together: ["a", "b", "f"], alone: [] });
  });

  it("are asked for again later and later, after 5 minutes at last", () => {
    const clock = new HandClock();
    const known = new KnownStreams(clock);
    const streams = [started("a")];
    const waits: number[] = [];
    for (let each = 0; each < 9; each += 1) {
      known.missing("g", "a", streams);
      const begin = clock.elapsed();
      while (known.due("g", streams).alone.length === 0) clock.advance(1_000);
      waits.push((clock.elapsed() - begin) / 1_000);
    }
    assert.deepEqual(waits, [5, 10, 20, 40, 80, 160, 300, 300, 300]);
  });

  it("are asked for at once when their task has started since", () => {
    const known = new KnownStreams(new HandClock());
    known.missing("g", "a", [waiting("a")]);
    assert.deepEqual(known.due("g", [waiting("a")]), { together: [], alone: [] });
    assert.deepEqual(known.due("g", [started("a")]), { together: ["a"], alone: [] });
    known.missing("g", "a", [started("a")]);
    assert.deepEqual(known.due("g", [started("a")]), { together: [], alone: [] });
  });

  it("of one name in two groups are two", () => {
    const known = new KnownStreams(new HandClock());
    known.missing("g", "a", [started("a")]);
    assert.deepEqual(known.due("h", [started("a")]).together, ["a"]);
  });
});
