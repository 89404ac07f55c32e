import assert from "node:assert/strict";
import type { Permit } from "../../../client/src/aws/writes/permit.ts";
import { familyResource, serviceResource } from "../../../client/src/model/resource.ts";
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
    account = await simulatedAccount({ scenario: "demo", clock: "step" });
    permit = await permitFor(
      account,
      familyResource("fresh"),
      familyResource("orders"),
      familyResource("not a family"),
      serviceResource("staging", "fresh"),
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
