import assert from "node:assert/strict";
import { deploy } from "../../client/src/commands/deploy.ts";
import { register } from "../../client/src/commands/register.ts";
import { commandContext } from "../support/commandContext.ts";
import { ScriptedUi } from "../support/scriptedUi.ts";
import { simulatedAccount, type SimulatedAccount } from "../support/simulatedAccount.ts";

const orders = {
  family: "orders",
  networkMode: "awsvpc",
  requiresCompatibilities: ["FARGATE"],
  cpu: "256",
  memory: "512",
  containerDefinitions: [{ name: "api", image: "orders:3", essential: true }],
};

const written = (account: SimulatedAccount): readonly string[] => account.operations().filter((operation) => /^(?:Register|Update|Create|Delete)/.test(operation));

describe("Registering the open task definition", () => {
  let account: SimulatedAccount;
  before(async () => (account = await simulatedAccount({ scenario: "demo", clock: "fast:1000" })));
  after(() => account.close());

  it("asks with account and region, registers, and says the revision", async () => {
    const ui = new ScriptedUi(true);
    await register.run(commandContext(account, ui, { file: orders }), undefined, []);
    assert.deepEqual(ui.said, [
      "confirm Register a new revision of orders in account 123456789012, eu-west-1? File: task-definition.json [Register]",
      "progress Registering orders",
      "info Registered orders:3.",
    ]);
    assert.deepEqual(account.audited, [{ operation: "RegisterTaskDefinition", resource: "orders", account: "123456789012", region: "eu-west-1" }]);
  });

  it("writes nothing when the person declines", async () => {
    account.simulator.resetCalls();
    await register.run(commandContext(account, new ScriptedUi(false), { file: orders }), undefined, []);
    assert.deepEqual(written(account), []);
  });

  it("refuses a file with errors, names them, and can show them", async () => {
    account.simulator.resetCalls();
    const ui = new ScriptedUi("Show");
    await register.run(commandContext(account, ui, { file: { ...orders, memory: "4096" } }), undefined, []);
    assert.equal(ui.said.length, 2);
    assert.match(ui.said[0]!, /^error task-definition\.json has 1 error, so nothing was registered\. Line 1: Fargate has no task with 0\.25 vCPU and 4 GiB/);
    assert.equal(ui.said[1], "reveal");
    assert.deepEqual(written(account), []);
  });

  it("asks for the value of each placeholder once", async () => {
    const ui = new ScriptedUi("orders", "7", true);
    const file = JSON.stringify(orders).replace("orders:3", "${NAME}:${TAG}").replace('"orders"', '"${NAME}"');
    await register.run(commandContext(account, ui, { file }), undefined, []);
    assert.deepEqual(ui.said.slice(0, 2), ["input task-definition.json: Value of ${NAME}", "input task-definition.json: Value of ${TAG}"]);
    const { containerDefinitions } = await account.connection.ecs.taskDefinition("orders:4");
    assert.equal(containerDefinitions?.[0]?.image, "orders:7");
  });
});

describe("Deploying the open task definition", () => {
  let account: SimulatedAccount;
  before(async () => (account = await simulatedAccount({ scenario: "demo", clock: "fast:1000" })));
  after(() => account.close());

  it("registers, updates the chosen service and follows the deployment to its end", async () => {
    const ui = new ScriptedUi("live", "orders", true);
    await deploy.run(commandContext(account, ui, { file: orders }), undefined, []);
    assert.equal(ui.said[2], "confirm Deploy task-definition.json to live / orders in account 123456789012, eu-west-1? Registers a new revision of orders.\nNow running: orders:2, 3 of 3 tasks. [Deploy]");
    assert.equal(ui.said.at(-1), "info live / orders is live: 3 of 3 running.");
    assert.deepEqual(written(account), ["RegisterTaskDefinition", "UpdateService"]);
    assert.equal(ui.progressReports.at(-1), "orders:3 · 3 of 3 running");
  });
});
