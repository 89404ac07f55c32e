import assert from "node:assert/strict";
import { deploy } from "../../../client/src/commands/deploying/deploy.ts";
import { register } from "../../../client/src/commands/deploying/register.ts";
import type { ServiceNode } from "../../../client/src/tree/serviceNode.ts";
import { isReading } from "../../support/awsOperations.ts";
import { commandContext } from "../../support/commandContext.ts";
import { plainShop } from "../../support/plainShop.ts";
import { ScriptedUi } from "../../support/scriptedUi.ts";
import { memoryStorage, simulatedAccount, type SimulatedAccount } from "../../support/simulatedAccount.ts";
import { until } from "../../support/until.ts";

const file = {
  family: "orders",
  networkMode: "awsvpc",
  requiresCompatibilities: ["FARGATE"],
  cpu: "256",
  memory: "512",
  containerDefinitions: [{ name: "app", image: "orders:9" }],
};

describe("Cancel", () => {
  let account: SimulatedAccount;
  beforeEach(async () => (account = await simulatedAccount({ scenario: plainShop, clock: "step" })));
  afterEach(() => account.close());

  const written = (): readonly string[] => account.operations().filter((each) => !isReading(each));
  const rowOf = async (cluster: string): Promise<ServiceNode> =>
    (await account.expand("simulated · eu-west-1", "Clusters", cluster, "Services", "orders"))
      .node as ServiceNode;

  /** Deploys to the rows, and presses Cancel while the task definition is being registered. */
  async function cancelled(
    nodes: readonly ServiceNode[],
  ): Promise<{ said: readonly string[]; kept: unknown }> {
    const ui = new ScriptedUi(true);
    const memory = memoryStorage();
    account.proxy.held.add("RegisterTaskDefinition");
    const doing = deploy.run(commandContext(account, ui, { file, memory }), nodes[0], nodes);
    await until("the call", () => account.proxy.waiting.length === 1);
    ui.cancel.abort();
    account.proxy.release();
    await doing;
    return { said: ui.said, kept: memory.get("deploys") };
  }

  it("while a task definition is registered leaves the service as it is, and says what was done", async () => {
    const { said, kept } = await cancelled([await rowOf("live")]);
    assert.deepEqual(written(), ["RegisterTaskDefinition"]);
    assert.equal(said.at(-1), "info Cancelled: orders:3 was registered, and live / orders was not updated.");
    assert.deepEqual(kept, []);
  });

  it("does so for several services, of which none is updated", async () => {
    const { said, kept } = await cancelled([await rowOf("live"), await rowOf("staging")]);
    assert.deepEqual(written(), ["RegisterTaskDefinition"]);
    assert.equal(
      said.at(-1),
      "info Cancelled: orders:3 was registered, and live / orders and staging / orders were not updated.",
    );
    assert.deepEqual(kept, []);
  });

  it("is not offered for registering alone, which cannot be called back", async () => {
    const ui = new ScriptedUi(true);
    await register.run(commandContext(account, ui, { file }), undefined, []);
    assert.deepEqual(
      ui.said.filter((line) => /^(?:progress|busy)/.test(line)),
      ["busy Registering orders"],
    );
  });

  it("is not offered while a service is updated", async () => {
    const ui = new ScriptedUi(true);
    const doing = deploy.run(commandContext(account, ui, { file }), await rowOf("live"), []);
    await until("the update", () => ui.said.includes("busy Updating live / orders"));
    ui.cancel.abort();
    await doing;
    assert.deepEqual(written(), ["RegisterTaskDefinition", "UpdateService"]);
    assert.match(
      ui.said.at(-1)!,
      /^info No longer watching live \/ orders\. The deployment goes on in AWS\./,
    );
  });
});
