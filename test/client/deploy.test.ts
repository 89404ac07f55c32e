import assert from "node:assert/strict";
import type { CommandContext } from "../../client/src/commands/command.ts";
import { deploy } from "../../client/src/commands/deploy.ts";
import { register } from "../../client/src/commands/register.ts";
import { createLanguageService } from "../../server/src/service/service.ts";
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

/** A command's context in which the file of the active editor has this text. */
function contextOf(account: SimulatedAccount, ui: ScriptedUi, definition: unknown): CommandContext {
  const service = createLanguageService();
  const text = typeof definition === "string" ? definition : JSON.stringify(definition);
  const document = service.parse("file:///workspace/task-definition.json", text);
  account.confirmWrite = ({ question, facts, action }) => ui.confirm({ message: question, detail: facts.join(" "), action });
  return account.context(ui, {
    files: {
      active: () => ({ uri: document.uri, name: "task-definition.json" }),
      prepare: async (_file, values = {}) => service.prepare(document, values),
      reveal: async () => void ui.said.push("reveal"),
    },
    runCommand: async (id) => void ui.said.push(`run ${id}`),
  });
}

const written = (account: SimulatedAccount): readonly string[] => account.operations().filter((operation) => /^(?:Register|Update|Create|Delete)/.test(operation));

describe("Registering the open task definition", () => {
  let account: SimulatedAccount;
  before(async () => (account = await simulatedAccount({ scenario: "demo", clock: "fast:1000" })));
  after(() => account.close());

  it("asks with account and region, registers, and says the revision", async () => {
    const ui = new ScriptedUi(true);
    await register.run(contextOf(account, ui, orders), undefined, []);
    assert.deepEqual(ui.said, [
      "confirm Register a new revision of orders in account 123456789012, eu-west-1? File: task-definition.json [Register]",
      "progress Registering orders",
      "info Registered orders:3.",
    ]);
    assert.deepEqual(account.audited, [{ operation: "RegisterTaskDefinition", resource: "orders", account: "123456789012", region: "eu-west-1" }]);
  });

  it("writes nothing when the person declines", async () => {
    account.simulator.resetCalls();
    await register.run(contextOf(account, new ScriptedUi(false), orders), undefined, []);
    assert.deepEqual(written(account), []);
  });

  it("refuses a file with errors, names them, and can show them", async () => {
    account.simulator.resetCalls();
    const ui = new ScriptedUi("Show");
    await register.run(contextOf(account, ui, { ...orders, memory: "4096" }), undefined, []);
    assert.equal(ui.said.length, 2);
    assert.match(ui.said[0]!, /^error task-definition\.json has 1 error, so nothing was registered\. Line 1: Fargate has no task with 0\.25 vCPU and 4 GiB/);
    assert.equal(ui.said[1], "reveal");
    assert.deepEqual(written(account), []);
  });

  it("asks for the value of each placeholder once", async () => {
    const ui = new ScriptedUi("orders", "7", true);
    const file = JSON.stringify(orders).replace("orders:3", "${NAME}:${TAG}").replace('"orders"', '"${NAME}"');
    await register.run(contextOf(account, ui, file), undefined, []);
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
    await deploy.run(contextOf(account, ui, orders), undefined, []);
    assert.equal(ui.said[2], "confirm Deploy task-definition.json to live / orders in account 123456789012, eu-west-1? Registers a new revision of orders. Now running: orders:2, 3 of 3 tasks. [Deploy]");
    assert.equal(ui.said.at(-1), "info live / orders is live: 3 of 3 running.");
    assert.deepEqual(written(account), ["RegisterTaskDefinition", "UpdateService"]);
    assert.equal(ui.progressReports.at(-1), "orders:3 · 3 of 3 running");
  });
});
