// Small things that users of the AWS CLI know from ECS, each as its documentation or its examples show it.
import assert from "node:assert/strict";
import {
  CreateClusterCommand,
  DeleteClusterCommand,
  DeleteServiceCommand,
  DeleteTaskDefinitionsCommand,
  DeregisterContainerInstanceCommand,
  DeregisterTaskDefinitionCommand,
  DescribeClustersCommand,
  ListServicesByNamespaceCommand,
  ListTasksCommand,
  RegisterContainerInstanceCommand,
  RunTaskCommand,
} from "@aws-sdk/client-ecs";
import { TestAccount } from "./testAccount.ts";

describe("As users of the AWS CLI know it,", () => {
  let account: TestAccount;
  beforeEach(async () => {
    account = await TestAccount.start();
    await account.registerWeb("1");
  });
  afterEach(() => account.close());
  const networkConfiguration = { awsvpcConfiguration: { subnets: ["subnet-1"] } };

  it("the overrides of a task name each of its containers", async () => {
    const run = {
      cluster: "live",
      taskDefinition: "web",
      launchType: "FARGATE",
      networkConfiguration,
    } as const;
    const { tasks } = await account.ecs.send(new RunTaskCommand(run));
    assert.deepEqual(tasks![0]!.overrides, {
      containerOverrides: [{ name: "app" }],
      inferenceAcceleratorOverrides: [],
    });
    const changed = await account.ecs.send(
      new RunTaskCommand({
        ...run,
        overrides: { cpu: "512", containerOverrides: [{ name: "app", command: ["migrate"] }] },
      }),
    );
    assert.deepEqual(changed.tasks![0]!.overrides, {
      cpu: "512",
      containerOverrides: [{ name: "app", command: ["migrate"] }],
      inferenceAcceleratorOverrides: [],
    });
  });

  it("there are no tasks on an instance that does not exist", async () => {
    await account.createWeb();
    account.advance(60);
    const { taskArns } = await account.ecs.send(
      new ListTasksCommand({ cluster: "live", containerInstance: "0123456789abcdef0123456789abcdef" }),
    );
    assert.deepEqual(taskArns, []);
  });

  it("a revision is named when it is deregistered", async () => {
    const deregister = (taskDefinition: string) =>
      account.ecs.send(new DeregisterTaskDefinitionCommand({ taskDefinition }));
    await assert.rejects(deregister("web"), { name: "ClientException", message: "Revision is missing." });
    await assert.rejects(deregister("web:last"), {
      name: "InvalidParameterException",
      message: "Invalid revision number. Number: last",
    });
    await assert.rejects(deregister("web:2"), {
      name: "ClientException",
      message:
        "The specified task definition does not exist. Specify a valid account, family, revision and try again.",
    });
  });

  it("only revisions can be deleted that are inactive and there", async () => {
    const { taskDefinitions, failures } = await account.ecs.send(
      new DeleteTaskDefinitionsCommand({ taskDefinitions: ["web", "web:1", "web:2"] }),
    );
    assert.deepEqual(taskDefinitions, []);
    assert.deepEqual(
      failures!.map(({ arn, reason }) => `${arn}: ${reason}`),
      [
        "web: The specified task definition identifier is invalid. Specify a valid name or ARN and try again.",
        "arn:aws:ecs:eu-west-1:123456789012:task-definition/web:1: The specified task definition is still in ACTIVE status. Please deregister the target and try again.",
        "web:2: The specified task definition does not exist. Specify a valid account, family, revision and try again.",
      ],
    );
  });

  it("services of a namespace are those that use it, by themselves or by their cluster", async () => {
    const arn = "arn:aws:servicediscovery:eu-west-1:123456789012:namespace/shop";
    await account.createWeb({
      serviceName: "named",
      serviceConnectConfiguration: { enabled: true, namespace: "shop" },
    });
    await account.createWeb({
      serviceName: "by-arn",
      serviceConnectConfiguration: { enabled: true, namespace: arn },
    });
    await account.createWeb({
      serviceName: "off",
      serviceConnectConfiguration: { enabled: false, namespace: "shop" },
    });
    await account.ecs.send(
      new CreateClusterCommand({ clusterName: "connected", serviceConnectDefaults: { namespace: "shop" } }),
    );
    await account.createWeb({
      cluster: "connected",
      serviceName: "by-default",
      serviceConnectConfiguration: { enabled: true },
    });
    await account.createWeb({ cluster: "connected", serviceName: "without" });
    for (const namespace of ["shop", arn]) {
      const { serviceArns } = await account.ecs.send(new ListServicesByNamespaceCommand({ namespace }));
      assert.deepEqual(
        serviceArns!.map((service) => service.split("/").at(-1)),
        ["named", "by-arn", "by-default"],
      );
    }
  });

  it("a call of RunTask that is sent again runs its tasks once", async () => {
    const input = {
      cluster: "live",
      taskDefinition: "web",
      launchType: "FARGATE",
      networkConfiguration,
      count: 2,
      clientToken: "one",
    } as const;
    const arns = async (): Promise<string[]> =>
      (await account.ecs.send(new RunTaskCommand(input))).tasks!.map(({ taskArn }) => taskArn!);
    const first = await arns();
    assert.deepEqual(await arns(), first);
    assert.equal((await account.tasks()).length, 2);
    await assert.rejects(account.ecs.send(new RunTaskCommand({ ...input, count: 1 })), {
      name: "ConflictException",
      resourceIds: first,
    });
    account.advance(24 * 3600);
    assert.notDeepEqual(await arns(), first);
  });

  it("a service can be created again when the one before has drained", async () => {
    await account.createWeb();
    account.advance(60);
    await assert.rejects(account.createWeb(), {
      name: "InvalidParameterException",
      message: "Creation of service was not idempotent.",
    });
    await account.ecs.send(new DeleteServiceCommand({ cluster: "live", service: "web", force: true }));
    await assert.rejects(account.createWeb(), {
      name: "InvalidParameterException",
      message: "Unable to Start a service that is still Draining.",
    });
    account.advance(60);
    assert.equal((await account.createWeb()).status, "ACTIVE");
  });

  it("a cluster is deleted when its container instances are gone", async () => {
    const { containerInstance } = await account.ecs.send(
      new RegisterContainerInstanceCommand({ cluster: "live" }),
    );
    const remove = () => account.ecs.send(new DeleteClusterCommand({ cluster: "live" }));
    await assert.rejects(remove(), {
      name: "ClusterContainsContainerInstancesException",
      message: "The Cluster cannot be deleted while Container Instances are active or draining.",
    });
    await account.ecs.send(
      new DeregisterContainerInstanceCommand({
        cluster: "live",
        containerInstance: containerInstance!.containerInstanceArn,
      }),
    );
    assert.equal((await remove()).cluster!.status, "INACTIVE");
  });

  it("a cluster's statistics are told when they are asked for", async () => {
    await account.createWeb();
    account.advance(10);
    const statistics = async (include: "STATISTICS"[]) =>
      (await account.ecs.send(new DescribeClustersCommand({ clusters: ["live"], include }))).clusters![0]!
        .statistics;
    assert.deepEqual(await statistics([]), []);
    assert.deepEqual(
      Object.fromEntries((await statistics(["STATISTICS"]))!.map(({ name, value }) => [name, value])),
      {
        runningEC2TasksCount: "0",
        runningFargateTasksCount: "0",
        pendingEC2TasksCount: "0",
        pendingFargateTasksCount: "2",
        activeEC2ServiceCount: "0",
        activeFargateServiceCount: "1",
        drainingEC2ServiceCount: "0",
        drainingFargateServiceCount: "0",
      },
    );
  });
});
