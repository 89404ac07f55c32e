import assert from "node:assert/strict";
import type { Entry } from "../../client/src/tree/explorer.ts";
import type { Scenario } from "../../simulator/src/scenario/scenario.ts";
import type { Command } from "../../client/src/commands/command.ts";
import { compare } from "../../client/src/commands/deploying/compare.ts";
import { deploy } from "../../client/src/commands/deploying/deploy.ts";
import { dryRun } from "../../client/src/commands/deploying/dryRun.ts";
import { register } from "../../client/src/commands/deploying/register.ts";
import { findService } from "../../client/src/commands/findService.ts";
import { commandContext } from "../support/commandContext.ts";
import { plainShop } from "../support/plainShop.ts";
import { ScriptedUi, type Answer } from "../support/scriptedUi.ts";
import { simulatedAccount, simulatedRow, type SimulatedAccount } from "../support/simulatedAccount.ts";

/** A cluster "big" with as many services, named by number. */
const servicesScenario = (count: number, desiredCount = 1): Scenario => ({
  taskDefinitions: [
    {
      family: "app",
      networkMode: "awsvpc",
      requiresCompatibilities: ["FARGATE"],
      cpu: "256",
      memory: "512",
      containerDefinitions: [
        { name: "app", image: "registry.example/app:1", portMappings: [{ containerPort: 8080 }] },
      ],
    },
  ],
  clusters: [
    {
      name: "big",
      services: Array.from({ length: count }, (_, index) => ({
        serviceName: `service-${String(index).padStart(4, "0")}`,
        taskDefinition: "app",
        desiredCount,
        launchType: "FARGATE" as const,
        networkConfiguration: { awsvpcConfiguration: { subnets: ["subnet-0a1b2c3d"] } },
      })),
    },
  ],
});

/** What the simulator receives while something is done, counted by operation. */
async function callsOf(
  account: SimulatedAccount,
  work: () => Promise<unknown>,
): Promise<Readonly<Record<string, number>>> {
  account.simulator.resetCalls();
  await work();
  const counts: Record<string, number> = {};
  for (const operation of account.operations()) counts[operation] = (counts[operation] ?? 0) + 1;
  return counts;
}

/** Resolves when nothing is being loaded below an entry. */
async function loaded(account: SimulatedAccount, entry: Entry): Promise<void> {
  while (entry.loading) await new Promise((resolve) => setTimeout(resolve, 5));
  for (const child of entry.children ?? []) if (child.expanded) await loaded(account, child);
}

describe("The least number of calls", () => {
  let account: SimulatedAccount;
  const service = [simulatedRow, "Clusters", "big", "Services", "service-0003"];

  before(
    async () => (account = await simulatedAccount({ scenario: servicesScenario(12, 2), clock: "step" })),
  );
  after(() => account.close());

  const expanding = (...labels: string[]): Promise<Readonly<Record<string, number>>> =>
    callsOf(account, async () => loaded(account, await account.expand(...labels)));

  it("of a connection: who one is, and the account's alias", async () => {
    assert.deepEqual(await expanding(simulatedRow), { GetCallerIdentity: 1, ListAccountAliases: 1 });
  });

  it("of clusters: one to list a hundred, one to describe them", async () => {
    assert.deepEqual(await expanding(simulatedRow, "Clusters"), { ListClusters: 1, DescribeClusters: 1 });
  });

  it("of a cluster: none", async () => {
    assert.deepEqual(await expanding(simulatedRow, "Clusters", "big"), {});
  });

  it("of services: one to list a hundred, one to describe ten", async () => {
    assert.deepEqual(await expanding(simulatedRow, "Clusters", "big", "Services"), {
      ListServices: 1,
      DescribeServices: 2,
    });
  });

  it("of a steady service: none", async () => {
    assert.deepEqual(await expanding(...service), {});
  });

  it("of a service's tasks: one to list them, one to describe them", async () => {
    assert.deepEqual(await expanding(...service, "Tasks"), { ListTasks: 1, DescribeTasks: 1 });
  });

  it("of a task: its task definition, which is read once for all tasks", async () => {
    const tasks = await account.expand(...service, "Tasks");
    const [first, second] = tasks.children ?? [];
    assert.deepEqual(await expanding(...service, "Tasks", first!.node.row().label), {
      DescribeTaskDefinition: 1,
    });
    assert.deepEqual(await expanding(...service, "Tasks", second!.node.row().label), {});
  });

  it("of events: none, since the service's description has them", async () => {
    assert.deepEqual(await expanding(...service, "Events"), {});
  });

  it("of deployments: one to list them, one to describe them, one for revisions not seen before", async () => {
    assert.deepEqual(await expanding(...service, "Deployments"), {
      ListServiceDeployments: 1,
      DescribeServiceDeployments: 1,
      DescribeServiceRevisions: 1,
    });
  });

  it("of stopped tasks: one, when there are none", async () => {
    assert.deepEqual(await expanding(...service, "Stopped tasks"), { ListTasks: 1 });
  });

  it("of auto scaling: one, when there is none", async () => {
    assert.deepEqual(await expanding(...service, "Auto scaling"), { DescribeScalableTargets: 1 });
  });

  it("of related resources: none, when the task definition was read", async () => {
    assert.deepEqual(await expanding(...service, "Resources"), {});
  });

  it("of container instances: none, when the cluster has none", async () => {
    assert.deepEqual(await expanding(simulatedRow, "Clusters", "big", "Container instances"), {});
  });

  it("of task definitions: one for a hundred families", async () => {
    assert.deepEqual(await expanding(simulatedRow, "Task definitions"), { ListTaskDefinitionFamilies: 1 });
    assert.deepEqual(await expanding(simulatedRow, "Task definitions", "app"), { ListTaskDefinitions: 1 });
  });

  it("of describing a revision: one, as its status may be another by now", async () => {
    const { node } = await account.expand(simulatedRow, "Task definitions", "app", "app:1");
    assert.deepEqual(await callsOf(account, () => node.describe!(new AbortController().signal)), {
      DescribeTaskDefinition: 1,
    });
  });
});

describe("The calls of a steady refresh", () => {
  let account: SimulatedAccount;
  before(
    async () => (account = await simulatedAccount({ scenario: servicesScenario(12, 2), clock: "step" })),
  );
  after(() => account.close());

  it("are three for an expanded service with its tasks, however many services are shown", async () => {
    await loaded(
      account,
      await account.expand(simulatedRow, "Clusters", "big", "Services", "service-0003", "Tasks"),
    );
    for (const seconds of [10, 10, 10]) {
      account.elapse(seconds);
      assert.deepEqual(await callsOf(account, () => account.explorer.tick()), {
        DescribeServices: 1,
        ListTasks: 1,
        DescribeTasks: 1,
      });
    }
  });

  it("describe the expanded service each time, and the others in turn", async () => {
    account.simulator.resetCalls();
    await account.explorer.tick();
    await account.explorer.tick();
    const described = account.simulator.calls
      .filter(({ operation }) => operation === "DescribeServices")
      .map(({ input }) => (input["services"] as string[]).map((arn) => arn.slice(-4)));
    for (const names of described) assert.equal(names.filter((name) => name === "0003").length, 1);
    assert.equal(
      described.every((names) => names.length === 10),
      true,
    );
    assert.equal(new Set(described.flat()).size, 12);
  });

  it("are none when everything is collapsed", async () => {
    account.explorer.collapse((await account.explorer.children())[0]!);
    account.elapse(600);
    assert.deepEqual(await callsOf(account, () => account.explorer.tick()), {});
  });
});

describe("A cluster with 5,000 services", () => {
  let account: SimulatedAccount;
  before(async function () {
    this.timeout(120_000);
    account = await simulatedAccount({ scenario: servicesScenario(5000), clock: "step" });
    await account.expand(simulatedRow, "Clusters", "big");
  });
  after(() => account.close());

  it("shows its first rows after two calls", async () => {
    const cluster = await account.expand(simulatedRow, "Clusters", "big");
    const [services] = await account.explorer.children(cluster);
    account.simulator.resetCalls();
    const rows = await account.explorer.children(services);
    assert.deepEqual(account.operations(), ["ListServices", "DescribeServices"]);
    assert.equal(rows.length, 101);
    assert.equal(rows[0]?.node.row().description, "1/1 · FARGATE · app:1");
    assert.equal(rows[100]?.node.row().label, "100 of 5,000 services. Show more");
  });

  it("describes the hundred that are shown in ten calls", async () => {
    const services = await account.expand(simulatedRow, "Clusters", "big", "Services");
    await loaded(account, services);
    assert.equal(account.operations().filter((operation) => operation === "DescribeServices").length, 10);
    assert.equal(services.children?.[99]?.node.row().description, "1/1 · FARGATE · app:1");
  });

  it("shows a hundred more with one call to list and ten to describe", async () => {
    const services = await account.expand(simulatedRow, "Clusters", "big", "Services");
    const more = services.children?.at(-1)?.node as unknown as { raiseLimit(): void };
    assert.deepEqual(
      await callsOf(account, async () => {
        more.raiseLimit();
        await account.explorer.fill(services.node);
      }),
      { ListServices: 1, DescribeServices: 10 },
    );
    assert.equal(services.children?.length, 201);
  });

  it("goes to one that is not shown, and shows it then", async function () {
    this.timeout(120_000);
    const last = "arn:aws:ecs:eu-west-1:123456789012:service/big/service-4999";
    const ui = new ScriptedUi("service-4999");
    const counts = await callsOf(account, () => findService.run(account.context(ui), undefined, []));
    assert.deepEqual(counts, { ListClusters: 1, ListServices: 48, DescribeServices: 1 });
    assert.equal(ui.offered.length, 5000);
    assert.ok(account.revealed.at(-1)?.endsWith(`/services/${last}`), account.revealed.at(-1));
  });

  it("refreshes with one call, however many are shown", async () => {
    account.elapse(10);
    assert.deepEqual(await callsOf(account, () => account.explorer.tick()), { DescribeServices: 1 });
  });

  it("finds any of them by name without describing the others", async function () {
    this.timeout(120_000);
    const counts = await callsOf(account, async () => {
      account.view.set({ filter: "4321" });
      await account.refiltered;
    });
    assert.deepEqual(counts, { DescribeServices: 1 });
    const services = await account.expand(simulatedRow, "Clusters", "big", "Services");
    assert.deepEqual(await account.rows(services), ["service-4321 | 1/1 · FARGATE · app:1"]);
    account.view.set({ filter: "" });
    await account.refiltered;
    assert.equal(services.children?.length, 202);
  });
});

describe("A family with 350 revisions", () => {
  let account: SimulatedAccount;
  before(async () => {
    const [orders] = plainShop.taskDefinitions ?? [];
    const taskDefinitions = [
      ...Array.from({ length: 348 }, () => orders!),
      ...(plainShop.taskDefinitions ?? []),
    ];
    account = await simulatedAccount({ scenario: { ...plainShop, taskDefinitions }, clock: "step" });
  });
  after(() => account.close());

  const file = { family: "orders", containerDefinitions: [{ name: "app", image: "orders:9", memory: 128 }] };
  const listed = async (command: Command, ...answers: Answer[]): Promise<number> => {
    account.simulator.resetCalls();
    const ui = new ScriptedUi(...answers);
    await command.run(commandContext(account, ui, { file }), undefined, []);
    return account.operations().filter((operation) => operation === "ListTaskDefinitions").length;
  };

  it("is listed in one call by what looks at the newest few", async () => {
    assert.equal(await listed(register, false), 1);
    assert.equal(await listed(deploy as Command, "live", "orders", false), 1);
    assert.equal(await listed(dryRun, "live", "orders"), 1);
    assert.equal(await listed(compare), 1);
  });
});
