import assert from "node:assert/strict";
import { serviceResource } from "../../client/src/model/resource.ts";
import { permitFor } from "../support/permitFor.ts";
import type { Entry } from "../../client/src/tree/explorer.ts";
import { deployments } from "../../simulator/src/scenario/scenarios/deployments.ts";
import { explorerScenario } from "../support/explorerScenario.ts";
import { until } from "../support/until.ts";
import { simulatedAccount, simulatedRow, type SimulatedAccount } from "../support/simulatedAccount.ts";

const clusters = [simulatedRow, "Clusters"];
const services = [...clusters, "live", "Services"];
const families = [simulatedRow, "Task definitions"];

/** Ids and addresses, which the simulator draws by lot. */
const withoutLots = (row: string): string =>
  row.replace(/^[0-9a-f]{8}\b/, "#").replace(/\b(10\.0|203\.0\.113)(\.\d+){1,2}/g, "$1.#");

describe("The tree of a live account", () => {
  let account: SimulatedAccount;

  before(async () => {
    account = await simulatedAccount({ scenario: explorerScenario, clock: "step" });
    account.simulator.clock.advance(180);
  });

  after(() => account.close());

  async function whole(...labels: string[]): Promise<Entry> {
    const entry = await account.expand(...labels);
    while (entry.loading) await new Promise((resolve) => setTimeout(resolve, 5));
    return entry;
  }

  const rows = async (...labels: string[]): Promise<readonly string[]> =>
    (await account.rows(await whole(...labels))).map(withoutLots);

  it("starts with a row for the connection, with its account and alias", async () => {
    assert.deepEqual(await rows(simulatedRow), ["Clusters", "Task definitions"]);
    assert.deepEqual(await account.rows(), [`${simulatedRow} | 123456789012 (acme-prod)`]);
  });

  it("shows clusters with how much runs in them", async () => {
    assert.deepEqual(await rows(...clusters), [
      "empty | 0 services · 0 tasks",
      "live | 3 services · 3 tasks · 1 pending",
    ]);
  });

  it("shows what is in a cluster", async () => {
    assert.deepEqual(await rows(...clusters, "live"), [
      "Services",
      "Tasks without a service",
      "Container instances | 2",
      "Capacity providers | FARGATE, FARGATE_SPOT",
    ]);
    assert.deepEqual(await rows(...clusters, "live", "Tasks without a service"), [
      "# | running · job:1 · 10.0.# · 2 min",
    ]);
    assert.deepEqual(
      (await rows(...clusters, "live", "Container instances")).map((row) =>
        row.replace(/^i-[0-9a-f]+/, "i-#"),
      ),
      [
        "i-# | active · 0 tasks · 2048 CPU units and 3904 MiB free",
        "i-# | active · 0 tasks · 2048 CPU units and 3904 MiB free · agent not connected",
      ],
    );
    assert.deepEqual(await rows(...clusters, "live", "Capacity providers"), [
      "FARGATE | active · default, base 1, weight 1",
      "FARGATE_SPOT | active",
    ]);
  });

  it("says that a list is empty where its rows would stand", async () => {
    assert.deepEqual(await rows(...clusters, "empty", "Services"), ["No services in this cluster."]);
    assert.deepEqual(await rows(...clusters, "empty", "Tasks without a service"), ["None."]);
    assert.deepEqual(await rows(...clusters, "empty", "Container instances"), [
      "None: the tasks run on Fargate, or there are none.",
    ]);
    assert.deepEqual(await rows(...services, "idle", "Tasks"), ["No tasks are running."]);
    assert.deepEqual(await rows(...services, "idle", "Stopped tasks"), ["None in the last hour."]);
  });

  it("shows services with their counts, and those that are not steady with what is wrong", async () => {
    assert.deepEqual(await rows(...services), [
      "crash | 0/1 · 1 task missing · 6 tasks died in 15 min · 1 pending · FARGATE · crash:1",
      "idle | 0/0 · FARGATE · idle:1",
      "web | 2/2 · FARGATE · web:1",
    ]);
  });

  it("shows what belongs to a service", async () => {
    assert.deepEqual(await rows(...services, "web"), [
      "Deployments | 1",
      "Tasks | 2 running",
      "Stopped tasks",
      "Events | 3 days ago: has reached a steady state.",
      "Targets | web",
      "Alarms | 1",
      "Auto scaling",
      "Resources",
    ]);
    assert.deepEqual(await rows(...services, "web", "Deployments"), ["web:1 | completed · 2 of 2 running"]);
    assert.deepEqual(await rows(...services, "web", "Tasks"), [
      "# | running · web:1 · 10.0.# · 3 days",
      "# | running · web:1 · 10.0.# · 3 days",
    ]);
    assert.deepEqual(await rows(...services, "web", "Targets"), [
      "10.0.#:8080 | healthy · web",
      "10.0.#:8080 | healthy · web",
    ]);
    assert.deepEqual(await rows(...services, "web", "Alarms"), ["web-errors | ok"]);
    assert.deepEqual(await rows(...services, "web", "Auto scaling"), [
      "Bounds | 2 to 6 tasks",
      "cpu | target tracking scaling · ECSServiceAverageCPUUtilization at 60",
    ]);
    assert.deepEqual(await rows(...services, "idle", "Auto scaling"), ["Not scaled automatically."]);
    assert.deepEqual(await rows(...services, "web", "Resources"), [
      "web | task role",
      "execution | execution role",
      "/ecs/web | log group",
      "web | target group",
      "subnet-0a1b2c3d | subnet",
      "sg-0a1b2c3d | security group",
      "123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop/web:1 | image",
    ]);
  });

  it("says in a row why a service is not steady, with how its dead tasks ended", async () => {
    assert.deepEqual((await rows(...services, "crash")).slice(0, 4), [
      "Why is this not steady? | EssentialContainerExited: app exit 1 · 6 times",
      "Deployments | 1",
      "Tasks | 0 running · 1 pending",
      "Stopped tasks | 6 · the last 25 s ago",
    ]);
    assert.equal(
      (await rows(...services, "crash", "Stopped tasks"))[0],
      "# | EssentialContainerExited: app exit 1 · 25 s ago",
    );
  });

  it("shows the containers of a task with image and ports, and its addresses", async () => {
    const tasks = await whole(...services, "web", "Tasks");
    const task = [...services, "web", "Tasks", tasks.children?.[0]?.node.row().label ?? ""];
    assert.deepEqual(await rows(...task), ["app | running · shop/web:1 · 8080", "Network | 10.0.#"]);
    assert.deepEqual(
      (await rows(...task, "Network")).map((row) => row.replace(/eni-\w+/, "eni-#")),
      [
        "Private address | 10.0.#",
        "Public address | 203.0.113.#",
        "Interface | eni-#",
        "Subnet | subnet-0a1b2c3d",
        "Security group | sg-0a1b2c3d",
      ],
    );
    const network = await whole(...task, "Network");
    assert.match(network.children?.[1]?.node.url ?? "", /^http:\/\/203\.0\.113\.\d+:8080\/$/);
  });

  it("shows families and their revisions, newest first, and inactive ones apart", async () => {
    assert.deepEqual(await rows(...families), ["crash", "idle", "job", "web", "Inactive families"]);
    assert.deepEqual(await rows(...families, "web"), ["web:2", "web:1", "Inactive revisions"]);
    assert.deepEqual(await rows(...families, "web", "Inactive revisions"), ["None."]);
  });

  it("gives every row words for a screen reader, and every state in words, not by colour alone", async () => {
    const silent: string[] = [];
    const visit = (entry: Entry): void => {
      const { label, accessible, icon, description = "" } = entry.node.row();
      if (accessible.trim() === "") silent.push(entry.id);
      if (icon?.color && !/[a-z]/.test(label + description))
        silent.push(`${entry.id} shows its state by colour alone`);
      entry.children?.forEach(visit);
    };
    (await account.explorer.children()).forEach(visit);
    assert.deepEqual(silent, []);
  });
});

describe("A daemon", () => {
  it("is told from other services, and has no auto scaling", async () => {
    const account = await simulatedAccount({ scenario: deployments, clock: "step" });
    try {
      const instances = [...clusters, "instances", "Services"];
      assert.equal(
        (await account.rows(await account.expand(...instances)))[0],
        "agent | 3/3 · daemon on EC2 · agent:1",
      );
      assert.deepEqual(await account.rows(await account.expand(...instances, "agent")), [
        "Deployments | 1",
        "Tasks | 3 running",
        "Stopped tasks",
        "Events | 3 days ago: has reached a steady state.",
        "Resources",
      ]);
    } finally {
      await account.close();
    }
  });
});

describe("A deployment that fails", () => {
  let account: SimulatedAccount;
  before(async () => (account = await simulatedAccount({ scenario: explorerScenario, clock: "step" })));
  after(() => account.close());

  it("is followed row by row: on its way, failing, rolled back", async () => {
    const permit = await permitFor(account, serviceResource("live", "web"));
    await permit.updateService({ cluster: "live", service: "web", taskDefinition: "web:2" });
    const list = await account.expand(...services);
    const web = await account.expand(...services, "web");
    await account.expand(...services, "web", "Deployments");
    const seen: string[] = [];
    for (let each = 0; each < 20; each++) {
      account.simulator.clock.advance(15);
      account.elapse(15);
      await account.explorer.tick();
      const row = (await account.rows(list)).find((text) => text.startsWith("web |")) ?? "";
      if (row !== seen.at(-1)) seen.push(row);
    }
    assert.equal(seen[0], "web | 2/2 · deploying web:2 · 0 % · 2 pending · FARGATE");
    assert.ok(
      seen.some((row) => /deploying web:2 · 0 % · \d failed/.test(row)),
      seen.join("\n"),
    );
    assert.match(seen.at(-1) ?? "", /^web \| 2\/2 · rolled back \d+ min ago · FARGATE · web:1$/);
    assert.equal(
      (await account.rows(web))[0],
      "Why was it rolled back? | The image or its tag is not in the registry. · 4 times",
    );
    assert.deepEqual(
      (await account.rows(await account.expand(...services, "web", "Deployments"))).map((row) =>
        row.replace(/ · [^·]*ago$/, ""),
      ),
      ["web:1 | completed · 2 of 2 running", "web:2 | rollback successful", "web:1 | successful"],
    );
  });
});

describe("The row of a connection", () => {
  let account: SimulatedAccount;
  beforeEach(async () => (account = await simulatedAccount({ scenario: explorerScenario, clock: "step" })));
  afterEach(() => account.close());

  it("says why it lacks the alias", async () => {
    account.proxy.faults.set("ListAccountAliases", { error: "AccessDenied", message: "Not you" });
    const entry = await account.expand(simulatedRow);
    const tooltip = await until("the failure", () => entry.node.tooltip?.());
    assert.equal(tooltip.text, "Could not read the account's alias: not authorized. Not you");
  });
});
