import assert from "node:assert/strict";
import { explain } from "../../client/src/commands/explain.ts";
import { findService } from "../../client/src/commands/findService.ts";
import { sessionTarget } from "../../client/src/commands/choosing/chosenContainer.ts";
import type { Entry } from "../../client/src/tree/entry.ts";
import type { ServiceNode } from "../../client/src/tree/serviceNode.ts";
import { TaskNode } from "../../client/src/tree/taskNode.ts";
import { ScriptedUi } from "../support/scriptedUi.ts";
import { simulatedAccount, simulatedRow, type SimulatedAccount } from "../support/simulatedAccount.ts";
import { until } from "../support/until.ts";

const services = [simulatedRow, "Clusters", "live", "Services"];
const arn = (resource: string): string => `arn:aws:ecs:eu-west-1:123456789012:${resource}`;

describe("An answer of ECS that leaves out what it may", () => {
  let account: SimulatedAccount;
  beforeEach(async () => (account = await simulatedAccount({ scenario: "demo", clock: "step" })));
  afterEach(() => account.close());

  const answer = (operation: string, body: object): unknown =>
    account.proxy.answers.set(operation, JSON.stringify(body));

  /** The rows below a row when they are loaded; pointing at each does no harm. */
  async function rows(...path: string[]): Promise<readonly string[]> {
    const entry: Entry = await account.expand(...path);
    await until("the rows", () => !entry.loading);
    for (const { node } of entry.children ?? []) node.tooltip?.();
    return account.rows(entry);
  }

  it("shows a service of which nothing is told but its name", async () => {
    answer("DescribeServices", {
      services: [{ serviceArn: arn("service/live/orders"), serviceName: "orders" }],
    });
    assert.equal(
      (await rows(...services)).find((row) => row.startsWith("orders")),
      "orders | 0/0",
    );
    assert.deepEqual(await rows(...services, "orders"), [
      "Deployments | 0",
      "Tasks | 0 running",
      "Stopped tasks",
      "Events | none",
      "Auto scaling",
      "Resources",
    ]);
  });

  it("shows a deployment without circuit breaker, alarms and revision", async () => {
    answer("DescribeServiceDeployments", {
      serviceDeployments: [
        { serviceDeploymentArn: arn("service-deployment/live/orders/1"), status: "SUCCESSFUL" },
      ],
    });
    assert.deepEqual(await rows(...services, "orders", "Deployments"), [
      "orders:2 | completed · 3 of 3 running",
      "service deployment | successful",
    ]);
  });

  it("shows a deployment under way without circuit breaker and alarms", async () => {
    answer("DescribeServiceDeployments", {
      serviceDeployments: [
        { serviceDeploymentArn: arn("service-deployment/live/orders/1"), status: "IN_PROGRESS" },
      ],
    });
    assert.equal((await rows(...services, "orders", "Deployments"))[1], "service deployment | in progress");
  });

  it("shows a task without containers, times and group", async () => {
    const taskArn = arn("task/live/0123456789abcdef0123456789abcdef");
    answer("DescribeTasks", { tasks: [{ taskArn, lastStatus: "RUNNING" }] });
    assert.deepEqual(await rows(...services, "orders", "Tasks"), ["01234567 | running"]);
  });

  it("goes to a service whose ARN is of the old format, without the cluster's name", async () => {
    const serviceArn = arn("service/parcels");
    answer("ListClusters", { clusterArns: [arn("cluster/live")] });
    answer("ListServices", { serviceArns: [serviceArn] });
    answer("DescribeServices", {
      services: [
        {
          serviceArn,
          serviceName: "parcels",
          clusterArn: arn("cluster/live"),
          runningCount: 0,
          desiredCount: 1,
        },
      ],
    });
    const ui = new ScriptedUi("parcels");
    await findService.run(account.context(ui), undefined, []);
    assert.ok(
      account.revealed.at(-1)?.endsWith(`/clusters/${arn("cluster/live")}/services/${serviceArn}`),
      account.revealed.at(-1),
    );
    const parcels = await account.expand(...services, "parcels");
    await explain.run(account.context(ui), parcels.node as ServiceNode, []);
    assert.match(ui.documents[0]?.text ?? "", /live \/ parcels in simulated/);
  });

  it("names tasks and sessions by their ids in ARNs of the old format, whose ids have dashes", async () => {
    const session = await account.sessions.open({ profile: "simulated", region: "eu-west-1" });
    const task = {
      taskArn: arn("task/1d2c5ddf-4a05-4b8d-8c8f-1f0e0e9d2c5a"),
      clusterArn: arn("cluster/live"),
    };
    const node = new TaskNode(session, task);
    assert.equal(node.name, "1d2c5ddf-4a05-4b8d-8c8f-1f0e0e9d2c5a");
    assert.equal(node.row().label, "1d2c5ddf");
    assert.equal(
      sessionTarget({ connection: account.connection, task, container: { runtimeId: "r1" } }),
      "ecs:live_1d2c5ddf-4a05-4b8d-8c8f-1f0e0e9d2c5a_r1",
    );
  });
});
