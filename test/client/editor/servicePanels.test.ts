import assert from "node:assert/strict";
import type { ServicePanelsOptions } from "../../../client/src/editor/servicePanels.ts";
import { plainShop } from "../../support/plainShop.ts";
import { simulatedAccount, type SimulatedAccount } from "../../support/simulatedAccount.ts";
import { panels } from "../../support/vscodeStub.ts";

const { ServicePanels } = await import("../../../client/src/editor/servicePanels.ts");

describe("The buttons of a service's page", () => {
  let account: SimulatedAccount;
  const failures: string[] = [];
  before(async () => (account = await simulatedAccount({ scenario: plainShop, clock: "step" })));
  after(async () => {
    for (const panel of panels) panel.close();
    await account.close();
  });

  it("are those of one connection, of which two can be of one account", async () => {
    const options: ServicePanelsOptions = {
      sessions: account.sessions,
      extensionUri: "extension" as never,
      log: { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined },
      explain: async () => undefined,
      failed: async () => undefined,
    };
    const { target } = account.connection;
    const one = await account.sessions.open(target);
    const other = await account.sessions.open({ ...target, region: "eu-central-1" });
    const pages = new ServicePanels(options, []);
    const before = panels.length;
    for (const session of [one, other, one, other])
      pages.showService(session, "arn:x:cluster/live", "arn:x:service/live/orders");
    assert.equal(panels.length, before + 2);
  });

  it("show what fails, and know no other names", async () => {
    const options: ServicePanelsOptions = {
      sessions: account.sessions,
      extensionUri: "extension" as never,
      log: { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined },
      explain: async () => {
        throw new Error("the logs are gone");
      },
      failed: async (error, doing) => void failures.push(`${doing}: ${(error as Error).message}`),
    };
    const session = await account.sessions.open(account.connection.target);
    new ServicePanels(options, []).showService(session, "arn:x:cluster/live", "arn:x:service/live/orders");
    const page = panels.at(-1)!;
    await page.send({ command: "explain" });
    assert.deepEqual(failures, ["explain the service: the logs are gone"]);
    for (const message of [{ command: "constructor" }, { command: "__proto__" }, { command: 1 }, {}])
      await page.send(message);
    assert.equal(failures.length, 1);
    await page.send({ command: "ready" });
    assert.equal(page.received.length, 1);
  });
});
