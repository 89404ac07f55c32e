import assert from "node:assert/strict";
import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { startSimulator, type Simulator } from "../../simulator/src/simulator.ts";
import { AwsCli } from "./awsCli.ts";
import { toolsOrSkip } from "./toolsOrSkip.ts";

const arn = (resource: string): string => `arn:aws:ecs:eu-west-1:123456789012:${resource}`;
const networkConfiguration = "awsvpcConfiguration={subnets=[subnet-1],assignPublicIp=ENABLED}";

describe("The AWS CLI, from the first cluster to the last", () => {
  let simulator: Simulator;
  let aws: AwsCli;
  before(async function () {
    const tools = await toolsOrSkip(this);
    simulator = await startSimulator({ clock: "step" });
    aws = new AwsCli(tools, simulator.endpoint);
  });
  after(() => simulator?.close());

  it("creates a cluster and registers a task definition", async () => {
    const { cluster } = await aws.run("ecs create-cluster --cluster-name shop --tags key=team,value=web");
    assert.deepEqual(
      [cluster.clusterArn, cluster.status, cluster.tags],
      [arn("cluster/shop"), "ACTIVE", [{ key: "team", value: "web" }]],
    );
    const container = JSON.stringify([
      { name: "app", image: "web:1", portMappings: [{ containerPort: 80 }] },
    ]);
    const { taskDefinition } = await aws.run(
      `ecs register-task-definition --family web --network-mode awsvpc --requires-compatibilities FARGATE --cpu 256 --memory 512 --container-definitions ${container}`,
    );
    assert.deepEqual(
      [taskDefinition.taskDefinitionArn, taskDefinition.status, taskDefinition.compatibilities],
      [arn("task-definition/web:1"), "ACTIVE", ["EC2", "MANAGED_INSTANCES", "FARGATE"]],
    );
    assert.deepEqual(await aws.run("ecs list-task-definitions"), {
      taskDefinitionArns: [arn("task-definition/web:1")],
    });
  });

  it("creates a service, which becomes stable", async () => {
    const { service } = await aws.run(
      `ecs create-service --cluster shop --service-name web --task-definition web --desired-count 2 --launch-type FARGATE --network-configuration ${networkConfiguration}`,
    );
    assert.deepEqual(
      [service.serviceArn, service.desiredCount, service.runningCount, service.deployments[0].rolloutState],
      [arn("service/shop/web"), 2, 0, "IN_PROGRESS"],
    );
    simulator.clock.advance(300);
    assert.equal(await aws.run("ecs wait services-stable --cluster shop --services web"), undefined);
    const { services } = await aws.run("ecs describe-services --cluster shop --services web");
    assert.deepEqual([services[0].runningCount, services[0].deployments[0].rolloutState], [2, "COMPLETED"]);
    assert.match(services[0].events[0].message, /^\(service web\) has reached a steady state\.$/);
  });

  it("lists page by page, or one page only", async () => {
    const both = await aws.run("ecs list-tasks --cluster shop --service-name web --page-size 1");
    assert.equal(both.taskArns.length, 2);
    const one = await aws.run("ecs list-tasks --cluster shop --max-results 1 --no-paginate");
    assert.deepEqual([one.taskArns, typeof one.nextToken], [[both.taskArns[0]], "string"]);
    assert.deepEqual(await aws.run("ecs list-services --cluster shop --no-paginate"), {
      serviceArns: [arn("service/shop/web")],
    });
  });

  it("stops a task and waits for its end", async () => {
    const { taskArns } = await aws.run("ecs list-tasks --cluster shop");
    const { task } = await aws.run(`ecs stop-task --cluster shop --task ${taskArns[0]} --reason enough`);
    assert.deepEqual(
      [task.desiredStatus, task.stoppedReason, task.stopCode],
      ["STOPPED", "enough", "UserInitiated"],
    );
    simulator.clock.advance(120);
    assert.equal(await aws.run(`ecs wait tasks-stopped --cluster shop --tasks ${taskArns[0]}`), undefined);
  });

  it("prints what is refused in AWS's form", async () => {
    const refused = (code: string, operation: string, message: string): string =>
      `An error occurred (${code}) when calling the ${operation} operation: ${message}`;
    assert.equal(
      await aws.refusal("ecs describe-services --cluster nowhere --services web"),
      refused("ClusterNotFoundException", "DescribeServices", "Cluster not found."),
    );
    assert.equal(
      await aws.refusal("ecs delete-service --cluster shop --service web"),
      refused(
        "InvalidParameterException",
        "DeleteService",
        "The service cannot be stopped while it is scaled above 0.",
      ),
    );
    assert.equal(
      await aws.refusal("ecs delete-cluster --cluster shop"),
      refused(
        "ClusterContainsServicesException",
        "DeleteCluster",
        "The Cluster cannot be deleted while Services are active.",
      ),
    );
    assert.equal(
      await aws.refusal("sts get-session-token"),
      refused(
        "UnknownOperationException",
        "GetSessionToken",
        "The simulator does not play sts:GetSessionToken. docs/simulator.md lists what it plays.",
      ),
    );
  });

  it("takes everything down again", async () => {
    const { service } = await aws.run("ecs update-service --cluster shop --service web --desired-count 0");
    assert.equal(service.desiredCount, 0);
    simulator.clock.advance(300);
    const deleted = await aws.run("ecs delete-service --cluster shop --service web");
    assert.equal(deleted.service.status, "DRAINING");
    simulator.clock.advance(60);
    assert.equal(await aws.run("ecs wait services-inactive --cluster shop --services web"), undefined);
    const { taskDefinition } = await aws.run("ecs deregister-task-definition --task-definition web:1");
    assert.equal(taskDefinition.status, "INACTIVE");
    const { cluster } = await aws.run("ecs delete-cluster --cluster shop");
    assert.equal(cluster.status, "INACTIVE");
    assert.deepEqual(await aws.run("ecs list-clusters"), { clusterArns: [] });
  });
});

describe("The AWS CLI as an external deployment controller", () => {
  let simulator: Simulator;
  let aws: AwsCli;
  before(async function () {
    const tools = await toolsOrSkip(this);
    simulator = await startSimulator({ clock: "step" });
    aws = new AwsCli(tools, simulator.endpoint);
    await aws.run("ecs create-cluster");
    await aws.run(
      'ecs register-task-definition --family web --container-definitions [{"name":"app","image":"web:1","memory":128}]',
    );
    await aws.run("ecs register-container-instance");
  });
  after(() => simulator?.close());

  it("moves a service from one task set to the next", async () => {
    await aws.run(
      "ecs create-service --cluster default --service-name web --desired-count 2 --deployment-controller type=EXTERNAL",
    );
    const create = async (scale: string): Promise<string> =>
      (await aws.run(`ecs create-task-set --cluster default --service web --task-definition web ${scale}`))
        .taskSet.taskSetArn;
    const [blue, green] = [await create(""), await create("--scale value=100,unit=PERCENT")];
    simulator.clock.advance(60);
    await aws.run(
      `ecs update-service-primary-task-set --cluster default --service web --primary-task-set ${green}`,
    );
    await aws.run(`ecs delete-task-set --cluster default --service web --task-set ${blue}`);
    simulator.clock.advance(60);
    const { taskSets } = await aws.run("ecs describe-task-sets --cluster default --service web");
    assert.deepEqual(
      taskSets.map(({ taskSetArn, status, runningCount, stabilityStatus }: Record<string, unknown>) => [
        taskSetArn,
        status,
        runningCount,
        stabilityStatus,
      ]),
      [[green, "PRIMARY", 2, "STEADY_STATE"]],
    );
  });
});

describe("The AWS CLI in the demo account", () => {
  let simulator: Simulator;
  let aws: AwsCli;
  let folder: string;
  before(async function () {
    const tools = await toolsOrSkip(this);
    simulator = await startSimulator({ scenario: "demo", clock: "step" });
    simulator.clock.advance(60);
    folder = await mkdtemp(join(tmpdir(), "taskwright-cli-"));
    const plugin = join(folder, "session-manager-plugin");
    await writeFile(plugin, `#!/bin/sh\nprintf '%s\\n' "$@" > "$0.arguments"\n`);
    await chmod(plugin, 0o755);
    aws = new AwsCli(tools, simulator.endpoint, [folder, process.env["PATH"]].join(delimiter));
  });
  after(async () => {
    await simulator?.close();
    if (folder) await rm(folder, { recursive: true });
  });

  it("knows who calls", async () => {
    assert.deepEqual(await aws.run("sts get-caller-identity"), {
      UserId: "AIDASIMULATEDUSER0001",
      Account: "123456789012",
      Arn: "arn:aws:iam::123456789012:user/simulated",
    });
  });

  it("reads logs and images", async () => {
    const { events } = await aws.run("logs filter-log-events --log-group-name /ecs/orders --limit 2");
    assert.deepEqual(
      events.map(({ message }: { message: string }) => message),
      ["INFO starting", "INFO connected to the database"],
    );
    const { imageDetails } = await aws.run("ecr describe-images --repository-name shop/orders");
    assert.equal(imageDetails[0].repositoryName, "shop/orders");
  });

  it("is refused a shell where execute command is off", async () => {
    const { taskArns } = await aws.run("ecs list-tasks --cluster live --service-name orders");
    assert.equal(
      await aws.refusal(
        `ecs execute-command --cluster live --task ${taskArns[0]} --interactive --command sh`,
      ),
      "An error occurred (InvalidParameterException) when calling the ExecuteCommand operation: The execute command failed because execute command was not enabled when the task was run or the execute command agent isn’t running. Wait and try again or run a new task with execute command enabled and try again.",
    );
  });

  it("opens a shell with the plugin where execute command is on", async () => {
    const { taskArns } = await aws.run("ecs list-tasks --cluster live --service-name worker");
    const { tasks } = await aws.run(`ecs describe-tasks --cluster live --tasks ${taskArns[0]}`);
    await aws.print(
      `ecs execute-command --cluster live --task ${taskArns[0]} --container ${tasks[0].containers[0].name} --interactive --command sh`,
    );
    const [session = "", region, action, , target = ""] = (
      await readFile(join(folder, "session-manager-plugin.arguments"), "utf8")
    ).split("\n");
    assert.deepEqual(Object.keys(JSON.parse(session)).toSorted(), ["sessionId", "streamUrl", "tokenValue"]);
    assert.deepEqual([region, action], ["eu-west-1", "StartSession"]);
    assert.equal(
      JSON.parse(target).Target,
      `ecs:live_${taskArns[0].split("/").at(-1)}_${tasks[0].containers[0].runtimeId}`,
    );
  });

  it("reads the neighbours of ECS, whatever their protocol", async () => {
    const { TargetGroups } = await aws.run("elbv2 describe-target-groups");
    assert.deepEqual(
      TargetGroups.map(({ TargetGroupName }: { TargetGroupName: string }) => TargetGroupName),
      ["payments"],
    );
    const { Subnets } = await aws.run("ec2 describe-subnets");
    assert.deepEqual(
      Subnets.map(({ SubnetId }: { SubnetId: string }) => SubnetId),
      ["subnet-0a1b2c3d", "subnet-1a2b3c4d"],
    );
    const { MetricAlarms } = await aws.run("cloudwatch describe-alarms");
    assert.deepEqual(
      MetricAlarms.map(({ AlarmName }: { AlarmName: string }) => AlarmName),
      ["orders-cpu", "checkout-errors"],
    );
    assert.deepEqual(await aws.run("efs describe-file-systems"), { FileSystems: [] });
  });
});
