import "../support/checkedAnswers.ts";
import assert from "node:assert/strict";
import {
  DescribeServicesCommand,
  DescribeTasksCommand,
  ECSClient,
  ListClustersCommand,
  ListServiceDeploymentsCommand,
  ListTasksCommand,
  UpdateServiceCommand,
  DiscoverPollEndpointCommand,
} from "@aws-sdk/client-ecs";
import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { startSimulator, type Simulator } from "../../simulator/src/simulator.ts";

const settings = (simulator: Simulator) => ({
  endpoint: simulator.endpoint,
  region: "eu-west-1",
  credentials: { accessKeyId: "AKIASIMULATED", secretAccessKey: "simulated" },
  maxAttempts: 1,
});

describe("The demo account", () => {
  let simulator: Simulator;
  let ecs: ECSClient;

  beforeEach(async () => {
    simulator = await startSimulator({ scenario: "demo", clock: "step" });
    ecs = new ECSClient(settings(simulator));
  });
  afterEach(() => simulator.close());

  const service = async (cluster: string, name: string) => {
    const { services } = await ecs.send(new DescribeServicesCommand({ cluster, services: [name] }));
    return services![0]!;
  };

  it("has the clusters live and staging", async () => {
    const { clusterArns } = await ecs.send(new ListClustersCommand({}));
    assert.deepEqual(clusterArns, [
      "arn:aws:ecs:eu-west-1:123456789012:cluster/live",
      "arn:aws:ecs:eu-west-1:123456789012:cluster/staging",
    ]);
  });

  it("says who calls", async () => {
    const { Account } = await new STSClient(settings(simulator)).send(new GetCallerIdentityCommand({}));
    assert.equal(Account, "123456789012");
  });

  it("finishes the deployment of payments in its time", async () => {
    assert.equal((await service("live", "payments")).deployments!.length, 2);
    simulator.clock.advance(120);
    const after = await service("live", "payments");
    assert.deepEqual(
      after.deployments!.map(({ rolloutState, runningCount }) => [rolloutState, runningCount]),
      [["COMPLETED", 2]],
    );
    assert.match(after.taskDefinition!, /payments:2$/);
    const { serviceDeployments } = await ecs.send(
      new ListServiceDeploymentsCommand({ cluster: "live", service: "payments" }),
    );
    assert.deepEqual(
      serviceDeployments!.map(({ status }) => status),
      ["SUCCESSFUL", "SUCCESSFUL"],
    );
  });

  it("keeps restarting the tasks of checkout, which exit with code 1", async () => {
    simulator.clock.advance(60);
    const { taskArns } = await ecs.send(
      new ListTasksCommand({ cluster: "live", serviceName: "checkout", desiredStatus: "STOPPED" }),
    );
    const { tasks } = await ecs.send(new DescribeTasksCommand({ cluster: "live", tasks: taskArns! }));
    assert.equal(tasks![0]!.stopCode, "EssentialContainerExited");
    assert.equal(tasks![0]!.stoppedReason, "Essential container in task exited");
    assert.equal(tasks![0]!.containers![0]!.exitCode, 1);
  });

  it("scales a service without a new deployment", async () => {
    await ecs.send(new UpdateServiceCommand({ cluster: "live", service: "orders", desiredCount: 5 }));
    simulator.clock.advance(60);
    const { runningCount, deployments } = await service("live", "orders");
    assert.deepEqual([runningCount, deployments!.length], [5, 1]);
  });

  it("records the calls it receives", async () => {
    await ecs.send(new ListClustersCommand({ maxResults: 1 }));
    assert.deepEqual(
      simulator.calls.map(({ api, operation, input }) => ({ api, operation, input })),
      [{ api: "ecs", operation: "ListClusters", input: { maxResults: 1 } }],
    );
  });

  it("says plainly what it does not play", async () => {
    await assert.rejects(ecs.send(new DiscoverPollEndpointCommand({})), {
      name: "UnknownOperationException",
      message: "The simulator does not play ecs:DiscoverPollEndpoint. docs/simulator.md lists what it plays.",
    });
  });
});
