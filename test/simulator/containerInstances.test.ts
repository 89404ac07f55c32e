import assert from "node:assert/strict";
import {
  CreateCapacityProviderCommand,
  DeleteAttributesCommand,
  DescribeCapacityProvidersCommand,
  DescribeContainerInstancesCommand,
  ListAttributesCommand,
  PutAttributesCommand,
  RegisterContainerInstanceCommand,
  RegisterTaskDefinitionCommand,
  RunTaskCommand,
  UpdateCapacityProviderCommand,
} from "@aws-sdk/client-ecs";
import { TestAccount } from "./testAccount.ts";

describe("A container instance that the agent registers", () => {
  let account: TestAccount;
  beforeEach(async () => {
    account = await TestAccount.start();
  });
  afterEach(() => account.close());

  const register = async (cpu: number, memory: number) => {
    const { containerInstance } = await account.ecs.send(
      new RegisterContainerInstanceCommand({
        cluster: "live",
        instanceIdentityDocument: JSON.stringify({
          instanceId: "i-0123456789abcdef0",
          instanceType: "t3.small",
        }),
        totalResources: [
          { name: "CPU", type: "INTEGER", integerValue: cpu },
          { name: "MEMORY", type: "INTEGER", integerValue: memory },
        ],
        attributes: [{ name: "stack", value: "production" }],
      }),
    );
    return containerInstance!;
  };

  it("is the EC2 instance of its identity document, with the resources it reports", async () => {
    const { ec2InstanceId, status, agentConnected, attributes, remainingResources } = await register(
      1024,
      1900,
    );
    assert.deepEqual([ec2InstanceId, status, agentConnected], ["i-0123456789abcdef0", "ACTIVE", true]);
    assert.deepEqual(
      attributes!.map(({ name, value }) => `${name}=${value}`),
      [
        "ecs.availability-zone=eu-west-1a",
        "ecs.instance-type=t3.small",
        "ecs.os-type=linux",
        "ecs.cpu-architecture=x86_64",
        "stack=production",
      ],
    );
    assert.deepEqual(
      remainingResources!.slice(0, 2).map(({ name, integerValue }) => [name, integerValue]),
      [
        ["CPU", 1024],
        ["MEMORY", 1900],
      ],
    );
  });

  it("takes tasks until it is full", async () => {
    await register(1024, 1900);
    await account.ecs.send(
      new RegisterTaskDefinitionCommand({
        family: "web",
        containerDefinitions: [{ name: "app", image: "web:1", memory: 800 }],
      }),
    );
    const { tasks, failures } = await account.ecs.send(
      new RunTaskCommand({ cluster: "live", taskDefinition: "web", count: 3, launchType: "EC2" }),
    );
    assert.deepEqual([tasks!.length, failures!.map(({ reason }) => reason)], [2, ["RESOURCE:MEMORY"]]);
  });

  it("is refused with a document that cannot be read", async () => {
    const broken = new RegisterContainerInstanceCommand({ cluster: "live", instanceIdentityDocument: "{" });
    await assert.rejects(account.ecs.send(broken), {
      name: "ClientException",
      message: "Unable to parse the instance identity document.",
    });
  });

  it("has attributes that are put, listed and deleted", async () => {
    const { containerInstanceArn: arn = "" } = await register(1024, 1900);
    const list = async (attributeName: string, attributeValue?: string) =>
      (
        await account.ecs.send(
          new ListAttributesCommand({
            cluster: "live",
            targetType: "container-instance",
            attributeName,
            attributeValue,
          }),
        )
      ).attributes;
    await account.ecs.send(
      new PutAttributesCommand({
        cluster: "live",
        attributes: [
          { name: "stack", value: "test", targetId: arn },
          { name: "ssd", targetId: arn.split("/").at(-1), targetType: "container-instance" },
        ],
      }),
    );
    assert.deepEqual(await list("stack"), [{ name: "stack", value: "test", targetId: arn }]);
    assert.deepEqual(await list("stack", "production"), []);
    assert.deepEqual(await list("ssd"), [{ name: "ssd", targetId: arn }]);
    await account.ecs.send(
      new DeleteAttributesCommand({ cluster: "live", attributes: [{ name: "ssd", targetId: arn }] }),
    );
    assert.deepEqual(await list("ssd"), []);
    const { containerInstances } = await account.ecs.send(
      new DescribeContainerInstancesCommand({ cluster: "live", containerInstances: [arn] }),
    );
    assert.equal(containerInstances![0]!.attributes!.length, 5);
  });

  it("is not found under another id, and eleven attributes are too many", async () => {
    const put = (attributes: { name: string; targetId: string }[]) =>
      account.ecs.send(new PutAttributesCommand({ cluster: "live", attributes }));
    await assert.rejects(put([{ name: "a", targetId: "unknown" }]), { name: "TargetNotFoundException" });
    const eleven = Array.from({ length: 11 }, (_, index) => ({ name: `a${index}`, targetId: "unknown" }));
    await assert.rejects(put(eleven), {
      name: "InvalidParameterException",
      message: "Attributes cannot have more than 10 elements.",
    });
  });
});

describe("A capacity provider", () => {
  it("gets the defaults of managed scaling, and keeps what an update does not name", async () => {
    const account = await TestAccount.start();
    const autoScalingGroupArn =
      "arn:aws:autoscaling:eu-west-1:123456789012:autoScalingGroup:id:autoScalingGroupName/shop";
    await account.ecs.send(
      new CreateCapacityProviderCommand({
        name: "shop",
        autoScalingGroupProvider: { autoScalingGroupArn, managedScaling: { status: "ENABLED" } },
      }),
    );
    await account.ecs.send(
      new UpdateCapacityProviderCommand({
        name: "shop",
        autoScalingGroupProvider: { managedScaling: { targetCapacity: 80 } },
      }),
    );
    const { capacityProviders } = await account.ecs.send(
      new DescribeCapacityProvidersCommand({ capacityProviders: ["shop"] }),
    );
    assert.deepEqual(capacityProviders![0]!.autoScalingGroupProvider, {
      autoScalingGroupArn,
      managedTerminationProtection: "DISABLED",
      managedScaling: {
        status: "ENABLED",
        targetCapacity: 80,
        minimumScalingStepSize: 1,
        maximumScalingStepSize: 10_000,
        instanceWarmupPeriod: 300,
      },
    });
    const unknown = new UpdateCapacityProviderCommand({ name: "FARGATE", autoScalingGroupProvider: {} });
    await assert.rejects(account.ecs.send(unknown), { name: "ClientException" });
    await account.close();
  });
});
