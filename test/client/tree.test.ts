import assert from "node:assert/strict";
import { simulatedAccount, type SimulatedAccount } from "../support/simulatedAccount.ts";

describe("The tree of a live account", () => {
  let account: SimulatedAccount;

  before(async () => {
    account = await simulatedAccount({ scenario: "demo", clock: "step" });
  });

  after(() => account.close());

  it("starts with a row for the connection, which has clusters and task definitions", async () => {
    assert.deepEqual(await account.rows(), ["simulated · eu-west-1"]);
    assert.deepEqual(await account.rows(await account.expand("simulated · eu-west-1")), ["Clusters", "Task definitions"]);
  });

  it("shows clusters with how much runs in them", async () => {
    assert.deepEqual(await account.rows(await account.expand("simulated · eu-west-1", "Clusters")), [
      "live | 4 services · 8 tasks · 1 pending",
      "staging | 2 services · 2 tasks",
    ]);
  });

  it("shows families and their revisions, newest first", async () => {
    assert.deepEqual(await account.rows(await account.expand("simulated · eu-west-1", "Task definitions", "orders")), ["orders:2", "orders:1", "Inactive revisions"]);
  });
});
