import assert from "node:assert/strict";
import { budgetOf, type Budgets } from "../../client/src/aws/budgets.ts";
import { Calls } from "../../client/src/aws/calls.ts";
import { InFlight } from "../../client/src/aws/inFlight.ts";
import { inBatches } from "../../client/src/aws/paging.ts";
import { Retries } from "../../client/src/aws/retries.ts";
import { TokenBucket } from "../../client/src/aws/tokenBucket.ts";
import { HandClock } from "../support/handClock.ts";
import { plainShop } from "../support/plainShop.ts";
import { simulatedAccount } from "../support/simulatedAccount.ts";

/** Lets everything run that waits for nothing but its turn. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe("The budget of calls", () => {
  it("lets a burst through at once, and spreads what is beyond it", async () => {
    const clock = new HandClock();
    const bucket = new TokenBucket(3, 100, clock);
    await Promise.all([bucket.take(), bucket.take(), bucket.take()]);
    assert.deepEqual(clock.waits, []);
    const more = Promise.all([bucket.take(), bucket.take(), bucket.take()]);
    assert.deepEqual(clock.waits, [10, 20, 30]);
    clock.advance(30);
    await more;
  });

  it("gives an aborted caller's turn back", async () => {
    const clock = new HandClock();
    const bucket = new TokenBucket(1, 1, clock);
    await bucket.take();
    const abort = new AbortController();
    const waiting = bucket.take(abort.signal);
    abort.abort();
    await assert.rejects(waiting, { name: "AbortError" });
    clock.advance(1000);
    await bucket.take();
    assert.equal(clock.waiting, 0);
  });

  it("does not start for a caller that has left already", async () => {
    await assert.rejects(new TokenBucket(1, 1, new HandClock()).take(AbortSignal.abort()), {
      name: "AbortError",
    });
  });

  it("slows down to half when AWS throttles, never below one a second, and recovers with each success", async () => {
    const clock = new HandClock();
    const bucket = new TokenBucket(10, 8, clock);
    for (let each = 0; each < 5; each++) bucket.slowDown();
    const waiting = bucket.take();
    assert.deepEqual(clock.waits, [1000]);
    clock.advance(1000);
    await waiting;
    for (let each = 0; each < 14; each++) bucket.speedUp();
    clock.advance(1000);
    for (let each = 0; each < 8; each++) await bucket.take();
    assert.deepEqual(clock.waits, [1000]);
  });
});

describe("Calls in flight", () => {
  it("are shared by those who ask for the same", async () => {
    const inFlight = new InFlight();
    let starts = 0;
    const start = async (): Promise<number> => ++starts;
    assert.deepEqual(
      await Promise.all([inFlight.share("a", start), inFlight.share("a", start), inFlight.share("b", start)]),
      [1, 1, 2],
    );
    assert.equal(await inFlight.share("a", start), 3);
  });

  it("go on while someone still waits, and are aborted when the last one leaves", async () => {
    const inFlight = new InFlight();
    let signal: AbortSignal | undefined;
    const start = (shared: AbortSignal): Promise<string> => {
      signal = shared;
      return new Promise((_resolve, reject) =>
        shared.addEventListener("abort", () => reject(shared.reason as Error)),
      );
    };
    const [first, second] = [new AbortController(), new AbortController()];
    const both = [inFlight.share("a", start, first.signal), inFlight.share("a", start, second.signal)];
    first.abort();
    await assert.rejects(both[0]!, { name: "AbortError" });
    assert.equal(signal?.aborted, false);
    second.abort();
    await assert.rejects(both[1]!, { name: "AbortError" });
    assert.equal(signal?.aborted, true);
  });

  it("fail for all who wait, and are started anew by the next", async () => {
    const inFlight = new InFlight();
    const failing = (): Promise<string> => Promise.reject(new Error("no"));
    const both = await Promise.allSettled([
      inFlight.share("a", failing, new AbortController().signal),
      inFlight.share("a", failing),
    ]);
    assert.deepEqual(
      both.map(({ status }) => status),
      ["rejected", "rejected"],
    );
    assert.equal(await inFlight.share("a", async () => "yes"), "yes");
  });
});

describe("Trying again", () => {
  const errorOf = (errorType: "CLIENT_ERROR" | "THROTTLING" | "TRANSIENT") => ({ errorType });

  function strategy(random: number): { readonly clock: HandClock; readonly retries: Retries } {
    const clock = new HandClock();
    const listener = { retrying: () => undefined, succeeded: () => undefined };
    return { clock, retries: new Retries(listener, clock, {}, () => random) };
  }

  /** Milliseconds of the waits until the strategy gives up. */
  async function waits(
    errorType: "CLIENT_ERROR" | "THROTTLING" | "TRANSIENT",
    random: number,
  ): Promise<readonly number[]> {
    const { clock, retries } = strategy(random);
    let token = await retries.acquireInitialRetryToken();
    try {
      for (;;) {
        const trying = retries.refreshRetryTokenForRetry(token, errorOf(errorType));
        clock.advance(60_000);
        token = await trying;
        assert.equal(token.getRetryDelay(), 0);
      }
    } catch {
      return clock.waits;
    }
  }

  it("waits longer and longer for a throttled call, up to eight attempts", async () => {
    assert.deepEqual(await waits("THROTTLING", 1), [1000, 2000, 4000, 8000, 16000, 20000, 20000]);
  });

  it("waits a random part of it, so that callers do not come back together", async () => {
    assert.deepEqual((await waits("THROTTLING", 0.5)).slice(0, 3), [500, 1000, 2000]);
  });

  it("tries a call that failed on the way three times", async () => {
    assert.deepEqual(await waits("TRANSIENT", 1), [100, 200]);
  });

  it("never tries a refused call again", async () => {
    assert.deepEqual(await waits("CLIENT_ERROR", 1), []);
  });

  it("waits at least as long as AWS asks", async () => {
    const { clock, retries } = strategy(0);
    const trying = retries.refreshRetryTokenForRetry(await retries.acquireInitialRetryToken(), {
      errorType: "THROTTLING",
      retryAfterHint: new Date(clock.now() + 5000),
    });
    assert.deepEqual(clock.waits, [5000]);
    clock.advance(5000);
    await trying;
  });
});

describe("The budget of a connection", () => {
  it("lets two and a half seconds of calls through at once, and the next one when its turn comes", async () => {
    const clock = new HandClock();
    const calls = new Calls(
      { finished: () => undefined, throttling: () => undefined, recovered: () => undefined },
      4,
      clock,
    );
    const started: number[] = [];
    const all = Promise.all(
      Array.from({ length: 11 }, (_, index) =>
        calls.read("Read", index, async () => void started.push(clock.elapsed())),
      ),
    );
    await settled();
    assert.equal(started.length, 10);
    clock.advance(250);
    await all;
    assert.deepEqual([started[9], started[10]], [0, 250]);
  });
});

describe("The budget of an account", () => {
  const silent = { finished: () => undefined, throttling: () => undefined, recovered: () => undefined };

  it("is shared by all connections to it in a region, once they know the account", async () => {
    const clock = new HandClock();
    const budgets: Budgets = new Map();
    const connect = (region: string): Calls => {
      const calls = new Calls(silent, 4, clock);
      calls.shareBudget((account, make) => budgetOf(budgets, `${account} ${region}`, make));
      return calls;
    };
    const [one, other, elsewhere] = [connect("eu-west-1"), connect("eu-west-1"), connect("eu-central-1")];
    for (const calls of [one, other, elsewhere]) calls.belongTo("123456789012");
    const started: string[] = [];
    const read = (name: string, calls: Calls, count: number): Promise<unknown> =>
      Promise.all(
        Array.from({ length: count }, (_, index) =>
          calls.read("Read", index, async () => void started.push(name)),
        ),
      );
    const all = [read("one", one, 7), read("other", other, 7), read("elsewhere", elsewhere, 7)];
    await settled();
    assert.deepEqual(
      ["one", "other", "elsewhere"].map((name) => started.filter((each) => each === name).length),
      [7, 3, 7],
    );
    clock.advance(1_000);
    await Promise.all(all);
    assert.equal(started.length, 21);
  });

  it("counts as soon as AWS has said who calls", async () => {
    const account = await simulatedAccount({ scenario: plainShop, clock: "step" });
    try {
      const joined: string[] = [];
      account.connection.calls.shareBudget((number, make) => {
        joined.push(number);
        return make();
      });
      await account.connection.identity();
      assert.deepEqual(joined, ["123456789012"]);
    } finally {
      await account.close();
    }
  });
});

describe("Throttling", () => {
  it("is told when it lasts, and when it ends", () => {
    const told: boolean[] = [];
    const clock = new HandClock();
    const calls = new Calls(
      {
        finished: () => undefined,
        throttling: (isThrottled) => void told.push(isThrottled),
        recovered: () => undefined,
      },
      10,
      clock,
    );
    calls.retrying(true);
    clock.advance(2999);
    assert.deepEqual(told, []);
    clock.advance(1);
    calls.succeeded();
    assert.deepEqual(told, [true, false]);
    assert.equal(clock.waiting, 0);
  });

  it("is not told when it is over soon", () => {
    const told: boolean[] = [];
    const calls = new Calls(
      {
        finished: () => undefined,
        throttling: (isThrottled) => void told.push(isThrottled),
        recovered: () => undefined,
      },
      10,
      new HandClock(),
    );
    calls.retrying(true);
    calls.succeeded();
    calls.retrying(false);
    assert.deepEqual(told, []);
  });
});

describe("Batches", () => {
  it("hold no more than a call takes, and keep their order", async () => {
    const sizes: number[] = [];
    const numbers = Array.from({ length: 25 }, (_, index) => index);
    const doubled = await inBatches(numbers, 10, async (batch) => {
      sizes.push(batch.length);
      return batch.map((each) => each * 2);
    });
    assert.deepEqual(sizes, [10, 10, 5]);
    assert.deepEqual(
      doubled,
      numbers.map((each) => each * 2),
    );
  });

  it("make no call for nothing", async () => {
    assert.deepEqual(await inBatches([], 10, () => Promise.reject(new Error("called"))), []);
  });
});
