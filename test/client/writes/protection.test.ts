import assert from "node:assert/strict";
import { matchingPattern, ReadOnlyError } from "../../../client/src/aws/writes/protection.ts";
import type { WritePlan } from "../../../client/src/aws/writes/guard.ts";
import { auditWrites } from "../../../client/src/host/log.ts";
import { writeGuard } from "../../../client/src/account/writeGuard.ts";
import { ScriptedUi } from "../../support/scriptedUi.ts";
import { simulatedAccount, type SimulatedAccount } from "../../support/simulatedAccount.ts";

const plan: WritePlan = {
  question: "Scale live / orders to 0 tasks",
  facts: ["Now 3 tasks."],
  action: "Scale",
  names: ["live", "orders"],
};

describe("Patterns of names", () => {
  it("match a whole name, with * for anything and without regard to case", () => {
    assert.equal(matchingPattern(["prod-*"], ["eu-west-1", "PROD-shop"]), "prod-*");
    assert.equal(matchingPattern(["prod"], ["products"]), undefined);
    assert.equal(matchingPattern(["a.b"], ["axb"]), undefined);
    assert.equal(matchingPattern([], ["live"]), undefined);
    for (const pattern of ["*", "*shop*", "p*-*op", "prod*shop", "**prod-shop"])
      assert.equal(matchingPattern([pattern], ["prod-shop"]), pattern);
    for (const pattern of ["prod-shop*op", "*shop-*", "prod*prod", "shop", "prod-shop-*"])
      assert.equal(matchingPattern([pattern], ["prod-shop"]), undefined, pattern);
  });
});

describe("Asking to write", () => {
  let account: SimulatedAccount;
  before(async () => (account = await simulatedAccount({ scenario: "demo", clock: "step" })));
  after(() => account.close());

  const ask = async (
    ui: ScriptedUi,
    rules: SimulatedAccount["protection"],
    asked = plan,
  ): Promise<boolean> => {
    account.protection = rules;
    const silent = (): void => undefined;
    account.confirmWrite = (question) =>
      writeGuard(ui, { debug: silent, info: silent, warn: silent, error: silent }, () => rules).confirm(
        question,
      );
    return (await account.connection.writes.ask(asked)) !== undefined;
  };

  it("names account and region, and the facts", async () => {
    const ui = new ScriptedUi(true);
    assert.equal(await ask(ui, { readOnly: [], protected: [] }), true);
    assert.deepEqual(ui.said, [
      "confirm Scale live / orders to 0 tasks in account 123456789012, eu-west-1? Now 3 tasks. [Scale]",
    ]);
  });

  for (const pattern of ["*", "simulated", "1234*", "eu-*", "live", "orders"])
    it(`is refused without a question where ${pattern} is read-only`, async () => {
      const ui = new ScriptedUi();
      await assert.rejects(ask(ui, { readOnly: [pattern], protected: [] }), ReadOnlyError);
      assert.deepEqual(ui.said, []);
    });

  it("is refused without a question in a workspace that is not trusted", async () => {
    const ui = new ScriptedUi();
    await assert.rejects(ask(ui, { readOnly: [], protected: [], isRestricted: true }), {
      name: "ReadOnlyError",
      message:
        "nothing is written from a workspace that is not trusted. Trust it with “Workspaces: Manage Workspace Trust”, and run the command again.",
    });
    assert.deepEqual(ui.said, []);
  });

  it("wants the name typed in a protected place, and takes no other", async () => {
    const rules = { readOnly: [], protected: ["sim*"] };
    assert.equal(await ask(new ScriptedUi(true, "orders"), rules), true);
    const wrong = new ScriptedUi(true, "order");
    assert.equal(await ask(wrong, rules), false);
    assert.equal(wrong.said.at(-1), "refused Type orders, or press Escape to leave everything as it is.");
    assert.equal(await ask(new ScriptedUi(true, undefined), rules), false);
  });

  it("wants the name typed everywhere for what cannot be undone", async () => {
    const ui = new ScriptedUi(true, "orders");
    assert.equal(await ask(ui, { readOnly: [], protected: [] }, { ...plan, isDestructive: true }), true);
    assert.match(ui.said[1] ?? "", /^input Scale: Type orders to go on\./);
  });

  it("does not ask again for what was just chosen, unless the place is protected", async () => {
    const chosen = { ...plan, isChosen: true };
    assert.equal(await ask(new ScriptedUi(), { readOnly: [], protected: [] }, chosen), true);
    assert.equal(await ask(new ScriptedUi(false), { readOnly: [], protected: ["live"] }, chosen), false);
  });
});

describe("The record of writes", () => {
  it("has operation, resource, account and region in a line, and what was refused", () => {
    const lines: string[] = [];
    const keep = (line: string): void => void lines.push(line);
    const audit = auditWrites({ debug: keep, info: keep, warn: keep, error: keep });
    const entry = {
      operation: "UpdateService",
      resource: "orders",
      account: "123456789012",
      region: "eu-west-1",
    };
    audit(entry);
    audit({ ...entry, error: new Error("no") });
    assert.deepEqual(lines, [
      "Wrote: UpdateService orders in 123456789012, eu-west-1",
      "Refused: UpdateService orders in 123456789012, eu-west-1: Error: no",
    ]);
  });
});
