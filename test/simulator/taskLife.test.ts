import assert from "node:assert/strict";
import { DescribeTasksCommand, RunTaskCommand, StopTaskCommand, type Task } from "@aws-sdk/client-ecs";
import { TestAccount } from "./testAccount.ts";

describe("A task's life", () => {
  let account: TestAccount;
  beforeEach(async () => void (account = await TestAccount.start()));
  afterEach(() => account.close());

  const run = async (tag: string, container = {}): Promise<string> => {
    await account.registerWeb(tag, container);
    const { tasks } = await account.ecs.send(
      new RunTaskCommand({
        cluster: "live",
        taskDefinition: "web",
        launchType: "FARGATE",
        networkConfiguration: { awsvpcConfiguration: { subnets: ["subnet-1"], assignPublicIp: "ENABLED" } },
      }),
    );
    return tasks![0]!.taskArn!;
  };
  const describeTask = async (task: string): Promise<Task | undefined> => {
    const { tasks } = await account.ecs.send(new DescribeTasksCommand({ cluster: "live", tasks: [task] }));
    return tasks![0];
  };
  /** The states that a task goes through, seen every half second. */
  const statesUntilEnd = async (task: string, seconds: number): Promise<string[]> => {
    const states: string[] = [];
    for (let half = 0; half < seconds * 2; half++) {
      const { lastStatus } = (await describeTask(task))!;
      if (states.at(-1) !== lastStatus) states.push(lastStatus!);
      account.advance(0.5);
    }
    return states;
  };

  it("goes from PROVISIONING over PENDING to RUNNING", async () => {
    assert.deepEqual(await statesUntilEnd(await run("1"), 30), ["PROVISIONING", "PENDING", "RUNNING"]);
  });

  it("goes from DEACTIVATING or STOPPING over DEPROVISIONING to STOPPED", async () => {
    const task = await run("1");
    account.advance(60);
    await account.ecs.send(new StopTaskCommand({ cluster: "live", task, reason: "Tried enough" }));
    assert.deepEqual(await statesUntilEnd(task, 30), ["STOPPING", "DEPROVISIONING", "STOPPED"]);
    const { stopCode, stoppedReason, containers } = (await describeTask(task))!;
    assert.deepEqual(
      [stopCode, stoppedReason, containers![0]!.exitCode],
      ["UserInitiated", "Tried enough", 143],
    );
  });

  it("has its network interface, image digest and runtime id while it runs", async () => {
    const task = await run("1");
    account.advance(60);
    const { attachments, containers, startedAt, pullStoppedAt, platformVersion } = (await describeTask(
      task,
    ))!;
    assert.deepEqual(
      attachments!.map(({ type, status }) => [type, status]),
      [["ElasticNetworkInterface", "ATTACHED"]],
    );
    assert.deepEqual(
      attachments![0]!.details!.map(({ name }) => name),
      ["subnetId", "networkInterfaceId", "macAddress", "privateDnsName", "privateIPv4Address"],
    );
    const [container] = containers!;
    assert.match(container!.imageDigest!, /^sha256:[0-9a-f]{64}$/);
    assert.match(container!.runtimeId!, /^[0-9a-f]{32}-\d{10}$/);
    assert.match(container!.networkInterfaces![0]!.privateIpv4Address!, /^10\.0\.\d+\.\d+$/);
    assert.ok(pullStoppedAt! <= startedAt!);
    assert.equal(platformVersion, "1.4.0");
  });

  it("ends when an essential container exits", async () => {
    const task = await run("once");
    account.advance(60);
    const { lastStatus, stopCode, stoppedReason, containers } = (await describeTask(task))!;
    assert.deepEqual(
      [lastStatus, stopCode, stoppedReason, containers![0]!.exitCode],
      ["STOPPED", "EssentialContainerExited", "Essential container in task exited", 0],
    );
  });

  it("does not start when its image cannot be pulled", async () => {
    const task = await run("missing");
    account.advance(60);
    const { stopCode, stoppedReason, startedAt, containers } = (await describeTask(task))!;
    assert.equal(stopCode, "TaskFailedToStart");
    assert.equal(
      stoppedReason,
      "CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref web:missing: web:missing: not found",
    );
    assert.deepEqual([startedAt, containers![0]!.exitCode], [undefined, undefined]);
  });

  it("tells that a container ran out of memory", async () => {
    const task = await run("oom");
    account.advance(60);
    const { containers } = (await describeTask(task))!;
    assert.deepEqual(
      [containers![0]!.exitCode, containers![0]!.reason],
      [137, "OutOfMemoryError: Container killed due to memory usage"],
    );
  });

  it("becomes healthy some time after it runs", async () => {
    const task = await run("1", { healthCheck: { command: ["CMD-SHELL", "true"] } });
    account.advance(17);
    assert.equal((await describeTask(task))!.healthStatus, "UNKNOWN");
    account.advance(10);
    assert.equal((await describeTask(task))!.healthStatus, "HEALTHY");
  });

  it("can be described for an hour after its end", async () => {
    const task = await run("once");
    account.advance(60 + 3500);
    assert.equal((await describeTask(task))!.lastStatus, "STOPPED");
    account.advance(100);
    assert.equal(await describeTask(task), undefined);
  });
});
