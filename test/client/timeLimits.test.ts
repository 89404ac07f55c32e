import assert from "node:assert/strict";
import { kindOf } from "../../client/src/model/failure.ts";
import { attemptLimit } from "../../client/src/aws/limitedHandler.ts";
import { HandClock } from "../support/handClock.ts";
import { simulatedAccount, type SimulatedAccount } from "../support/simulatedAccount.ts";
import { until } from "../support/until.ts";

/** Attempts that the SDK makes of a call that failed on the way. */
const attempts = 3;

describe("A call that is never answered", () => {
  let account: SimulatedAccount;
  let clock: HandClock;
  beforeEach(async () => {
    clock = new HandClock();
    account = await simulatedAccount({ scenario: "demo", clock: "step" }, clock);
  });
  afterEach(() => account.close());

  /** Lets the time pass until all attempts of an operation have been given up. */
  async function giveUp(operation: string): Promise<void> {
    for (let attempt = 1; attempt <= attempts; attempt++) {
      await until(
        `attempt ${attempt}`,
        () => account.proxy.received.filter((each) => each === operation).length === attempt,
      );
      assert.equal(
        account.proxy.hungUp.length,
        attempt - 1,
        "It hangs up when the time is over, not before.",
      );
      clock.advance(attemptLimit - 1);
      assert.equal(account.proxy.hungUp.length, attempt - 1);
      clock.advance(1);
      await until("the hanging up", () => account.proxy.hungUp.length === attempt);
      if (attempt < attempts) await until("the wait before the next attempt", () => clock.waiting > 0);
      clock.advance(1_000);
    }
  }

  for (const [words, set] of [
    ["before its first byte", "held"],
    ["in the middle of its answer", "stalled"],
  ] as const)
    it(`is given up ${words}, its connection closed, and tried again`, async () => {
      account.proxy[set].add("ListClusters");
      const asking = account.connection.ecs.clusterArns();
      const failing = assert.rejects(asking, (error) => {
        assert.equal(kindOf(error), "unreachable");
        assert.match(String(error), /^TimeoutError: No answer came within 20 s\./);
        return true;
      });
      await giveUp("ListClusters");
      await failing;
      assert.equal(clock.waiting, 0, "Nothing waits any more.");
      account.proxy.release();
      account.proxy.stalled.clear();
      assert.equal((await account.connection.ecs.clusterArns()).length, 2);
      assert.equal(clock.waiting, 0, "A call that was answered leaves no limit behind.");
    });

  it("is given up at once when its caller leaves", async () => {
    for (const set of ["held", "stalled"] as const) {
      account.proxy[set].add("ListClusters");
      const controller = new AbortController();
      const asking = account.connection.ecs.clusterArns(controller.signal);
      const before = account.proxy.hungUp.length;
      await until("the call", () => account.proxy.received.at(-1) === "ListClusters");
      controller.abort();
      await assert.rejects(asking, { name: "AbortError" });
      await until("the hanging up", () => account.proxy.hungUp.length === before + 1);
      await until("the end of the limit", () => clock.waiting === 0);
      account.proxy.received.length = 0;
    }
  });

  it("is tried again and answered when only one answer was lost in the network", async () => {
    account.proxy.held.add("ListClusters");
    const asking = account.connection.ecs.clusterArns();
    await until("the call", () => account.proxy.waiting.length === 1);
    account.proxy.held.clear();
    clock.advance(attemptLimit);
    await until("the wait before the next attempt", () => clock.waiting > 0);
    clock.advance(1_000);
    assert.equal((await asking).length, 2);
  });
});
