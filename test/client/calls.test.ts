import assert from "node:assert/strict";
import { Calls } from "../../client/src/aws/calls.ts";
import { InFlight } from "../../client/src/aws/inFlight.ts";
import { inBatches } from "../../client/src/aws/paging.ts";
import { Retries } from "../../client/src/aws/retries.ts";
import { TokenBucket } from "../../client/src/aws/tokenBucket.ts";

describe("The budget of calls", () => {
  it("lets a burst through at once, and spreads what is beyond it", async () => {
    const bucket = new TokenBucket(3, 100);
    const started = performance.now();
    await Promise.all([bucket.take(), bucket.take(), bucket.take()]);
    const burst = performance.now() - started;
    await Promise.all([bucket.take(), bucket.take(), bucket.take()]);
    const all = performance.now() - started;
    assert.ok(burst < 10 && all >= 25, `burst ${burst} ms, all ${all} ms`);
  });

  it("gives an aborted caller's turn back", async () => {
    let time = 0;
    const bucket = new TokenBucket(1, 1, () => time);
    await bucket.take();
    const abort = new AbortController();
    const waiting = bucket.take(abort.signal);
    abort.abort();
    await assert.rejects(waiting, { name: "AbortError" });
    time = 1000;
    await bucket.take();
  });

  it("does not start for a caller that has left already", async () => {
    await assert.rejects(new TokenBucket(1, 1).take(AbortSignal.abort()), { name: "AbortError" });
  });

  it("slows down to half when AWS throttles, never below one a second, and recovers with each success", async () => {
    let time = 0;
    const bucket = new TokenBucket(10, 8, () => time);
    for (let each = 0; each < 5; each++) bucket.slowDown();
    const started = performance.now();
    for (let each = 0; each < 14; each++) bucket.speedUp();
    time = 1000;
    for (let each = 0; each < 8; each++) await bucket.take();
    assert.ok(performance.now() - started < 50);
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

  /** Milliseconds of the waits until the strategy gives up. */
  async function waits(
    errorType: "CLIENT_ERROR" | "THROTTLING" | "TRANSIENT",
    random: number,
  ): Promise<readonly number[]> {
    const retries = new Retries({ retrying: () => undefined, succeeded: () => undefined }, {}, () => random);
    const found: number[] = [];
    let token = await retries.acquireInitialRetryToken();
    try {
      for (;;) {
        token = await retries.refreshRetryTokenForRetry(token, errorOf(errorType));
        found.push(token.getRetryDelay());
      }
    } catch {
      return found;
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
    const retries = new Retries({ retrying: () => undefined, succeeded: () => undefined }, {}, () => 0);
    const token = await retries.refreshRetryTokenForRetry(await retries.acquireInitialRetryToken(), {
      errorType: "THROTTLING",
      retryAfterHint: new Date(Date.now() + 5000),
    });
    assert.ok(token.getRetryDelay() > 4000 && token.getRetryDelay() <= 5000);
  });
});

describe("The budget of a connection", () => {
  it("lets two and a half seconds of calls through at once, and the next one when its turn comes", async () => {
    const calls = new Calls({ finished: () => undefined, throttling: () => undefined }, 4);
    const started: number[] = [];
    const before = performance.now();
    await Promise.all(
      Array.from({ length: 11 }, (_, index) =>
        calls.read("Read", index, async () => void started.push(performance.now() - before)),
      ),
    );
    const gap = started[10]! - started[9]!;
    assert.ok(gap >= 200, `The one beyond the ten began ${gap} ms after the tenth.`);
  });
});

describe("Throttling", () => {
  it("is told when it lasts, and when it ends", async () => {
    const told: boolean[] = [];
    const tells = new Promise<void>((resolve) => {
      const calls = new Calls(
        {
          finished: () => undefined,
          throttling: (isThrottled) => {
            told.push(isThrottled);
            if (isThrottled) calls.succeeded();
            else resolve();
          },
        },
        10,
        10,
      );
      calls.retrying(true);
    });
    await tells;
    assert.deepEqual(told, [true, false]);
  });

  it("is not told when it is over soon", () => {
    const told: boolean[] = [];
    const calls = new Calls(
      { finished: () => undefined, throttling: (isThrottled) => void told.push(isThrottled) },
      10,
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
