import assert from "node:assert/strict";
import { instanceResource } from "../../client/src/model/resource.ts";
import { permitFor } from "../support/permitFor.ts";
import { readFile } from "node:fs/promises";
import { ListContainerInstancesCommand } from "@aws-sdk/client-ecs";
import { consoleLink } from "../../shared/src/consoleLink.ts";
import { contextValue } from "../../client/src/tree/contextValue.ts";
import type { Entry } from "../../client/src/tree/entry.ts";
import type { Scenario } from "../../simulator/src/scenario/scenario.ts";
import { deployments } from "../../simulator/src/scenario/scenarios/deployments.ts";
import { explorerScenario } from "../support/explorerScenario.ts";
import { simulatedAccount, type SimulatedAccount } from "../support/simulatedAccount.ts";
import { until } from "../support/until.ts";

interface MenuEntry {
  readonly command: string;
  readonly when: string;
  readonly group: string;
}

/** Conditions on a row: `viewItem =~ /^;(service|task);/`. */
const onRow = /viewItem =~ \/([^/]*)\//g;

async function rowMenus(): Promise<readonly MenuEntry[]> {
  const manifest = JSON.parse(await readFile("package.json", "utf8")) as {
    contributes: { menus: Record<string, readonly MenuEntry[]> };
  };
  return manifest.contributes.menus["view/item/context"] ?? [];
}

/** So many families that not all are shown at once. */
const manyFamilies: Scenario = {
  taskDefinitions: Array.from({ length: 101 }, (_, index) => ({
    family: `family-${index}`,
    containerDefinitions: [{ name: "app", image: "app", memory: 128 }],
  })),
};

/** The demo account stands first, and its session has expired. */
async function expiredDemo({ connections, proxy }: SimulatedAccount): Promise<void> {
  proxy.faults.set("GetCallerIdentity", { error: "ExpiredTokenException", times: 1 });
  await connections.openDemo(proxy.endpoint);
}

/** One of the two instances takes no more tasks. */
async function drained(account: SimulatedAccount): Promise<void> {
  const { containerInstanceArns: [arn = ""] = [] } = await account.connection.ecsClient.send(
    new ListContainerInstancesCommand({ cluster: "live" }),
  );
  const permit = await permitFor(account, instanceResource("live", arn, arn));
  await permit.updateContainerInstanceState("live", arn, "DRAINING");
}

/** What menus know of each row of an account, three minutes on. */
async function valuesOf(
  scenario: Scenario,
  prepare: (account: SimulatedAccount) => Promise<void> = async () => undefined,
): Promise<ReadonlySet<string>> {
  const account = await simulatedAccount({ scenario, clock: "step" });
  const values = new Set<string>();
  const visit = async (entry: Entry | undefined): Promise<void> => {
    for (const child of await account.explorer.children(entry)) {
      values.add(contextValue(child.node));
      await account.explorer.children(child);
      await until("the rows below", () => !child.loading);
      await visit(child);
    }
  };
  try {
    account.simulator.clock.advance(180);
    // As in an account of AWS: the console does not know a simulator's resources.
    account.connection.consolePage = consoleLink;
    await prepare(account);
    await visit(undefined);
    return values;
  } finally {
    await account.close();
  }
}

describe("The menus of rows", () => {
  it("hold no entry that never shows: each fits a row that there is", async function () {
    this.timeout(120_000);
    const found = new Set([
      ...(await valuesOf(explorerScenario, drained)),
      ...(await valuesOf(deployments)),
      ...(await valuesOf(manyFamilies, expiredDemo)),
    ]);
    const menus = await rowMenus();
    assert.ok(menus.length > 45, `only ${menus.length} entries were read`);
    const never = menus.filter(
      ({ when }) =>
        ![...found].some((value) =>
          [...when.matchAll(onRow)].every(([, pattern = ""]) => new RegExp(pattern).test(value)),
        ),
    );
    assert.deepEqual(
      never.map(({ command, when }) => `${command}: ${when}`),
      [],
    );
  });
});
