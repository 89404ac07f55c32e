import assert from "node:assert/strict";
import type { Permit } from "../../../client/src/aws/writes/permit.ts";
import { familyResource, newTaskResource, serviceResource } from "../../../client/src/model/resource.ts";
import { hurriedClock } from "../../support/hurriedClock.ts";
import { permitFor } from "../../support/permitFor.ts";
import { simulatedAccount, type SimulatedAccount } from "../../support/simulatedAccount.ts";

const containerDefinitions = [
  {
    name: "app",
    image: "orders:9",
    memory: 128,
    environment: [
      { name: "B", value: "2" },
      { name: "A", value: "1" },
    ],
  },
];

describe("A write whose answer got lost", () => {
  let account: SimulatedAccount;
  let permit: Permit;
  beforeEach(async () => {
    account = await simulatedAccount({ scenario: "demo", clock: "step" }, hurriedClock);
    permit = await permitFor(
      account,
      familyResource("fresh"),
      familyResource("orders"),
      familyResource("not a family"),
      serviceResource("staging", "fresh"),
      serviceResource("live", "orders"),
      newTaskResource("live", "orders"),
    );
  });
  afterEach(() => account.close());

  const sent = (operation: string): number =>
    account.operations().filter((each) => each === operation).length;

  it("registers a task definition once", async () => {
    account.proxy.lost.set("RegisterTaskDefinition", 1);
    const revision = await permit.registerTaskDefinition({
      family: "fresh",
      containerDefinitions,
      tags: [{ key: "team", value: "shop" }],
    });
    assert.equal(revision.taskDefinitionArn, "arn:aws:ecs:eu-west-1:123456789012:task-definition/fresh:1");
    assert.equal(sent("RegisterTaskDefinition"), 1);
  });

  it("registers again what did not arrive", async () => {
    account.proxy.faults.set("RegisterTaskDefinition", { error: "ServerException", status: 500, times: 2 });
    const revision = await permit.registerTaskDefinition({ family: "orders", containerDefinitions });
    assert.equal(revision.revision, 3);
    assert.equal(sent("RegisterTaskDefinition"), 1);
  });

  it("gives up on a server that fails for good, with its error", async () => {
    account.proxy.faults.set("RegisterTaskDefinition", {
      error: "ServerException",
      message: "Try later",
      status: 500,
    });
    await assert.rejects(permit.registerTaskDefinition({ family: "fresh", containerDefinitions }), {
      name: "ServerException",
      message: "Try later",
    });
    assert.equal(sent("RegisterTaskDefinition"), 0);
  });

  it("does not send again what ECS refused", async () => {
    await assert.rejects(permit.registerTaskDefinition({ family: "not a family", containerDefinitions }), {
      name: "ClientException",
    });
    assert.equal(sent("RegisterTaskDefinition"), 1);
    assert.equal(sent("DescribeTaskDefinition"), 0);
  });

  const deployments = async (): Promise<number> =>
    (await account.connection.ecs.describeServices("live", ["orders"]))[0]?.deployments?.length ?? 0;

  it("forces one deployment", async () => {
    account.proxy.lost.set("UpdateService", 1);
    const before = await deployments();
    const service = await permit.updateService({
      cluster: "live",
      service: "orders",
      forceNewDeployment: true,
    });
    assert.equal(sent("UpdateService"), 1);
    assert.equal(await deployments(), before + 1);
    assert.equal(service.deployments?.length, before + 1);
  });

  it("forces again what did not arrive", async () => {
    const before = await deployments();
    account.proxy.faults.set("UpdateService", { error: "ServerException", status: 500, times: 1 });
    await permit.updateService({ cluster: "live", service: "orders", forceNewDeployment: true });
    assert.equal(sent("UpdateService"), 1);
    assert.equal(await deployments(), before + 1);
  });

  it("is not sent again where nobody can look whether it arrived, and tells what the lost call threw", async () => {
    for (const [operation, look, call] of [
      [
        "RegisterTaskDefinition",
        "DescribeTaskDefinition",
        () => permit.registerTaskDefinition({ family: "fresh", containerDefinitions }),
      ],
      [
        "UpdateService",
        "DescribeServices",
        () => permit.updateService({ cluster: "live", service: "orders", forceNewDeployment: true }),
      ],
    ] as const) {
      account.proxy.lost.set(operation, 1);
      const fault = { error: "AccessDeniedException", ...(look === "DescribeServices" ? { after: 1 } : {}) };
      account.proxy.faults.set(look, fault);
      await assert.rejects(call(), { code: "ECONNRESET" });
      assert.equal(sent(operation), 1);
    }
  });

  it("that may be seen late is looked for more than once", async () => {
    account.proxy.lost.set("RegisterTaskDefinition", 1);
    account.proxy.faults.set("DescribeTaskDefinition", {
      error: "ClientException",
      message: "Unable to describe task definition.",
      times: 2,
    });
    await permit.registerTaskDefinition({ family: "fresh", containerDefinitions });
    assert.equal(sent("RegisterTaskDefinition"), 1);
  });

  it("runs tasks once", async () => {
    account.proxy.lost.set("RunTask", 1);
    const before = (await account.connection.ecs.taskArns("live", {})).length;
    const tasks = await permit.runTask({
      cluster: "live",
      taskDefinition: "orders",
      launchType: "FARGATE",
      networkConfiguration: { awsvpcConfiguration: { subnets: ["subnet-1"], securityGroups: ["sg-1"] } },
    });
    assert.equal(tasks.length, 1);
    assert.equal((await account.connection.ecs.taskArns("live", {})).length, before + 1);
  });

  it("creates a service once", async () => {
    await permit.registerTaskDefinition({ family: "fresh", containerDefinitions });
    account.proxy.lost.set("CreateService", 1);
    const service = await permit.createService({
      cluster: "staging",
      serviceName: "fresh",
      taskDefinition: "fresh",
      desiredCount: 0,
      launchType: "EC2",
    });
    assert.equal(service.serviceName, "fresh");
    assert.equal(sent("CreateService"), 2);
  });
});
