import assert from "node:assert/strict";
import {
  DeregisterContainerInstanceCommand,
  DescribeContainerInstancesCommand,
  ListContainerInstancesCommand,
  RegisterTaskDefinitionCommand,
  RunTaskCommand,
  UpdateContainerInstancesStateCommand,
} from "@aws-sdk/client-ecs";
import { TestAccount } from "./testAccount.ts";

const registered = {
  family: "web",
  containerDefinitions: [
    {
      name: "app",
      image: "web:1",
      memory: 512,
      cpu: 256,
      portMappings: [{ containerPort: 80, hostPort: 8080 }],
    },
  ],
};

describe("The capacity of a cluster", () => {
  let account: TestAccount;
  const start = async (
    instances: { cpu?: number; memory?: number; agentConnected?: boolean }[],
  ): Promise<void> => {
    account = await TestAccount.start({ clusters: [{ name: "live", instances }] });
    await account.ecs.send(new RegisterTaskDefinitionCommand(registered));
  };
  const run = async (count = 1) =>
    account.ecs.send(
      new RunTaskCommand({ cluster: "live", taskDefinition: "web", launchType: "EC2", count }),
    );
  const ec2 = { launchType: "EC2", networkConfiguration: undefined } as const;
  const instanceArns = async (): Promise<string[]> =>
    (await account.ecs.send(new ListContainerInstancesCommand({ cluster: "live" }))).containerInstanceArns!;
  afterEach(() => account.close());

  it("refuses tasks where there is no container instance", async () => {
    await start([]);
    await assert.rejects(run(), {
      name: "InvalidParameterException",
      message: "No Container Instances were found in your cluster.",
    });
  });

  it("has room for one task per static host port", async () => {
    await start([{}, {}]);
    const { tasks, failures } = await run(3);
    assert.equal(tasks!.length, 2);
    assert.deepEqual(
      failures!.map(({ reason }) => reason),
      ["RESOURCE:PORTS"],
    );
  });

  it("runs out of memory and of CPU", async () => {
    await start([{ memory: 300 }]);
    assert.deepEqual(
      (await run()).failures!.map(({ reason }) => reason),
      ["RESOURCE:MEMORY"],
    );
    await account.close();
    await start([{ cpu: 128 }]);
    assert.deepEqual(
      (await run()).failures!.map(({ reason }) => reason),
      ["RESOURCE:CPU"],
    );
  });

  it("is told in the events of a service that finds no place", async () => {
    await start([{ memory: 300 }]);
    await account.createWeb(ec2);
    account.advance(300);
    const [id] = (await instanceArns()).map((arn) => arn.split("/").at(-1));
    assert.deepEqual(
      (await account.service()).events!.map(({ message }) => message),
      [
        `(service web) was unable to place a task because no container instance met all of its requirements. The closest matching (container-instance ${id!}) has insufficient memory available. For more information, see the Troubleshooting section of the Amazon ECS Developer Guide.`,
      ],
    );
  });

  it("says what remains of an instance", async () => {
    await start([{ cpu: 2048, memory: 4096 }]);
    await run();
    const { containerInstances } = await account.ecs.send(
      new DescribeContainerInstancesCommand({ cluster: "live", containerInstances: await instanceArns() }),
    );
    const [instance] = containerInstances!;
    assert.deepEqual(
      instance!.remainingResources!.slice(0, 2).map(({ name, integerValue }) => [name, integerValue]),
      [
        ["CPU", 1792],
        ["MEMORY", 3584],
      ],
    );
    assert.equal(instance!.pendingTasksCount, 1);
  });

  it("moves the tasks of services away from a draining instance", async () => {
    await start([{}, {}]);
    await account.createWeb({
      ...ec2,
      desiredCount: 1,
      deploymentConfiguration: { minimumHealthyPercent: 0 },
    });
    account.advance(60);
    const [before] = await account.tasks();
    await account.ecs.send(
      new UpdateContainerInstancesStateCommand({
        cluster: "live",
        containerInstances: [before!.containerInstanceArn!],
        status: "DRAINING",
      }),
    );
    account.advance(60);
    const after = await account.tasks();
    assert.deepEqual(
      after.map(({ containerInstanceArn }) => containerInstanceArn === before!.containerInstanceArn),
      [false],
    );
  });

  it("loses its tasks with an instance that is deregistered by force", async () => {
    await start([{}]);
    await run();
    const [containerInstance] = await instanceArns();
    await assert.rejects(
      account.ecs.send(new DeregisterContainerInstanceCommand({ cluster: "live", containerInstance })),
      { name: "InvalidParameterException" },
    );
    await account.ecs.send(
      new DeregisterContainerInstanceCommand({ cluster: "live", containerInstance, force: true }),
    );
    const [task] = await account.tasks("STOPPED");
    assert.equal(task!.stoppedReason, "Container instance deregistration forced by user");
  });

  it("gives a daemon one task on each instance", async () => {
    await start([{}, {}, {}]);
    await account.createWeb({ ...ec2, schedulingStrategy: "DAEMON", desiredCount: undefined });
    account.advance(60);
    const tasks = await account.tasks();
    assert.equal(new Set(tasks.map(({ containerInstanceArn }) => containerInstanceArn)).size, 3);
    assert.equal((await account.service()).desiredCount, 3);
  });

  it("is shared out by base and weight of the capacity providers", async () => {
    account = await TestAccount.start();
    await account.registerWeb("1");
    const capacityProviderStrategy = [
      { capacityProvider: "FARGATE", base: 1, weight: 1 },
      { capacityProvider: "FARGATE_SPOT", weight: 3 },
    ];
    await account.createWeb({ launchType: undefined, capacityProviderStrategy, desiredCount: 5 });
    account.advance(60);
    const names = (await account.tasks()).map(({ capacityProviderName }) => capacityProviderName);
    assert.deepEqual(names.filter((name) => name === "FARGATE_SPOT").length, 3);
  });
});
