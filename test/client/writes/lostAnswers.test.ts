import assert from "node:assert/strict";
import type { Permit } from "../../../client/src/aws/writes/permit.ts";
import { once } from "../../../client/src/aws/writes/once.ts";
import {
  clusterResource,
  familyResource,
  newTaskResource,
  revisionResource,
  serviceResource,
} from "../../../client/src/model/resource.ts";
import { hurriedClock } from "../../support/hurriedClock.ts";
import { permitFor } from "../../support/permitFor.ts";
import { until } from "../../support/until.ts";
import { simulatedAccount, type SimulatedAccount } from "../../support/simulatedAccount.ts";

const revisionArn = "arn:aws:ecs:eu-west-1:123456789012:task-definition/orders:3";

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
      clusterResource("empty"),
      revisionResource(revisionArn),
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

  it("is sent again when it cannot have left, as there was no connection", async () => {
    const refused = Object.assign(new Error("connect ECONNREFUSED"), {
      code: "ECONNREFUSED",
      syscall: "connect",
    });
    const failures: Error[] = [refused, refused];
    const send = async (): Promise<string> => {
      const failure = failures.pop();
      if (failure) throw failure;
      return "sent";
    };
    const look = (): Promise<never> => assert.fail("There is nothing to look for.");
    assert.equal(
      await once({ clock: hurriedClock }, { operation: "RegisterTaskDefinition", send, look }),
      "sent",
    );
    failures.push(refused, refused, refused);
    await assert.rejects(
      once({ clock: hurriedClock }, { operation: "RegisterTaskDefinition", send, look }),
      refused,
    );
  });

  it("is unknown when a server failed and nothing is seen of it", async () => {
    account.proxy.faults.set("RegisterTaskDefinition", {
      error: "ServerException",
      message: "Try later",
      status: 500,
      times: 1,
    });
    await assert.rejects(permit.registerTaskDefinition({ family: "fresh", containerDefinitions }), {
      name: "UnknownOutcomeError",
      message:
        "it is not known whether AWS carried out RegisterTaskDefinition. Its answer got lost (Try later), and what it does was not seen since. It was not sent again, so that nothing is done twice: look before you try again.",
    });
    assert.equal(account.proxy.received.filter((each) => each === "RegisterTaskDefinition").length, 1);
  });

  it("registers once where ECS shows it only after 20 s", async () => {
    account.proxy.lost.set("RegisterTaskDefinition", 1);
    account.proxy.faults.set("DescribeTaskDefinition", {
      error: "ClientException",
      message: "Unable to describe task definition.",
      times: 7,
    });
    account.proxy.faults.set("ListTaskDefinitions", { error: "ThrottlingException", times: 3 });
    const revision = await permit.registerTaskDefinition({ family: "fresh", containerDefinitions });
    assert.equal(revision.revision, 1);
    assert.equal(sent("RegisterTaskDefinition"), 1);
  });

  it("is found although someone registers a newer revision meanwhile", async () => {
    account.proxy.lost.set("RegisterTaskDefinition", 1);
    account.proxy.held.add("DescribeTaskDefinition");
    const registering = permit.registerTaskDefinition({ family: "fresh", containerDefinitions });
    await until("the look", () => account.proxy.waiting.length > 0);
    const others = [{ name: "app", image: "orders:10", memory: 128 }];
    await permit.registerTaskDefinition({ family: "fresh", containerDefinitions: others });
    account.proxy.release();
    assert.equal((await registering).revision, 1);
    assert.equal(sent("RegisterTaskDefinition"), 2);
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

  it("forces no second deployment when a server failed", async () => {
    const before = await deployments();
    account.proxy.faults.set("UpdateService", { error: "ServerException", status: 500, times: 1 });
    await assert.rejects(
      permit.updateService({ cluster: "live", service: "orders", forceNewDeployment: true }),
      { name: "UnknownOutcomeError" },
    );
    assert.equal(sent("UpdateService"), 0);
    assert.equal(await deployments(), before);
  });

  it("is not sent again where nobody can look whether it arrived", async () => {
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
      await assert.rejects(call(), (error: Error) => {
        assert.equal(error.name, "UnknownOutcomeError");
        assert.equal((error.cause as { code?: string }).code, "ECONNRESET");
        return true;
      });
      assert.equal(sent(operation), 1);
    }
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

  const gone: readonly (readonly [string, string, () => Promise<void>])[] = [
    ["DeleteService", "ServiceNotFoundException", () => permit.deleteService("live", "orders", true)],
    ["DeleteCluster", "ClusterNotFoundException", () => permit.deleteCluster("empty")],
    ["DeregisterTaskDefinition", "ClientException", () => permit.deregisterTaskDefinition(revisionArn)],
    ["DeleteTaskDefinitions", "ClientException", () => permit.deleteTaskDefinitions([revisionArn])],
  ];

  it("that deletes is done when it was carried out, also where a second one would be refused", async () => {
    await permit.createCluster("empty");
    await permit.registerTaskDefinition({ family: "orders", containerDefinitions });
    for (const [operation, error, call] of gone) {
      account.proxy.lost.set(operation, 1);
      account.proxy.faults.set(operation, { error, after: 1 });
      await call();
      assert.equal(sent(operation), 1, operation);
    }
  });

  it("that deletes is sent again when nothing is seen of it, and what that refuses because it was done is no failure", async () => {
    account.proxy.faults.set("DeleteService", { error: "ServerException", status: 500, times: 1 });
    await permit.deleteService("live", "orders", true);
    assert.equal(sent("DeleteService"), 1);
  });

  it("that deletes tells a refusal that has nothing to do with it", async () => {
    account.proxy.faults.set("DeleteService", { error: "InvalidParameterException", message: "Not now." });
    await assert.rejects(permit.deleteService("live", "orders", true), { message: "Not now." });
    assert.equal(account.proxy.received.filter((each) => each === "DeleteService").length, 1);
  });
});
