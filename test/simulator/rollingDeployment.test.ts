import assert from "node:assert/strict";
import {
  DeleteServiceCommand,
  StopServiceDeploymentCommand,
  UpdateServiceCommand,
  UpdateTaskProtectionCommand,
} from "@aws-sdk/client-ecs";
import { TestAccount } from "./testAccount.ts";

const balancer = {
  targetGroupArn: "arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/web/1",
  containerName: "app",
  containerPort: 80,
};

describe("A rolling deployment", () => {
  let account: TestAccount;
  beforeEach(async () => {
    account = await TestAccount.start({
      alarms: [{ name: "web-5xx" }],
      behaviours: [{ image: ":errors", alarm: "web-5xx" }],
    });
    await account.registerWeb("1");
  });
  afterEach(() => account.close());

  const steadyWeb = async (settings = {}): Promise<void> => {
    await account.createWeb(settings);
    account.advance(120);
  };
  const deploy = async (tag: string, container = {}, settings = {}): Promise<void> => {
    const taskDefinition = await account.registerWeb(tag, container);
    await account.ecs.send(
      new UpdateServiceCommand({ cluster: "live", service: "web", taskDefinition, ...settings }),
    );
  };
  /** The most and the fewest tasks that were RUNNING, seen every second. */
  const runningCounts = async (seconds: number): Promise<{ fewest: number; most: number }> => {
    const counts: number[] = [];
    for (let second = 0; second < seconds; second++) {
      account.advance(1);
      counts.push((await account.service()).runningCount!);
    }
    return { fewest: Math.min(...counts), most: Math.max(...counts) };
  };

  it("tells its steps in AWS's words", async () => {
    await account.createWeb({ loadBalancers: [balancer] });
    account.advance(120);
    assert.deepEqual(await account.events(), [
      "(service web) has started 2 tasks: (task ID) (task ID).",
      `(service web) registered 2 targets in (target-group ${balancer.targetGroupArn})`,
      "(service web) (deployment ecs-svc/ID) deployment completed.",
      "(service web) has reached a steady state.",
    ]);
  });

  it("replaces all tasks and drains those it replaces", async () => {
    await steadyWeb({ loadBalancers: [balancer] });
    await deploy("2");
    account.advance(120);
    assert.deepEqual((await account.events()).slice(4), [
      "(service web) has started 2 tasks: (task ID) (task ID).",
      `(service web) registered 2 targets in (target-group ${balancer.targetGroupArn})`,
      "(service web) has stopped 2 running tasks: (task ID) (task ID).",
      `(service web) deregistered 2 targets in (target-group ${balancer.targetGroupArn})`,
      "(service web, taskSet ecs-svc/ID) has begun draining connections on 2 tasks.",
      "(service web) (deployment ecs-svc/ID) deployment completed.",
      "(service web) has reached a steady state.",
    ]);
    assert.equal((await account.deployment()).status, "SUCCESSFUL");
  });

  it("never has fewer than the minimum nor more than the maximum of tasks", async () => {
    await steadyWeb({
      desiredCount: 4,
      deploymentConfiguration: { minimumHealthyPercent: 50, maximumPercent: 100 },
    });
    await deploy("2");
    assert.deepEqual(await runningCounts(200), { fewest: 2, most: 4 });
    assert.equal((await account.deployment()).status, "SUCCESSFUL");
  });

  it("says that the configuration leaves no room", async () => {
    await steadyWeb({
      desiredCount: 1,
      deploymentConfiguration: { minimumHealthyPercent: 100, maximumPercent: 150 },
    });
    await deploy("2");
    account.advance(120);
    assert.equal(
      (await account.events()).at(-1),
      "(service web) was unable to stop or start tasks during a deployment because of the service deployment configuration. Update the minimumHealthyPercent or maximumPercent value and try again.",
    );
  });

  it("is rolled back by the circuit breaker after three tasks of a small service have failed", async () => {
    await steadyWeb({
      deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } },
    });
    const before = (await account.service()).deployments![0]!;
    await deploy("crash");
    account.advance(36);
    const { deployments } = await account.service();
    assert.deepEqual(
      deployments!.map(({ id, status, rolloutState, rolloutStateReason }) => ({
        id: id === before.id ? "before" : "after",
        status,
        rolloutState,
        rolloutStateReason,
      })),
      [
        {
          id: "before",
          status: "PRIMARY",
          rolloutState: "IN_PROGRESS",
          rolloutStateReason: `ECS deployment circuit breaker: rolling back to deploymentId ${before.id}.`,
        },
        {
          id: "after",
          status: "ACTIVE",
          rolloutState: "FAILED",
          rolloutStateReason: "ECS deployment circuit breaker: tasks failed to start.",
        },
      ],
    );
    account.advance(60);
    const { status, statusReason, deploymentCircuitBreaker, rollback } = await account.deployment();
    assert.equal(status, "ROLLBACK_SUCCESSFUL");
    assert.equal(
      statusReason,
      "Service deployment rolled back because the circuit breaker threshold was exceeded.",
    );
    assert.deepEqual(deploymentCircuitBreaker, { status: "TRIGGERED", failureCount: 4, threshold: 3 });
    assert.equal(rollback!.reason, statusReason);
    const { deployments: after, taskDefinition } = await account.service();
    assert.deepEqual(
      after!.map(({ id }) => id),
      [before.id],
    );
    assert.equal(taskDefinition, before.taskDefinition);
    assert.deepEqual((await account.events()).slice(-4), [
      "(service web) (deployment ecs-svc/ID) deployment failed: tasks failed to start.",
      "(service web) rolling back to deployment ecs-svc/ID.",
      "(service web) (deployment ecs-svc/ID) deployment completed.",
      "(service web) has reached a steady state.",
    ]);
  });

  it("stays failed where the circuit breaker does not roll back", async () => {
    await steadyWeb({
      deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: false } },
    });
    await deploy("crash");
    account.advance(120);
    const { status, statusReason } = await account.deployment();
    assert.deepEqual(
      [status, statusReason],
      ["STOPPED", "Service deployment stopped because the circuit breaker threshold was exceeded."],
    );
    const { deployments, runningCount } = await account.service();
    assert.deepEqual(
      deployments!.map(({ rolloutState }) => rolloutState),
      ["FAILED", "COMPLETED"],
    );
    assert.equal(runningCount, 2);
  });

  it("finds nothing to roll back to when it is the first", async () => {
    await account.registerWeb("crash");
    await account.createWeb({
      deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } },
    });
    account.advance(120);
    const { status, statusReason } = await account.deployment();
    assert.deepEqual(
      [status, statusReason],
      [
        "ROLLBACK_FAILED",
        "Service deployment rolled back because the circuit breaker threshold was exceeded. No rollback candidate was found to run the rollback.",
      ],
    );
  });

  it("retries slower and slower without a circuit breaker", async () => {
    await account.registerWeb("crash");
    await account.createWeb();
    account.advance(3600);
    assert.equal(
      (await account.events()).filter((event) =>
        event.includes("unable to consistently start tasks successfully"),
      ).length,
      1,
    );
    const starts = (await account.service())
      .events!.filter(({ message }) => message!.includes("has started"))
      .map(({ createdAt }) => createdAt!.getTime() / 1000);
    const [last, before] = starts;
    assert.ok(last! - before! > 600, `${last! - before!} s between the last two starts`);
  });

  it("replaces tasks that fail their health check, and rolls back", async () => {
    await steadyWeb({
      deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } },
    });
    await deploy("unhealthy", { healthCheck: { command: ["CMD-SHELL", "false"] } });
    account.advance(200);
    assert.equal((await account.deployment()).status, "ROLLBACK_SUCCESSFUL");
    const [stopped] = (await account.tasks("STOPPED")).filter(({ stoppedReason }) =>
      stoppedReason?.includes("health"),
    );
    assert.deepEqual(
      [stopped!.stopCode, stopped!.stoppedReason],
      ["ServiceSchedulerInitiated", "Task failed container health checks"],
    );
    assert.ok((await account.events()).includes("(service web) (task ID) failed container health checks."));
  });

  it("tells which target group finds a task unhealthy", async () => {
    await steadyWeb({ loadBalancers: [balancer] });
    await deploy("unhealthy");
    account.advance(40);
    const event = `(service web) (task ID) (port 80) is unhealthy in (target-group ${balancer.targetGroupArn}) due to (reason Health checks failed with these codes: [503]).`;
    assert.ok((await account.events()).includes(event), (await account.events()).join("\n"));
    account.advance(60);
    const reasons = (await account.tasks("STOPPED")).map(({ stoppedReason }) => stoppedReason);
    assert.ok(reasons.includes(`Task failed ELB health checks in (target-group ${balancer.targetGroupArn})`));
  });

  it("ignores health checks for the grace period", async () => {
    await account.registerWeb("unhealthy");
    await account.createWeb({ loadBalancers: [balancer], healthCheckGracePeriodSeconds: 120 });
    account.advance(130);
    assert.deepEqual(
      [(await account.tasks("RUNNING")).length, (await account.tasks("STOPPED")).length],
      [2, 0],
    );
    account.advance(20);
    assert.deepEqual(
      [(await account.tasks("RUNNING")).length, (await account.tasks("STOPPED")).length],
      [2, 2],
    );
  });

  it("is rolled back when one of its alarms goes off", async () => {
    await steadyWeb({
      deploymentConfiguration: { alarms: { alarmNames: ["web-5xx"], enable: true, rollback: true } },
    });
    account.advance(120);
    await deploy("errors");
    account.advance(120);
    const { status, alarms } = await account.deployment();
    assert.equal(status, "ROLLBACK_SUCCESSFUL");
    assert.deepEqual(alarms, {
      status: "TRIGGERED",
      alarmNames: ["web-5xx"],
      triggeredAlarmNames: ["web-5xx"],
    });
    assert.ok(
      (await account.events()).includes(
        "(service web) (deployment ecs-svc/ID) deployment failed: alarm detected.",
      ),
    );
  });

  it("can be the repair of what an alarm tells of: alarms that go off already do not count", async () => {
    const deploymentConfiguration = { alarms: { alarmNames: ["web-5xx"], enable: true, rollback: true } };
    await account.registerWeb("errors");
    await account.createWeb();
    account.advance(120);
    await deploy("fixed", {}, { deploymentConfiguration });
    account.advance(1);
    assert.equal((await account.deployment()).alarms!.status, "DISABLED");
    account.advance(120);
    const { status, alarms } = await account.deployment();
    assert.deepEqual(
      [status, alarms],
      ["SUCCESSFUL", { status: "DISABLED", alarmNames: ["web-5xx"], triggeredAlarmNames: [] }],
    );
  });

  it("watches its alarms for a while before it is successful", async () => {
    await account.createWeb({
      deploymentConfiguration: {
        alarms: { alarmNames: ["web-5xx"], enable: true, rollback: true },
        bakeTimeInMinutes: 5,
      },
    });
    account.advance(200);
    assert.equal((await account.deployment()).status, "IN_PROGRESS");
    account.advance(200);
    assert.equal((await account.deployment()).status, "SUCCESSFUL");
  });

  it("can be rolled back by hand", async () => {
    await steadyWeb();
    await deploy("2");
    account.advance(10);
    const { serviceDeploymentArn } = await account.deployment();
    await account.ecs.send(new StopServiceDeploymentCommand({ serviceDeploymentArn: serviceDeploymentArn! }));
    assert.equal((await account.deployment()).status, "ROLLBACK_REQUESTED");
    account.advance(60);
    assert.equal((await account.deployment()).status, "ROLLBACK_IN_PROGRESS");
    account.advance(5);
    assert.equal((await account.deployment()).status, "ROLLBACK_SUCCESSFUL");
    assert.match((await account.service()).taskDefinition!, /web:1$/);
  });

  it("can be aborted, which leaves the service as it is", async () => {
    await steadyWeb();
    await deploy("2");
    account.advance(10);
    const { serviceDeploymentArn } = await account.deployment();
    await account.ecs.send(
      new StopServiceDeploymentCommand({ serviceDeploymentArn: serviceDeploymentArn!, stopType: "ABORT" }),
    );
    assert.equal((await account.deployment()).status, "STOP_REQUESTED");
    account.advance(60);
    assert.equal((await account.deployment()).status, "STOPPED");
    assert.equal((await account.service()).deployments!.length, 2);
  });

  it("lets go of its tasks when the service is scaled down or deleted after it was aborted", async () => {
    await steadyWeb();
    await deploy("2");
    account.advance(12);
    const { serviceDeploymentArn } = await account.deployment();
    await account.ecs.send(
      new StopServiceDeploymentCommand({ serviceDeploymentArn: serviceDeploymentArn!, stopType: "ABORT" }),
    );
    account.advance(60);
    await account.ecs.send(new UpdateServiceCommand({ cluster: "live", service: "web", desiredCount: 1 }));
    account.advance(60);
    assert.deepEqual(
      (await account.service()).deployments!.map(({ runningCount }) => runningCount),
      [1, 1],
    );
    await account.ecs.send(new DeleteServiceCommand({ cluster: "live", service: "web", force: true }));
    account.advance(60);
    assert.equal((await account.service()).status, "INACTIVE");
  });

  it("is overtaken by the next one", async () => {
    await steadyWeb();
    await deploy("2");
    account.advance(10);
    const first = await account.deployment();
    await deploy("3");
    account.advance(120);
    assert.match((await account.service()).taskDefinition!, /web:3$/);
    assert.notEqual((await account.deployment()).serviceDeploymentArn, first.serviceDeploymentArn);
    assert.equal((await account.deployment()).status, "SUCCESSFUL");
  });

  it("leaves protected tasks alone", async () => {
    await steadyWeb();
    const [task] = await account.tasks();
    await account.ecs.send(
      new UpdateTaskProtectionCommand({
        cluster: "live",
        tasks: [task!.taskArn!],
        protectionEnabled: true,
        expiresInMinutes: 10,
      }),
    );
    await deploy("2");
    account.advance(300);
    assert.ok((await account.tasks()).some(({ taskArn }) => taskArn === task!.taskArn));
    const kept =
      "(service web) was unable to reach steady state because (taskSet ecs-svc/ID) was unable to scale in due to (reason 1 tasks under protection)";
    assert.equal((await account.events()).filter((event) => event === kept).length, 1);
    account.advance(600);
    assert.ok(!(await account.tasks()).some(({ taskArn }) => taskArn === task!.taskArn));
  });

  it("drains a deleted service until its last task has stopped", async () => {
    await steadyWeb();
    await account.ecs.send(new DeleteServiceCommand({ cluster: "live", service: "web", force: true }));
    account.advance(2);
    assert.equal((await account.service()).status, "DRAINING");
    account.advance(60);
    assert.equal((await account.service()).status, "INACTIVE");
  });

  it("plays the same account again for the same seed", async () => {
    const play = async (): Promise<string[]> => {
      const again = await TestAccount.start({ seed: 7 });
      await again.registerWeb("1");
      await again.createWeb();
      again.advance(60);
      const { events, deployments } = await again.service();
      await again.close();
      return [...events!.map(({ message }) => message!), deployments![0]!.id!];
    };
    assert.deepEqual(await play(), await play());
  });
});
