import assert from "node:assert/strict";
import { deploy } from "../../../client/src/commands/deploying/deploy.ts";
import { deploymentHistory } from "../../../client/src/commands/deploying/deploymentHistory.ts";
import { historyPage } from "../../../client/src/model/deploymentHistory.ts";
import { commandContext } from "../../support/commandContext.ts";
import { ordersFile } from "../../e2e/support/ordersFile.ts";
import { ScriptedUi } from "../../support/scriptedUi.ts";
import { simulatedAccount, type SimulatedAccount } from "../../support/simulatedAccount.ts";

const time = String.raw`\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC`;

describe("The deployment history of a service", () => {
  let account: SimulatedAccount;
  before(async () => (account = await simulatedAccount({ scenario: "demo", clock: "fast:1000" })));
  after(() => account.close());

  it("has when, what, how it ended, who registered the revision and what changed, newest first", async () => {
    await deploy.run(
      commandContext(account, new ScriptedUi("live", "orders", true), { file: ordersFile("1.4.3") }),
      undefined,
      [],
    );
    const ui = new ScriptedUi("live", "orders");
    await deploymentHistory.run(commandContext(account, ui), undefined, []);
    const [page] = ui.documents;
    assert.equal(page?.name, "Deployments of orders.md");
    assert.equal(page.language, "markdown");
    const rows = page.text.split("\n").filter((line) => /^\| \d/.test(line));
    assert.equal(rows.length, 4);
    assert.match(
      rows[0]!,
      new RegExp(
        `^\\| ${time} \\| orders:3 \\| successful after \\d+ (?:s|min) \\| user/simulated \\| Image of app: 1\\.4\\.2 → 1\\.4\\.3 \\|$`,
      ),
    );
    assert.match(
      rows[1]!,
      new RegExp(
        `^\\| ${time} \\| orders:2 \\| successful after \\d+ (?:s|min) \\| user/simulated \\| .*Image of app: 1\\.4\\.1 → 1\\.4\\.2`,
      ),
    );
    assert.match(
      rows[2]!,
      new RegExp(
        `^\\| ${time} \\| orders:2 \\| rollback successful after \\d+ (?:s|min): Service deployment rolled back because the circuit breaker threshold was exceeded\\. \\| `,
      ),
    );
    assert.match(
      rows[3]!,
      new RegExp(`^\\| ${time} \\| orders:1 \\| successful after \\d+ (?:s|min) \\| user/simulated \\| \\|$`),
    );
  });

  it("is said to be kept from us where it may not be read", async () => {
    account.proxy.faults.set("ListServiceDeployments", { error: "AccessDeniedException" });
    const ui = new ScriptedUi("live", "orders");
    await deploymentHistory.run(commandContext(account, ui), undefined, []);
    account.proxy.faults.delete("ListServiceDeployments");
    assert.equal(ui.said.at(-1), "info ECS keeps no deployments of live / orders, or does not tell them.");
  });

  it("tells tasks replaced by the same revision and revisions that are gone, and keeps Markdown out of names", () => {
    const taskDefinition = "arn:aws:ecs:eu-west-1:1:task-definition/a:1";
    const deployment = { status: "SUCCESSFUL", createdAt: new Date(0) } as const;
    const other = taskDefinition.replace(/1$/, "2");
    const { text: page } = historyPage("live / *a*", [
      { deployment, taskDefinition, definition: undefined },
      { deployment, taskDefinition, definition: undefined },
      { deployment, taskDefinition: other, definition: undefined },
    ]);
    const cells = page
      .split("\n")
      .filter((line) => line.startsWith("| 1970"))
      .map((line) => line.split(" | ").slice(3).join(" | "));
    assert.deepEqual(cells, [
      "unknown | none: new tasks of the same revision |",
      "unknown | unknown: a revision was deleted |",
      "unknown | |",
    ]);
    assert.ok(page.startsWith(String.raw`# Deployments of live / \*a\*`));
  });
});
