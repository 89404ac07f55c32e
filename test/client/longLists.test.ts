import assert from "node:assert/strict";
import { showMore } from "../../client/src/commands/showMore.ts";
import type { Scenario } from "../../simulator/src/scenario/scenario.ts";
import { ScriptedUi } from "../support/scriptedUi.ts";
import { simulatedAccount, simulatedRow, type SimulatedAccount } from "../support/simulatedAccount.ts";
import { until } from "../support/until.ts";

const definition = (family: string): NonNullable<Scenario["taskDefinitions"]>[number] => ({
  family,
  networkMode: "awsvpc",
  requiresCompatibilities: ["FARGATE"],
  cpu: "256",
  memory: "512",
  containerDefinitions: [{ name: "app", image: "registry.example/app:1" }],
});

const numbered = (count: number, prefix: string): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}-${String(index).padStart(3, "0")}`);

const networkConfiguration = { awsvpcConfiguration: { subnets: ["subnet-0a1b2c3d"] } };
const service = (serviceName: string, desiredCount: number): object => ({
  serviceName,
  taskDefinition: "app",
  desiredCount,
  launchType: "FARGATE",
  networkConfiguration,
});

/** More of everything than one call gives: services 10 by default, 100 of the others. */
const scenario = {
  taskDefinitions: [
    ...Array.from({ length: 130 }, () => definition("app")),
    ...numbered(120, "family").map(definition),
  ],
  clusters: [
    {
      name: "big",
      services: [service("wide", 250), ...numbered(34, "service").map((name) => service(name, 0))],
      tasks: [{ taskDefinition: "app", launchType: "FARGATE", networkConfiguration }],
    },
    ...numbered(119, "cluster").map((name) => ({ name })),
  ],
} as Scenario;

const services = [simulatedRow, "Clusters", "big", "Services"];

describe("A list of more than one call gives", () => {
  let account: SimulatedAccount;
  beforeEach(async () => (account = await simulatedAccount({ scenario, clock: "step" })));
  afterEach(() => account.close());

  /** The labels below a row when it is loaded. */
  async function labels(...path: string[]): Promise<readonly string[]> {
    const entry = await account.expand(...path);
    await until("the whole list", () => !entry.loading);
    return (await account.explorer.children(entry)).map(({ node }) => node.row().label);
  }

  it("shows every cluster", async () => {
    assert.deepEqual(await labels(simulatedRow, "Clusters"), ["big", ...numbered(119, "cluster")]);
  });

  it("shows every service, described, although answers come side by side", async () => {
    const entry = await account.expand(...services);
    await until("the whole list", () => !entry.loading);
    assert.deepEqual(await account.rows(entry), [
      ...numbered(34, "service").map((name) => `${name} | 0/0 · FARGATE · app:130`),
      "wide | 250/250 · FARGATE · app:130",
    ]);
  });

  it("shows every task of a service once, as tasks and not as containers of its definition", async () => {
    const entry = await account.expand(...services, "wide", "Tasks");
    const tasks = await account.explorer.children(entry);
    assert.deepEqual([...new Set(tasks.map(({ node }) => node.kind))], ["task"]);
    assert.equal(new Set(tasks.map(({ node }) => node.arn)).size, 250);
  });

  it("shows a task without a service among hundreds that have one", async () => {
    const [row, ...others] = await account.rows(
      await account.expand(simulatedRow, "Clusters", "big", "Tasks without a service"),
    );
    assert.match(row ?? "", /^[0-9a-f]{8} \| provisioning · app:130 /);
    assert.deepEqual(others, []);
  });

  it("shows every revision of a family, newest first", async () => {
    assert.deepEqual(await labels(simulatedRow, "Task definitions", "app"), [
      ...Array.from({ length: 130 }, (_, index) => `app:${130 - index}`),
      "Inactive revisions",
    ]);
  });

  it("shows the first hundred families, and says that there are more", async () => {
    assert.deepEqual(await labels(simulatedRow, "Task definitions"), [
      "app",
      ...numbered(99, "family"),
      "100 families so far. Show more",
    ]);
  });

  it("shows the rest once someone asks for more", async () => {
    const families = await account.expand(simulatedRow, "Task definitions");
    const more = (await account.explorer.children(families)).at(-1)!;
    await showMore.run(account.context(new ScriptedUi()), more.node, []);
    await until("the whole list", () => !families.loading);
    const shown = await labels(simulatedRow, "Task definitions");
    assert.deepEqual(shown, ["app", ...numbered(120, "family"), "Inactive families"]);
  });

  it("is whole, with each row once, when its calls were throttled in between", async () => {
    for (const operation of ["ListTasks", "DescribeTasks", "ListServices", "DescribeServices"])
      account.proxy.faults.set(operation, {
        error: "ThrottlingException",
        message: "Rate exceeded",
        times: 1,
      });
    assert.equal((await labels(...services)).length, 35);
    const tasks = await account.explorer.children(await account.expand(...services, "wide", "Tasks"));
    assert.equal(new Set(tasks.map(({ node }) => node.arn)).size, 250);
    assert.equal(tasks.length, 250);
  }).timeout(120_000);

  it("ends with the reason when a page is refused, and is not asked for again and again", async () => {
    await account.expand(...services, "wide");
    account.proxy.faults.set("ListTasks", { error: "AccessDeniedException", message: "no", after: 1 });
    account.simulator.resetCalls();
    assert.deepEqual(await labels(...services, "wide", "Tasks"), ["Could not list tasks"]);
    assert.equal(account.operations().filter((operation) => operation === "ListTasks").length, 1);
  });
});
