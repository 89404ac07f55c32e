import assert from "node:assert/strict";
import { ReadOnlyError } from "../../../client/src/aws/writes/protection.ts";
import type { Command } from "../../../client/src/commands/command.ts";
import { deploy } from "../../../client/src/commands/deploying/deploy.ts";
import { deployRevision } from "../../../client/src/commands/deploying/deployRevision.ts";
import { register } from "../../../client/src/commands/deploying/register.ts";
import { rollBack } from "../../../client/src/commands/deploying/rollBack.ts";
import { continueDeployment, stopDeployment } from "../../../client/src/commands/deploying/stopDeployment.ts";
import { deleteService } from "../../../client/src/commands/services/deleteService.ts";
import { forceDeployment } from "../../../client/src/commands/services/forceDeployment.ts";
import { scale } from "../../../client/src/commands/services/scale.ts";
import { scalingBounds } from "../../../client/src/commands/services/scalingBounds.ts";
import { suspendScaling } from "../../../client/src/commands/services/suspendScaling.ts";
import { toggleExec } from "../../../client/src/commands/services/toggleExec.ts";
import type { ServiceNode } from "../../../client/src/tree/serviceNode.ts";
import { commandContext } from "../../support/commandContext.ts";
import { plainShop } from "../../support/plainShop.ts";
import { ScriptedUi } from "../../support/scriptedUi.ts";
import { simulatedAccount, type SimulatedAccount } from "../../support/simulatedAccount.ts";

const file = {
  family: "orders",
  containerDefinitions: [{ name: "app", image: "orders:${TAG}", memory: 128 }],
};
const serviceFile = {
  serviceName: "orders",
  cluster: "live",
  taskDefinition: "orders:${REVISION}",
  desiredCount: 1,
};

describe("Where the settings forbid to write", () => {
  let account: SimulatedAccount;
  before(async () => (account = await simulatedAccount({ scenario: plainShop, clock: "step" })));
  after(() => account.close());

  const ordersRow = async (): Promise<ServiceNode> =>
    (await account.expand("simulated · eu-west-1", "Clusters", "live", "Services", "orders"))
      .node as ServiceNode;

  for (const [command, content] of [
    [deploy, file],
    [deploy, serviceFile],
    [rollBack, file],
    [deployRevision, file],
  ] as const)
    it(`${command.title} of a service with ${content === file ? "a task definition" : "a service file"} is refused before anything is asked or shown`, async () => {
      account.protection = { readOnly: ["live"], protected: [] };
      const ui = new ScriptedUi();
      const node = await ordersRow();
      await assert.rejects(
        (command as Command<ServiceNode>).run(commandContext(account, ui, { file: content }), node, [node]),
        new ReadOnlyError(
          "nothing is written to live / orders in account 123456789012, eu-west-1, by “live” in the setting taskwright.readOnly.",
        ),
      );
      assert.deepEqual(ui.said, []);
    });

  for (const command of [
    deleteService,
    forceDeployment,
    scale,
    scalingBounds,
    stopDeployment,
    suspendScaling,
    toggleExec,
    continueDeployment,
  ])
    it(`${command.title} is refused before anything is asked`, async () => {
      account.protection = { readOnly: ["live"], protected: [] };
      const ui = new ScriptedUi();
      const node = await ordersRow();
      await assert.rejects(command.run(commandContext(account, ui), node, [node]), ReadOnlyError);
      assert.deepEqual(ui.said, []);
    });

  it("a deploy from the editor is refused once its place is known, before values are asked", async () => {
    account.protection = { readOnly: ["live"], protected: [] };
    const ui = new ScriptedUi("live", "orders");
    await assert.rejects(deploy.run(commandContext(account, ui, { file }), undefined, []), ReadOnlyError);
    assert.deepEqual(ui.said, ["pick Deploy (1/2): cluster", "pick Deploy (2/2): service"]);
  });

  it("a deploy of a service file from the editor is refused before anything is asked where the whole account is read-only", async () => {
    account.protection = { readOnly: ["simulated"], protected: [] };
    const ui = new ScriptedUi();
    await assert.rejects(
      deploy.run(
        commandContext(account, ui, { file: serviceFile, fileName: "ecs-service.json" }),
        undefined,
        [],
      ),
      ReadOnlyError,
    );
    assert.deepEqual(ui.said, []);
  });

  it("registering is refused before the values of placeholders are asked, or once the family is known", async () => {
    account.protection = { readOnly: ["eu-*"], protected: [] };
    const ui = new ScriptedUi();
    await assert.rejects(register.run(commandContext(account, ui, { file }), undefined, []), ReadOnlyError);
    assert.deepEqual(ui.said, []);
    account.protection = { readOnly: ["orders"], protected: [] };
    const filled = new ScriptedUi("1.5.0");
    await assert.rejects(
      register.run(commandContext(account, filled, { file }), undefined, []),
      ReadOnlyError,
    );
    assert.deepEqual(filled.said, ["input task-definition.json: Value of ${TAG}"]);
  });
});
