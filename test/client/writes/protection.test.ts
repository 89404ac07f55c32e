import assert from "node:assert/strict";
import { matchingPattern, patternOfAlias, ReadOnlyError } from "../../../client/src/aws/writes/protection.ts";
import {
  familyResource,
  revisionResource,
  serviceResource,
  taskResource,
  type Name,
  type Resource,
} from "../../../client/src/model/resource.ts";
import type { WritePlan } from "../../../client/src/aws/writes/guard.ts";
import { auditWrites } from "../../../client/src/host/log.ts";
import { writeGuard } from "../../../client/src/account/writeGuard.ts";
import { ScriptedUi } from "../../support/scriptedUi.ts";
import { simulatedAccount, type SimulatedAccount } from "../../support/simulatedAccount.ts";
import { cpuTimeOfSync } from "../../support/cpuTime.ts";

const plan: WritePlan = {
  question: "Scale live / orders to 0 tasks",
  facts: ["Now 3 tasks."],
  action: "Scale",
  resources: [serviceResource("live", "orders")],
};

const clusters = (...names: readonly string[]): readonly Name[] =>
  names.map((name) => ({ kind: "cluster", name }));

describe("Patterns of names", () => {
  it("match a whole name, with * for anything and without regard to case", () => {
    assert.equal(matchingPattern(["prod-*"], clusters("eu-west-1", "PROD-shop")), "prod-*");
    assert.equal(matchingPattern(["prod"], clusters("products")), undefined);
    assert.equal(matchingPattern(["a.b"], clusters("axb")), undefined);
    assert.equal(matchingPattern([], clusters("live")), undefined);
  });

  it("have their stars at any place, each for any letters or none", () => {
    for (const pattern of ["*", "**", "l*", "*e", "l*e", "*iv*", "l*i*v*e", "live*", "*live*", "LIVE"])
      assert.equal(matchingPattern([pattern], clusters("live")), pattern);
    for (const pattern of ["", "l", "*l", "e*", "l*l*e", "live*e", "*live*live*", "li*ve*ve"])
      assert.equal(matchingPattern([pattern], clusters("live")), undefined, pattern);
  });

  it("may say of what kind the name is", () => {
    assert.equal(matchingPattern(["cluster:live"], clusters("live")), "cluster:live");
    assert.equal(matchingPattern(["service:live", "profile:*"], clusters("live")), undefined);
    assert.equal(
      matchingPattern(["account:12*"], [{ kind: "account", name: "123456789012" }]),
      "account:12*",
    );
  });

  it("cost no more with many stars", () => {
    const name = "a".repeat(255);
    const patterns = ["*a".repeat(200), `${"a*".repeat(200)}b`, `${"*".repeat(10_000)}b`, "*a*".repeat(100)];
    const took = cpuTimeOfSync(() => {
      for (const pattern of patterns) matchingPattern([pattern], clusters(name));
    });
    assert.ok(took < 200, `${took} ms`);
  });

  it("may name an alias unless they are of another kind, or a whole account number or region", () => {
    for (const pattern of ["shop", "shop*", "*-PROD", "account:shop-*", "eu-*", "1234*"])
      assert.equal(patternOfAlias([pattern]), pattern);
    for (const pattern of [
      "cluster:shop",
      "profile:*",
      "123456789012",
      "eu-west-1",
      "EU-WEST-1",
      "my_cluster",
    ])
      assert.equal(patternOfAlias([pattern]), undefined, pattern);
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
    account.confirmWrite = (question) => writeGuard(ui, silent, () => rules).confirm(question);
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
    const chosenIn = "Scale live / orders in account 123456789012, eu-west-1";
    const chosen = { ...plan, chosenIn };
    assert.equal(await ask(new ScriptedUi(), { readOnly: [], protected: [] }, chosen), true);
    assert.equal(await ask(new ScriptedUi(false), { readOnly: [], protected: ["live"] }, chosen), false);
  });

  for (const chosenIn of [
    "Scale live / orders",
    "Scale orders in account 123456789012, eu-west-1",
    "Scale live-2 / orders in account 123456789012, eu-west-1",
    "Scale live / orders in account 123456789012, eu-west-2",
    "Scale live / orders in account 210987654321, eu-west-1",
  ])
    it(`asks where what was chosen was called “${chosenIn}”, which does not name everything`, async () => {
      const ui = new ScriptedUi(false);
      assert.equal(await ask(ui, { readOnly: [], protected: [] }, { ...plan, chosenIn }), false);
      assert.equal(ui.said.length, 1);
    });

  it("names everything that is written to, also where the command does not", async () => {
    const ui = new ScriptedUi(true);
    const resources = [
      serviceResource("live", "orders"),
      serviceResource("live", "orders-2"),
      familyResource("api"),
    ];
    await ask(ui, { readOnly: [], protected: [] }, { ...plan, resources });
    assert.deepEqual(ui.said, [
      "confirm Scale live / orders to 0 tasks in account 123456789012, eu-west-1? Now 3 tasks.\nservice: live / orders-2\nfamily: api [Scale]",
    ]);
  });

  for (const resources of [
    [],
    [serviceResource("", "orders")],
    [serviceResource("live", "")],
    [familyResource("")],
  ])
    it(`is refused where it is open what is written to: ${JSON.stringify(resources)}`, async () => {
      const ui = new ScriptedUi();
      await assert.rejects(ask(ui, { readOnly: [], protected: ["*"] }, { ...plan, resources }), {
        message: "“Scale live / orders to 0 tasks” leaves open what is written to. Nothing was written.",
      });
      assert.deepEqual(ui.said, []);
    });

  it("wants the name that all have in common, and where there is none, their number", async () => {
    const typed = async (...resources: readonly Resource[]): Promise<string> => {
      const ui = new ScriptedUi(true, undefined);
      await ask(ui, { readOnly: [], protected: ["*"] }, { ...plan, resources });
      return /Type (.+?) to go on/.exec(ui.said[1] ?? "")?.[1] ?? "";
    };
    const revision = (name: string): Resource => revisionResource(name);
    assert.equal(await typed(serviceResource("live", "orders"), serviceResource("live", "api")), "live");
    assert.equal(await typed(serviceResource("live", "orders"), familyResource("other")), "orders");
    assert.equal(await typed(serviceResource("a", "orders"), serviceResource("b", "orders")), "orders");
    assert.equal(await typed(serviceResource("a", "orders"), serviceResource("b", "api")), "2 services");
    assert.equal(await typed(revision("orders:1"), revision("orders:2")), "orders");
    assert.equal(await typed(revision("orders:1"), revision("api:2"), revision("api:3")), "3 revisions");
    const task = { taskArn: "arn:aws:ecs:eu-west-1:123456789012:task/live/0123456789abcdef" };
    assert.equal(
      await typed(taskResource({ ...task, clusterArn: "live", group: "service:orders" })),
      "orders",
    );
    assert.equal(await typed(taskResource({ ...task, clusterArn: "live" })), "01234567");
    assert.equal(await typed(taskResource({ ...task, clusterArn: "live" }, "app")), "app");
  });
});

describe("The record of writes", () => {
  it("has operation, resource, account, region and who wrote in a line, and what was refused", () => {
    const lines: string[] = [];
    const keep = (line: string): void => void lines.push(line);
    const kept: string[] = [];
    const audit = auditWrites({ debug: keep, info: keep, warn: keep, error: keep }, (line) =>
      kept.push(line),
    );
    const entry = {
      operation: "UpdateService",
      resource: "orders",
      account: "123456789012",
      region: "eu-west-1",
      identity: "arn:aws:iam::123456789012:user/me",
    };
    audit(entry);
    audit({ ...entry, error: new Error("no") });
    audit({ ...entry, error: Object.assign(new Error("oh"), { $fault: "server" }) });
    assert.deepEqual(lines, [
      "Wrote: UpdateService orders in 123456789012, eu-west-1, as arn:aws:iam::123456789012:user/me",
      "Refused: UpdateService orders in 123456789012, eu-west-1, as arn:aws:iam::123456789012:user/me: Error: no",
      "Not known: UpdateService orders in 123456789012, eu-west-1, as arn:aws:iam::123456789012:user/me: Error: oh",
    ]);
    assert.deepEqual(kept, lines);
  });
});
