import assert from "node:assert/strict";
import { deploy } from "../../../client/src/commands/deploying/deploy.ts";
import { importService } from "../../../client/src/commands/services/importService.ts";
import type { Scenario } from "../../../simulator/src/scenario/scenario.ts";
import { isReading } from "../../support/awsOperations.ts";
import { commandContext } from "../../support/commandContext.ts";
import { plainShop } from "../../support/plainShop.ts";
import { ScriptedUi } from "../../support/scriptedUi.ts";
import { simulatedAccount, type SimulatedAccount } from "../../support/simulatedAccount.ts";

const [live] = plainShop.clusters ?? [];
const orders = live!.services!.find(({ serviceName }) => serviceName === "orders")!;
const tags = [
  { key: "team", value: "shop" },
  { key: "stage", value: "live" },
  { key: "aws:cloudformation:stack-name", value: "shop" },
];
const scenario: Scenario = { ...plainShop, clusters: [{ name: "live", services: [{ ...orders, tags }] }] };

describe("The tags of a service that exists", () => {
  let account: SimulatedAccount;
  beforeEach(async () => (account = await simulatedAccount({ scenario, clock: "fast:1000" })));
  afterEach(() => account.close());

  const run = async (more: object, ...answers: boolean[]): Promise<ScriptedUi> => {
    const ui = new ScriptedUi(...answers);
    await deploy.run(
      commandContext(account, ui, {
        file: { serviceName: "orders", cluster: "live", taskDefinition: "orders:2", ...more },
        fileName: "ecs-service.json",
      }),
      undefined,
      [],
    );
    return ui;
  };
  const writes = (): readonly string[] => account.operations().filter((operation) => !isReading(operation));
  const wanted = [
    { key: "team", value: "checkout" },
    { key: "cost", value: "42" },
  ];

  it("stay when the file says nothing of tags or names the same, in another order and without those of AWS", async () => {
    for (const more of [{}, { tags: [tags[1], tags[0]] }])
      assert.deepEqual((await run(more)).said, [
        "info Nothing to change: live / orders is as ecs-service.json says.",
      ]);
    assert.deepEqual(writes(), []);
  });

  it("become those of the file, after the question has named each change", async () => {
    const ui = await run({ tags: wanted }, true);
    assert.equal(
      ui.said[1],
      "confirm Update the service live / orders in account 123456789012, eu-west-1? tags › stage: removed, was live.\ntags › team: shop → checkout.\ntags › cost: added 42.\nNow running: orders:2, 3 of 3 tasks. [Update]",
    );
    assert.equal(ui.said.at(-1), "info The tags of live / orders are as ecs-service.json says.");
    assert.deepEqual(writes(), ["TagResource", "UntagResource"]);
    assert.deepEqual(await account.connection.ecs.serviceTags("live", "orders"), [tags[2], ...wanted]);
    assert.deepEqual(
      account.audited.map(({ operation, resource }) => `${operation} ${resource}`),
      ["TagResource live / orders", "UntagResource live / orders"],
    );
  });

  it("are set before the rest of the file is deployed", async () => {
    const ui = await run({ tags: [...tags.slice(0, 2), wanted[1]], desiredCount: 2 }, true);
    assert.deepEqual(writes(), ["TagResource", "UpdateService"]);
    assert.match(
      ui.said.at(-1)!,
      /^info live \/ orders was updated, without a deployment: .* ECS brings it to 2 tasks now\./,
    );
  });

  it("are told when they were set and the rest was refused", async () => {
    account.proxy.faults.set("UpdateService", { error: "InvalidParameterException", message: "Not this." });
    await assert.rejects(run({ tags: [...tags.slice(0, 2), wanted[1]], desiredCount: 2 }, true), {
      message: "the tags of live / orders were set, but live / orders was not updated: Not this.",
    });
  });

  it("are told when some were set and the others not removed", async () => {
    account.proxy.faults.set("UntagResource", { error: "AccessDeniedException", message: "Not you." });
    await assert.rejects(run({ tags: wanted }, true), {
      name: "AccessDeniedException",
      message: "the tags team, cost were set, but not removed were stage: Not you.",
    });
  });

  it("are not touched when the user declines", async () => {
    await run({ tags: wanted }, false);
    assert.deepEqual(writes(), []);
  });

  it("are imported with the service, without those of AWS", async () => {
    const context = commandContext(account, new ScriptedUi("live", "orders"));
    await importService.run(context, undefined, []);
    const file = context.created.find(({ name }) => name === "orders.ecs-service.json");
    assert.deepEqual(JSON.parse(file!.text).tags, tags.slice(0, 2));
  });
});
