import assert from "node:assert/strict";
import type { Entry } from "../../client/src/tree/explorer.ts";
import { simulatedAccount, simulatedRow, type SimulatedAccount } from "../support/simulatedAccount.ts";

const services = [simulatedRow, "Clusters", "live", "Services"];
const views = [services, [...services, "orders", "Tasks"], [...services, "orders", "Deployments"], [...services, "orders", "Targets"], [...services, "checkout", "Stopped tasks"]];

/** Simulated seconds for each real one: an hour passes in twelve. */
const speed = 300;

describe("An hour of a bad day: slow, throttled, failing calls, and credentials that expire", () => {
  let account: SimulatedAccount;
  const unhandled: unknown[] = [];
  const note = (reason: unknown): void => void unhandled.push(reason);

  before(async () => {
    process.on("unhandledRejection", note);
    account = await simulatedAccount({ scenario: "chaos", clock: `fast:${speed}` });
  });
  after(async () => {
    process.off("unhandledRejection", note);
    await account.close();
  });

  /** Expands what can be expanded; rows that stand for an error end the way. */
  async function look(): Promise<void> {
    for (const path of views) {
      let entry: Entry | undefined;
      for (const label of path) {
        entry = (await account.explorer.children(entry)).find(({ node }) => node.row().label === label);
        if (!entry) break;
      }
      if (entry) await account.explorer.children(entry);
    }
  }

  /** Presses Enter on every error row, as a person would. */
  async function retryAll(entry: Entry): Promise<void> {
    if (entry.node.kind === "error") return account.explorer.retry(entry.node);
    for (const child of entry.children ?? []) await retryAll(child);
  }

  it("leaves no rejection unhandled and no row lost", async function () {
    this.timeout(60_000);
    const end = performance.now() + (3600 / speed) * 1000;
    while (performance.now() < end) {
      await look();
      account.elapse(10);
      await account.explorer.tick();
      for (const entry of await account.explorer.children()) await retryAll(entry);
    }
    for (let attempts = 0; attempts < 5; attempts++) {
      await look();
      for (const entry of await account.explorer.children()) await retryAll(entry);
    }
    assert.deepEqual(unhandled, []);
    assert.deepEqual((await account.rows(await account.expand(...services))).map((row) => row.split(" | ")[0]), ["checkout", "orders", "payments", "worker"]);
    assert.equal((await account.rows(await account.expand(...services, "orders", "Tasks"))).length, 3);
  });
});
