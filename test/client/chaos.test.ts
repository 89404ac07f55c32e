import assert from "node:assert/strict";
import { gatherEvidence } from "../../client/src/account/gatherEvidence.ts";
import type { Entry } from "../../client/src/tree/explorer.ts";
import type { ServiceNode } from "../../client/src/tree/serviceNode.ts";
import { ServicePage } from "../../client/src/views/servicePage/servicePage.ts";
import { simulatedAccount, simulatedRow, type SimulatedAccount } from "../support/simulatedAccount.ts";

const services = [simulatedRow, "Clusters", "live", "Services"];
const views = [
  services,
  [...services, "orders", "Tasks"],
  [...services, "orders", "Deployments"],
  [...services, "orders", "Targets"],
  [...services, "checkout", "Stopped tasks"],
];
const { signal } = new AbortController();

/** Simulated seconds for each real one: an hour passes in twelve. */
const speed = 300;

describe("An hour of a bad day: slow, throttled, failing calls, and credentials that expire", () => {
  let account: SimulatedAccount;
  const unhandled: unknown[] = [];
  /** What a user would be told. */
  const refused = (error: unknown): void => assert.ok(error instanceof Error);
  /** What could be read at least once. */
  const read = new Set<string>();
  const note = (reason: unknown): void => void unhandled.push(reason);

  before(async () => {
    process.on("unhandledRejection", note);
    account = await simulatedAccount({ scenario: "chaos", clock: `fast:${speed}` });
  });
  after(async () => {
    process.off("unhandledRejection", note);
    await account.close();
  });

  /** Expands every row there is, as far as it can be read just now. */
  async function expandAll(entry?: Entry): Promise<void> {
    const children = await account.explorer.children(entry);
    await Promise.all(
      children
        .filter(({ node }) => node.load !== undefined || node.below !== undefined)
        .map((child) => expandAll(child)),
    );
  }

  /** Expands what a user looks at most. */
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

  /**
   * Reads the page and the explanation, last log lines included, of a service as they are open beside the
   * tree.
   */
  async function readPages(page: ServicePage): Promise<void> {
    await page.read(signal).then(() => read.add("page"), refused);
    await gatherEvidence(page.session, page.service, signal).then(({ logs }) => {
      read.add("explanation");
      if (logs.length > 0) read.add("logs");
    }, refused);
  }

  /** The row of the service whose tasks crash. */
  async function found(): Promise<{ node: ServiceNode }> {
    for (;;) {
      const { node } = (await account.expand(...services, "checkout").catch(() => undefined)) ?? {};
      if (node) return { node: node as ServiceNode };
      for (const entry of await account.explorer.children()) await retryAll(entry);
    }
  }

  /** Presses Enter on every error row, as a user would. */
  async function retryAll(entry: Entry): Promise<void> {
    if (entry.node.kind === "error") return account.explorer.retry(entry.node);
    await Promise.all((entry.children ?? []).map((child) => retryAll(child)));
  }

  it("leaves no rejection unhandled and no row lost", async function () {
    this.timeout(120_000);
    const { node } = await found();
    const page = new ServicePage(node.session, node.service.clusterArn ?? "", node.arn);
    await expandAll();
    const end = performance.now() + (3600 / speed) * 1000;
    while (performance.now() < end) {
      await Promise.all([look(), readPages(page)]);
      account.elapse(10);
      await account.explorer.tick();
      await Promise.all((await account.explorer.children()).map((entry) => retryAll(entry)));
    }
    for (let attempts = 0; attempts < 5; attempts++) {
      await look();
      for (const entry of await account.explorer.children()) await retryAll(entry);
    }
    assert.deepEqual(unhandled, []);
    assert.deepEqual([...read].sort(), ["explanation", "logs", "page"]);
    assert.deepEqual(
      (await account.rows(await account.expand(...services))).map((row) => row.split(" | ")[0]),
      ["checkout", "orders", "payments", "worker"],
    );
    assert.equal((await account.rows(await account.expand(...services, "orders", "Tasks"))).length, 3);
  });
});
