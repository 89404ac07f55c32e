import assert from "node:assert/strict";
import {
  CreateTaskSetCommand,
  type CreateTaskSetCommandInput,
  DeleteServiceCommand,
  DeleteTaskSetCommand,
  DescribeTaskSetsCommand,
  ListTagsForResourceCommand,
  type TaskSet,
  UpdateServiceCommand,
  UpdateServicePrimaryTaskSetCommand,
  UpdateTaskSetCommand,
} from "@aws-sdk/client-ecs";
import { TestAccount } from "./testAccount.ts";

describe("The task sets of a service with an external deployment controller", () => {
  const where = { cluster: "live", service: "web" };
  const networkConfiguration = { awsvpcConfiguration: { subnets: ["subnet-1"] } };
  let account: TestAccount;
  beforeEach(async () => {
    account = await TestAccount.start();
    await account.registerWeb("1");
    const deploymentController = { type: "EXTERNAL" } as const;
    await account.createWeb({
      deploymentController,
      taskDefinition: undefined,
      launchType: undefined,
      networkConfiguration: undefined,
      desiredCount: 5,
      propagateTags: "SERVICE",
      tags: [{ key: "team", value: "web" }],
    });
  });
  afterEach(() => account.close());

  const create = async (scale?: number, more: Partial<CreateTaskSetCommandInput> = {}): Promise<TaskSet> => {
    const input = {
      ...where,
      taskDefinition: "web",
      launchType: "FARGATE",
      networkConfiguration,
      ...(scale !== undefined && { scale: { value: scale } }),
      ...more,
    } as const;
    return (await account.ecs.send(new CreateTaskSetCommand(input))).taskSet!;
  };
  const describeAll = async (taskSets?: string[]): Promise<TaskSet[]> =>
    (await account.ecs.send(new DescribeTaskSetsCommand({ ...where, ...(taskSets && { taskSets }) })))
      .taskSets!;
  const counts = ({ computedDesiredCount, pendingCount, runningCount, stabilityStatus }: TaskSet) => [
    computedDesiredCount,
    pendingCount,
    runningCount,
    stabilityStatus,
  ];

  it("say what they were created with, and run nothing where no scale is given", async () => {
    const { id, taskSetArn, createdAt, updatedAt, stabilityStatusAt, ...taskSet } = await create(undefined, {
      externalId: "build-7",
    });
    assert.match(id!, /^ecs-svc\/\d{19}$/);
    assert.equal(taskSetArn, `arn:aws:ecs:eu-west-1:123456789012:task-set/live/web/${id}`);
    assert.deepEqual([updatedAt, stabilityStatusAt], [createdAt, createdAt]);
    assert.deepEqual(taskSet, {
      serviceArn: "arn:aws:ecs:eu-west-1:123456789012:service/live/web",
      clusterArn: "arn:aws:ecs:eu-west-1:123456789012:cluster/live",
      externalId: "build-7",
      status: "ACTIVE",
      taskDefinition: "arn:aws:ecs:eu-west-1:123456789012:task-definition/web:1",
      computedDesiredCount: 0,
      pendingCount: 0,
      runningCount: 0,
      launchType: "FARGATE",
      platformVersion: "1.4.0",
      platformFamily: "Linux",
      networkConfiguration,
      loadBalancers: [],
      serviceRegistries: [],
      scale: { value: 0, unit: "PERCENT" },
      stabilityStatus: "STEADY_STATE",
      tags: [],
    });
  });

  it("run their share of the service's tasks, rounded up", async () => {
    const { id } = await create(50);
    account.advance(2);
    assert.deepEqual(counts((await describeAll())[0]!), [3, 3, 0, "STABILIZING"]);
    account.advance(60);
    assert.deepEqual(counts((await describeAll())[0]!), [3, 0, 3, "STEADY_STATE"]);
    const tasks = await account.tasks();
    assert.deepEqual(
      new Set(tasks.map(({ startedBy, group }) => `${startedBy} ${group}`)),
      new Set([`${id} service:web`]),
    );
    assert.deepEqual(tasks[0]!.tags, [{ key: "team", value: "web" }]);
    assert.deepEqual(await account.events(), [
      "(service web, taskSet ecs-svc/ID) has started 3 tasks: (task ID) (task ID) (task ID).",
      "(service web) has reached a steady state.",
    ]);
  });

  it("follow their scale and the service's count", async () => {
    const { taskSetArn } = await create(20);
    account.advance(60);
    const { taskSet } = await account.ecs.send(
      new UpdateTaskSetCommand({ ...where, taskSet: taskSetArn, scale: { value: 100, unit: "PERCENT" } }),
    );
    assert.deepEqual(counts(taskSet!), [5, 0, 1, "STABILIZING"]);
    account.advance(60);
    assert.equal((await account.tasks()).length, 5);
    await account.ecs.send(new UpdateServiceCommand({ ...where, desiredCount: 2 }));
    account.advance(60);
    assert.deepEqual(counts((await describeAll())[0]!), [2, 0, 2, "STEADY_STATE"]);
    const [stopped] = await account.tasks("STOPPED");
    assert.deepEqual(
      [stopped!.stopCode, stopped!.stoppedReason],
      ["ServiceSchedulerInitiated", `Scaling activity initiated by (deployment ${stopped!.startedBy})`],
    );
  });

  it("take turns at being the primary one, which the service is told with", async () => {
    const [blue, green] = [
      await create(100),
      await create(100, { taskDefinition: await account.registerWeb("2") }),
    ];
    const before = await account.service();
    assert.deepEqual(
      [before.taskDefinition, before.launchType, before.taskSets!.map(({ status }) => status)],
      [undefined, undefined, ["ACTIVE", "ACTIVE"]],
    );
    const makePrimary = (primaryTaskSet: string) =>
      account.ecs.send(new UpdateServicePrimaryTaskSetCommand({ ...where, primaryTaskSet }));
    assert.equal((await makePrimary(blue.id!)).taskSet!.status, "PRIMARY");
    assert.equal((await makePrimary(green.taskSetArn!)).taskSet!.status, "PRIMARY");
    const { taskDefinition, launchType, taskSets, deployments } = await account.service();
    assert.match(taskDefinition!, /web:2$/);
    assert.deepEqual(
      [launchType, taskSets!.map(({ status }) => status), deployments],
      ["FARGATE", ["ACTIVE", "PRIMARY"], []],
    );
  });

  it("drain when they are deleted, and are gone with their last task", async () => {
    const { id } = await create(100);
    account.advance(60);
    const remove = (force: boolean) =>
      account.ecs.send(new DeleteTaskSetCommand({ ...where, taskSet: id, force }));
    await assert.rejects(remove(false), {
      name: "InvalidParameterException",
      message: "The task set cannot be deleted while it is scaled above 0.",
    });
    assert.equal((await remove(true)).taskSet!.status, "DRAINING");
    account.advance(2);
    assert.deepEqual(
      (await describeAll()).map(({ status, runningCount }) => [status, runningCount]),
      [["DRAINING", 0]],
    );
    account.advance(60);
    const { taskSets, failures } = await account.ecs.send(
      new DescribeTaskSetsCommand({ ...where, taskSets: [id!] }),
    );
    assert.deepEqual(
      [taskSets, failures],
      [[], [{ arn: `arn:aws:ecs:eu-west-1:123456789012:task-set/live/web/${id}`, reason: "MISSING" }]],
    );
    await assert.rejects(remove(true), {
      name: "TaskSetNotFoundException",
      message: "The specified task set does not exist.",
    });
  });

  it("go with their service", async () => {
    await create(100);
    account.advance(60);
    await account.ecs.send(new DeleteServiceCommand({ ...where, force: true }));
    account.advance(60);
    assert.equal((await account.service()).status, "INACTIVE");
    assert.deepEqual(await account.tasks(), []);
  });

  it("have tags, which are told when they are asked for", async () => {
    const tags = [{ key: "build", value: "7" }];
    const { taskSetArn } = await create(0, { tags });
    assert.deepEqual(
      (await account.ecs.send(new ListTagsForResourceCommand({ resourceArn: taskSetArn }))).tags,
      tags,
    );
    assert.deepEqual((await describeAll([taskSetArn!]))[0]!.tags, []);
    const { taskSets } = await account.ecs.send(new DescribeTaskSetsCommand({ ...where, include: ["TAGS"] }));
    assert.deepEqual(taskSets![0]!.tags, tags);
  });

  it("are refused where ECS refuses them", async () => {
    const refused = (call: Promise<unknown>, message: string) =>
      assert.rejects(call, { name: "InvalidParameterException", message });
    await refused(create(101), "Scale value should be between 0 and 100, inclusive.");
    await refused(
      create(0, { networkConfiguration: undefined }),
      "Network Configuration must be provided when networkMode 'awsvpc' is specified.",
    );
    await refused(
      create(0, { launchType: "LAMBDA" as "EC2" }),
      "Launch type should be one of [EC2,FARGATE,EXTERNAL,MANAGED_INSTANCES]",
    );
    for (let count = 0; count < 5; count++) await create(0);
    await refused(
      create(0),
      "5 deployments exist on the service. Unable to create new TaskSet since this exceeds the maximum limit.",
    );
    await account.createWeb({ serviceName: "rolling" });
    await refused(
      create(0, { service: "rolling" }),
      "Amazon ECS only supports task set management on services configured to use external deployment controllers.",
    );
    await assert.rejects(create(0, { service: "none" }), { name: "ServiceNotFoundException" });
  });
});
