import assert from "node:assert/strict";
import { signIn } from "../../client/src/commands/signIn.ts";
import type { Command } from "../../client/src/commands/command.ts";
import { commands } from "../../client/src/commands/index.ts";
import { waitsForTrust } from "../../client/src/commands/waitsForTrust.ts";
import { errorText } from "../../client/src/host/log.ts";
import { isReading } from "../support/awsOperations.ts";
import { commandContext } from "../support/commandContext.ts";
import { EagerUi } from "../support/eagerUi.ts";
import { plainShop } from "../support/plainShop.ts";
import { rowOfEveryKind } from "../support/rowOfEveryKind.ts";
import { ScriptedUi } from "../support/scriptedUi.ts";
import { simulatedAccount, type SimulatedAccount } from "../support/simulatedAccount.ts";

/** Goes on with everything, and remembers programs that were started. */
class WatchedUi extends EagerUi {
  readonly started: string[] = [];

  override runSession: ScriptedUi["runSession"] = async ({ command }) => {
    this.started.push(command);
    return undefined;
  };

  override runInTerminal: ScriptedUi["runInTerminal"] = async ({ command }) => {
    this.started.push(command);
    return undefined;
  };
}

const file = {
  family: "orders",
  containerDefinitions: [{ name: "app", image: "orders:1", memory: 128 }],
};

const nameOf = ({ id }: Command): string => id.replace("taskwright.", "");

describe("In a workspace that is not trusted", () => {
  let account: SimulatedAccount;
  before(async () => {
    account = await simulatedAccount({
      scenario: { ...plainShop, clusters: [{ ...plainShop.clusters![0]!, instances: [{}] }] },
      clock: "step",
    });
    account.protection = { readOnly: [], protected: [], isRestricted: true };
  });
  after(() => account.close());

  it("each command that would write or start a program says so before it asks AWS for anything, and the others do neither", async function () {
    this.timeout(180_000);
    const rows = await rowOfEveryKind(account);
    const late = new Set<string>();
    for (const command of commands as readonly Command[]) {
      const nodes = [undefined, ...rows.filter(({ kind }) => !command.on || command.on.includes(kind))];
      for (const node of nodes) {
        const ui = new WatchedUi();
        const context = commandContext(account, ui, { file, isTrusted: false });
        account.simulator.resetCalls();
        if (await waitsForTrust(context, command)) {
          assert.deepEqual(account.operations(), [], command.id);
          continue;
        }
        const failed = await command.run(context, node, node ? [node] : []).then(() => "", errorText);
        const wrote = account.operations().some((operation) => !isReading(operation));
        if (wrote || ui.started.length > 0 || failed.includes("not trusted")) late.add(nameOf(command));
      }
    }
    assert.deepEqual([...late], [], "These need `needsTrust: true`.");
  });

  it("nobody is signed in", async () => {
    const ui = new ScriptedUi();
    assert.equal(await waitsForTrust(commandContext(account, ui, { isTrusted: false }), signIn), true);
    assert.deepEqual(ui.said, [
      "warn “Sign In” waits until this workspace is trusted. Trust it with “Workspaces: Manage Workspace Trust”, and run it again.",
    ]);
  });

  it("and only there a command waits", async () => {
    for (const command of commands as readonly Command[])
      assert.equal(await waitsForTrust(commandContext(account, new ScriptedUi()), command), false);
  });
});
