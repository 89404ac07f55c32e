import assert from "node:assert/strict";
import type { Command } from "../../client/src/commands/command.ts";
import { copyArn } from "../../client/src/commands/copyArn.ts";
import { copyName } from "../../client/src/commands/copyName.ts";
import { describe as describeCommand, describeWithValues } from "../../client/src/commands/describe.ts";
import { explain } from "../../client/src/commands/explain.ts";
import { clearFilter, filter, showUnhealthyOnly } from "../../client/src/commands/filter.ts";
import { findService } from "../../client/src/commands/findService.ts";
import { consoleLink } from "../../shared/src/consoleLink.ts";
import { openInBrowser, openInConsole } from "../../client/src/commands/openLink.ts";
import { openServicePage } from "../../client/src/commands/openServicePage.ts";
import { sortServices } from "../../client/src/commands/sortServices.ts";
import type { TreeNode } from "../../client/src/tree/node.ts";
import { explorerScenario } from "../support/explorerScenario.ts";
import { ScriptedUi, type Answer } from "../support/scriptedUi.ts";
import { simulatedAccount, simulatedRow, type SimulatedAccount } from "../support/simulatedAccount.ts";

const services = [simulatedRow, "Clusters", "live", "Services"];

describe("Looking around with commands", () => {
  let account: SimulatedAccount;
  before(async () => {
    account = await simulatedAccount({ scenario: explorerScenario, clock: "step" });
    account.simulator.clock.advance(180);
    await account.expand(...services);
  });
  after(() => account.close());

  /** Runs a command on rows, the first of which was clicked, and gives the ui that answered. */
  async function run(
    command: Command<never>,
    nodes: readonly TreeNode[],
    ...answers: Answer[]
  ): Promise<ScriptedUi> {
    const ui = new ScriptedUi(...answers);
    await (command as Command).run(account.context(ui), nodes[0], nodes.length > 1 ? nodes : []);
    await account.refiltered;
    return ui;
  }

  const nodeOf = async (...labels: string[]): Promise<TreeNode> => (await account.expand(...labels)).node;
  const serviceRows = async (): Promise<readonly string[]> =>
    (await account.rows(await account.expand(...services))).map((row) => row.split(" | ")[0] ?? "");

  it("copies the ARN of a row, and those of all selected rows, one a line", async () => {
    const [crash, web] = [await nodeOf(...services, "crash"), await nodeOf(...services, "web")];
    const arn = (name: string): string => `arn:aws:ecs:eu-west-1:123456789012:service/live/${name}`;
    assert.equal((await run(copyArn, [web])).copied, arn("web"));
    assert.equal((await run(copyArn, [crash, web])).copied, `${arn("crash")}\n${arn("web")}`);
  });

  it("copies the whole id of a task, of which the row shows the start", async () => {
    const tasks = await account.expand(...services, "web", "Tasks");
    const { node } = tasks.children![0]!;
    assert.match((await run(copyName, [node])).copied, new RegExp(`^${node.row().label}[0-9a-f]{24}$`));
  });

  it("opens the page of a resource in the console, which knows none of an endpoint on this machine", async () => {
    assert.deepEqual((await run(openInConsole, [await nodeOf(...services, "web")])).links, []);
    account.connection.consolePage = consoleLink;
    const console = (path: string): string => `https://console.aws.amazon.com/${path}?region=eu-west-1`;
    assert.deepEqual((await run(openInConsole, [await nodeOf(...services, "web")])).links, [
      console("ecs/v2/clusters/live/services/web/health"),
    ]);
    assert.deepEqual(
      (await run(openInConsole, [await nodeOf(simulatedRow, "Task definitions", "web", "web:2")])).links,
      [console("ecs/v2/task-definitions/web/2/containers")],
    );
  });

  it("opens what a task serves, at its public address and port", async () => {
    const tasks = await account.expand(...services, "web", "Tasks");
    const label = tasks.children?.[0]?.node.row().label ?? "";
    const network = await account.expand(...services, "web", "Tasks", label, "Network");
    const { links } = await run(openInBrowser, [network.children![1]!.node]);
    assert.match(links[0] ?? "", /^http:\/\/203\.0\.113\.\d+:8080\/$/);
  });

  it("describes a resource in the API's spelling, with the values of variables hidden", async () => {
    const { documents } = await run(describeCommand, [
      await nodeOf(simulatedRow, "Task definitions", "web", "web:1"),
    ]);
    assert.equal(documents.length, 1);
    const [{ name, language, text }] = documents as [{ name: string; language: string; text: string }];
    assert.deepEqual([name, language], ["revision/web-1.json", "json"]);
    const definition = JSON.parse(text);
    assert.equal(definition.family, "web");
    assert.deepEqual(definition.containerDefinitions[0].environment, [
      { name: "LOG_LEVEL", value: "••••••" },
    ]);
    assert.equal(definition.containerDefinitions[0].logConfiguration.options["awslogs-group"], "/ecs/web");
    assert.match(definition.registeredAt, /^\d{4}-\d\d-\d\dT/);
    assert.equal("$metadata" in definition, false);
  });

  it("shows the values of variables to who asks for them", async () => {
    const { documents } = await run(describeWithValues, [
      await nodeOf(simulatedRow, "Task definitions", "web", "web:1"),
    ]);
    assert.deepEqual(JSON.parse(documents[0]?.text ?? "").containerDefinitions[0].environment, [
      { name: "LOG_LEVEL", value: "info" },
    ]);
  });

  it("describes clusters, services, tasks and containers", async () => {
    const tasks = await account.expand(...services, "web", "Tasks");
    const label = tasks.children?.[0]?.node.row().label ?? "";
    for (const [path, key] of [
      [services.slice(0, 3), "clusterArn"],
      [[...services, "web"], "serviceArn"],
      [[...services, "web", "Tasks", label], "taskArn"],
      [[...services, "web", "Tasks", label, "app"], "containerArn"],
    ] as const) {
      const { documents } = await run(describeCommand, [await nodeOf(...path)]);
      assert.match(String(JSON.parse(documents[0]?.text ?? "{}")[key]), /^arn:aws:ecs:/);
    }
  });

  it("filters services and families by a part of their name, and shows all again", async () => {
    await account.expand(simulatedRow, "Task definitions");
    await run(filter, [], "WE");
    assert.deepEqual(await serviceRows(), ["web"]);
    assert.deepEqual(await account.rows(await account.expand(simulatedRow, "Task definitions")), [
      "web",
      "Inactive families",
    ]);
    assert.equal(account.view.words, "named “WE”");
    await run(filter, [], "none of them");
    assert.deepEqual(await serviceRows(), ["No service here is named “none of them”."]);
    await run(clearFilter, []);
    assert.deepEqual(await serviceRows(), ["crash", "idle", "web"]);
  });

  it("shows only what is not steady", async () => {
    await run(showUnhealthyOnly, []);
    assert.deepEqual(await serviceRows(), ["crash"]);
    await run(clearFilter, []);
  });

  it("sorts services by name or by state, the worst first", async () => {
    account.view.set({ filter: "" });
    await run(sortServices, [], "By state");
    assert.deepEqual(await serviceRows(), ["crash", "idle", "web"]);
    const ui = await run(sortServices, [], "By name");
    assert.deepEqual(ui.offered, ["By name", "By state"]);
  });

  it("goes to a service among all of the account, by listing names only", async () => {
    account.simulator.resetCalls();
    const ui = await run(findService, [], "web");
    assert.deepEqual(ui.offered, ["crash", "idle", "web"]);
    assert.deepEqual(account.revealed, [
      "/simulated@eu-west-1/clusters/arn:aws:ecs:eu-west-1:123456789012:cluster/live/services/arn:aws:ecs:eu-west-1:123456789012:service/live/web",
    ]);
    assert.deepEqual(
      account.operations().filter((operation) => operation.startsWith("Describe")),
      [],
    );
  });

  it("explains in one document why a service is not steady", async () => {
    const { documents, said } = await run(explain, [await nodeOf(...services, "crash")]);
    assert.deepEqual(said, ["progress Looking into crash"]);
    const [document] = documents;
    assert.deepEqual([document?.name, document?.language], ["Why is crash not steady.md", "markdown"]);
    const lines = (document?.text ?? "").split("\n").filter(Boolean);
    assert.deepEqual(lines.slice(0, 2), [
      "# Why is crash not steady?",
      "**crash (crash:1) is not steady: 0 of 1 tasks running, 1 task missing · 6 tasks died in 15 min. Container app ended with exit code 1, an error of the program itself.**",
    ]);
    assert.match(
      document?.text ?? "",
      /Container app ended with exit code 1, an error of the program itself\.\*\* Seen 6 times\./,
    );
    assert.match(document?.text ?? "", /\| Task [0-9a-f]{8} \| container app exited with code 1 \|/);
    assert.match(
      document?.text ?? "",
      /## Last lines of app in task [0-9a-f]{8}\n\n```text\n\S+ starting\n\S+ Error: DATABASE_URL is not set\n```/,
    );
  });

  it("opens the page of a service", async () => {
    await run(openServicePage, [await nodeOf(...services, "web")]);
    assert.deepEqual(account.pagesShown, ["arn:aws:ecs:eu-west-1:123456789012:service/live/web"]);
  });
});
