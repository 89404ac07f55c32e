import assert from "node:assert/strict";
import { deploy } from "../../../client/src/commands/deploying/deploy.ts";
import { importService } from "../../../client/src/commands/services/importService.ts";
import { ServiceNode } from "../../../client/src/tree/serviceNode.ts";
import { createLanguageService } from "../../../server/src/service/service.ts";
import { commandContext } from "../../support/commandContext.ts";
import { plainShop } from "../../support/plainShop.ts";
import { ScriptedUi } from "../../support/scriptedUi.ts";
import { simulatedAccount, type SimulatedAccount } from "../../support/simulatedAccount.ts";

const cluster = "arn:aws:ecs:eu-west-1:123456789012:cluster/live";

describe("What is imported", () => {
  let account: SimulatedAccount;
  let session: Awaited<ReturnType<SimulatedAccount["sessions"]["open"]>>;
  beforeEach(async () => {
    account = await simulatedAccount({ scenario: plainShop, clock: "step" });
    session = await account.sessions.open(account.connection.target);
  });
  afterEach(() => account.close());

  const service = async (name = "orders"): Promise<ServiceNode> => {
    const arn = `arn:aws:ecs:eu-west-1:123456789012:service/live/${name}`;
    await session.services(cluster).describe([arn], new AbortController().signal);
    return new ServiceNode(session, cluster, arn);
  };

  it("are files without a fault that deploy as unchanged", async () => {
    const context = commandContext(account, new ScriptedUi());
    await importService.run(context, await service("orders"), []);
    const [definition, input] = context.created;
    assert.deepEqual(
      [definition?.name, input?.name],
      ["orders.task-definition.json", "orders.ecs-service.json"],
    );
    const language = createLanguageService();
    for (const { name, text } of context.created)
      assert.deepEqual(language.prepare(language.parse(`file:///workspace/${name}`, text), {}).problems, []);
    for (const [file, words] of [
      [definition!, /^info Nothing to register: the file equals orders:2/],
      [input!, /^info Nothing to change: live \/ orders is as/],
    ] as const) {
      const ui = new ScriptedUi();
      await deploy.run(
        commandContext(account, ui, { file: file.text, fileName: file.name }),
        await service("orders"),
        [],
      );
      assert.match(ui.said.at(-1)!, words);
    }
  });
});
