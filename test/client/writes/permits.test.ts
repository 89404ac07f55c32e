import assert from "node:assert/strict";
import type { Permit } from "../../../client/src/aws/writes/permit.ts";
import {
  clusterResource,
  familyResource,
  instanceResource,
  newTaskResource,
  revisionResource,
  serviceResource,
  taskResource,
  type Resource,
} from "../../../client/src/model/resource.ts";
import { isReading } from "../../support/awsOperations.ts";
import { permitFor } from "../../support/permitFor.ts";
import { plainShop } from "../../support/plainShop.ts";
import { simulatedAccount, type SimulatedAccount } from "../../support/simulatedAccount.ts";

const arnOf = (resource: string, account = "123456789012", region = "eu-west-1"): string =>
  `arn:aws:ecs:${region}:${account}:${resource}`;
const task = arnOf("task/live/0123456789abcdef0123456789abcdef");
const containerDefinitions = [{ name: "app", image: "orders:9", memory: 128 }];
const dimension = "ecs:service:DesiredCount" as const;
const tags = [{ key: "team", value: "shop" }];

/** What the permit of the test is for: one of each kind. */
const agreed: readonly Resource[] = [
  clusterResource("live"),
  serviceResource("live", "orders"),
  taskResource({ taskArn: task, clusterArn: "live" }),
  instanceResource("live", "0123", "i-0123"),
  newTaskResource("live", "orders"),
  familyResource("orders"),
  revisionResource("orders:1"),
];

/** For every method, calls with something that was not agreed to. */
const others: Readonly<Record<keyof Permit, readonly ((permit: Permit) => Promise<unknown>)[]>> = {
  continueServiceDeployment: ["service-deployment/live/api/x", "service-deployment/staging/orders/x"].map(
    (name) => (permit) =>
      permit.continueServiceDeployment({
        serviceDeploymentArn: arnOf(name),
        hookId: "x",
        action: "CONTINUE",
      }),
  ),
  createCluster: [(permit) => permit.createCluster("staging")],
  createService: [
    (permit) => permit.createService({ cluster: "live", serviceName: "api" }),
    (permit) => permit.createService({ cluster: "staging", serviceName: "orders" }),
    (permit) => permit.createService({ serviceName: "orders" }),
    (permit) => permit.createService({ cluster: "live", serviceName: undefined }),
  ],
  deleteCluster: [
    (permit) => permit.deleteCluster("staging"),
    (permit) => permit.deleteCluster(arnOf("cluster/live", "210987654321")),
  ],
  deleteService: [
    (permit) => permit.deleteService("live", "api", true),
    (permit) => permit.deleteService("staging", "orders", true),
    (permit) => permit.deleteService(arnOf("cluster/live", "123456789012", "eu-west-2"), "orders", true),
  ],
  deleteTaskDefinitions: [
    (permit) => permit.deleteTaskDefinitions([arnOf("task-definition/orders:2")]),
    (permit) =>
      permit.deleteTaskDefinitions(["orders:1", "orders:2"].map((name) => arnOf(`task-definition/${name}`))),
    (permit) => permit.deleteTaskDefinitions([]),
  ],
  deregisterTaskDefinition: [
    (permit) => permit.deregisterTaskDefinition(arnOf("task-definition/orders:2")),
    (permit) => permit.deregisterTaskDefinition(arnOf("task-definition/api:1")),
    (permit) => permit.deregisterTaskDefinition(arnOf("task-definition/orders:1", "210987654321")),
  ],
  executeCommand: [
    (permit) => permit.executeCommand({ cluster: "live", task: "ff", command: "sh", interactive: true }, ""),
    (permit) => permit.executeCommand({ cluster: "staging", task, command: "sh", interactive: true }, ""),
  ],
  registerScalableTarget: ["service/live/api", "service/staging/orders", "table/live/orders", ""].map(
    (ResourceId) => (permit) =>
      permit.registerScalableTarget({ ResourceId, ServiceNamespace: "ecs", ScalableDimension: dimension }),
  ),
  registerTaskDefinition: [
    (permit) => permit.registerTaskDefinition({ family: "api", containerDefinitions }),
    (permit) => permit.registerTaskDefinition({ family: undefined, containerDefinitions }),
  ],
  runTask: [
    (permit) => permit.runTask({ cluster: "live", taskDefinition: "api:1" }),
    (permit) => permit.runTask({ cluster: "staging", taskDefinition: "orders:1" }),
    (permit) => permit.runTask({ taskDefinition: "orders" }),
  ],
  startSession: ["ecs:live_ff_1", "ecs:staging_0123456789abcdef0123456789abcdef_1", "i-0123", ""].map(
    (Target) => (permit) => permit.startSession({ Target }),
  ),
  stopServiceDeployment: ["service-deployment/live/api/x", "service-deployment/staging/orders/x"].map(
    (name) => (permit) => permit.stopServiceDeployment(arnOf(name), "ABORT"),
  ),
  stopTask: [
    (permit) => permit.stopTask("live", arnOf("task/live/ff"), "test"),
    (permit) => permit.stopTask("staging", task, "test"),
    (permit) => permit.stopTask("live", task.replace("eu-west-1", "eu-west-2"), "test"),
  ],
  tagResource: [
    "service/live/api",
    "service/staging/orders",
    "cluster/staging",
    "task-definition/orders:2",
  ].map((name) => (permit) => permit.tagResource(arnOf(name), tags)),
  terminateSession: [(permit) => permit.terminateSession("someone-else")],
  untagResource: ["service/live/api", "container-instance/live/4567", "capacity-provider/spot"].map(
    (name) => (permit) => permit.untagResource(arnOf(name), ["team"]),
  ),
  updateContainerInstanceState: [
    (permit) => permit.updateContainerInstanceState("live", "4567", "DRAINING"),
    (permit) => permit.updateContainerInstanceState("staging", "0123", "DRAINING"),
  ],
  updateService: [
    (permit) => permit.updateService({ cluster: "live", service: "api", desiredCount: 0 }),
    (permit) => permit.updateService({ cluster: "staging", service: "orders", forceNewDeployment: true }),
    (permit) => permit.updateService({ service: "orders", desiredCount: 0 }),
  ],
  updateTaskProtection: [
    (permit) =>
      permit.updateTaskProtection({ cluster: "live", tasks: [task, "ff"], protectionEnabled: true }),
    (permit) => permit.updateTaskProtection({ cluster: "live", tasks: [], protectionEnabled: true }),
  ],
};

describe("A permit", () => {
  let account: SimulatedAccount;
  let permit: Permit;
  before(async () => {
    account = await simulatedAccount({ scenario: plainShop, clock: "step" });
    permit = await permitFor(account, ...agreed);
  });
  after(() => account.close());

  const written = (): readonly string[] => account.operations().filter((operation) => !isReading(operation));

  for (const [method, calls] of Object.entries(others))
    it(`refuses ${method} of anything that was not agreed to, and sends nothing`, async () => {
      for (const call of calls)
        await assert.rejects(call(permit), (error: Error) => {
          assert.match(`${error.name}: ${error.message}`, /^OutsidePermitError|nothing that a permit/);
          return true;
        });
      assert.deepEqual(written(), []);
    });

  it("has a method for every write, each of which the cases above try", () => {
    assert.deepEqual(Object.keys(permit).sort(), Object.keys(others).sort());
  });

  it("records what it refused", () => {
    assert.ok(account.audited.some(({ operation, error }) => operation === "StopTask" && error));
    assert.ok(account.audited.every(({ error }) => error));
    assert.equal(account.audited[0]?.identity, "arn:aws:iam::123456789012:user/simulated");
  });

  it("destroys nothing when nobody typed a name for that", async () => {
    account.confirmWrite = async () => true;
    const mild = await account.connection.writes.ask({
      question: "Change live / orders",
      facts: [],
      action: "Change",
      resources: agreed,
    });
    for (const destroy of [
      mild!.deleteService("live", "orders", true),
      mild!.deleteCluster("live"),
      mild!.deleteTaskDefinitions([arnOf("task-definition/orders:1")]),
    ])
      await assert.rejects(destroy, { name: "OutsidePermitError" });
    assert.deepEqual(written(), []);
  });

  it("has no constructor by which another could be made, and cannot be changed", () => {
    assert.equal(Object.getPrototypeOf(permit), Object.prototype);
    assert.ok(Object.isFrozen(permit));
  });
});
