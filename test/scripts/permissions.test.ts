import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { deploy } from "../../client/src/commands/deploying/deploy.ts";
import { readPermissions } from "../../scripts/generate/permissions.ts";
import { commandContext } from "../support/commandContext.ts";
import { EagerUi } from "../support/eagerUi.ts";
import { plainShop } from "../support/plainShop.ts";
import { simulatedAccount } from "../support/simulatedAccount.ts";

interface Statement {
  readonly Sid: string;
  readonly Action: readonly string[];
}

/** The statements of the policies on the page. */
async function statements(): Promise<readonly Statement[]> {
  const page = await readFile("docs/permissions.md", "utf8");
  return [...page.matchAll(/```json\n([^]*?)\n```/g)].flatMap(
    ([, policy = ""]) => JSON.parse(policy).Statement as readonly Statement[],
  );
}

describe("The permissions that the product needs", () => {
  it("are on their page, each action once, reading apart from writing", async () => {
    const { read, deploy: deploying, operate } = await readPermissions();
    const all = (await statements()).flatMap(({ Action }) => Action);
    assert.deepEqual(all.toSorted(), [...read, ...deploying, ...operate, "iam:PassRole"].sort());
    assert.equal(new Set(all).size, all.length);
    for (const action of read) assert.match(action, /:(?:BatchGet|Describe|Filter|Get|List|Simulate)/);
    assert.deepEqual(deploying, [
      "ecs:ContinueServiceDeployment",
      "ecs:CreateService",
      "ecs:RegisterTaskDefinition",
      "ecs:StopServiceDeployment",
      "ecs:TagResource",
      "ecs:UntagResource",
      "ecs:UpdateService",
    ]);
    for (const action of ["ecs:DeleteService", "ecs:ExecuteCommand", "ecs:StopTask", "ssm:StartSession"])
      assert.ok(operate.includes(action), action);
  });

  it("have all that a deploy calls", async function () {
    this.timeout(120_000);
    const account = await simulatedAccount({ scenario: plainShop, clock: "fast:1000" });
    const file = {
      family: "orders",
      containerDefinitions: [{ name: "app", image: "orders:9", memory: 128 }],
    };
    await deploy
      .run(commandContext(account, new EagerUi(), { file, verifyBeforeDeploy: true }), undefined, [])
      .catch(() => undefined);
    const called = new Set(account.operations());
    await account.close();
    const { read, deploy: deploying } = await readPermissions();
    const names = [...read, ...deploying].map((action) => action.split(":")[1]);
    assert.ok(called.has("RegisterTaskDefinition"), [...called].join());
    assert.deepEqual(
      [...called].filter((operation) => !names.includes(operation)),
      [],
    );
  });
});
