import assert from "node:assert/strict";
import {
  ContinueServiceDeploymentCommand,
  DeleteServiceCommand,
  type DeploymentConfiguration,
  UpdateServiceCommand,
} from "@aws-sdk/client-ecs";
import { TestAccount } from "./testAccount.ts";

describe("A deployment that shifts traffic", () => {
  let account: TestAccount;
  beforeEach(async () => {
    account = await TestAccount.start({ failingHooks: ["function:refuse"] });
    await account.registerWeb("1");
  });
  afterEach(() => account.close());

  const deploy = async (deploymentConfiguration: DeploymentConfiguration, tag = "2"): Promise<void> => {
    await account.createWeb();
    account.advance(60);
    const taskDefinition = await account.registerWeb(tag);
    await account.ecs.send(
      new UpdateServiceCommand({ cluster: "live", service: "web", taskDefinition, deploymentConfiguration }),
    );
  };
  /** The stages and production weights that the deployment goes through, seen every three seconds. */
  const stages = async (seconds: number): Promise<string[]> => {
    const seen: string[] = [];
    for (let second = 0; second < seconds; second += 3) {
      account.advance(3);
      const { lifecycleStage, status, targetServiceRevision } = await account.deployment();
      const now = lifecycleStage
        ? `${lifecycleStage} ${targetServiceRevision!.requestedProductionTrafficWeight!}`
        : status!;
      if (seen.at(-1) !== now) seen.push(now);
    }
    return seen;
  };

  it("goes from blue to green at once", async () => {
    await deploy({ strategy: "BLUE_GREEN", bakeTimeInMinutes: 1 });
    assert.deepEqual(await stages(200), [
      "SCALE_UP 0",
      "TEST_TRAFFIC_SHIFT 0",
      "PRODUCTION_TRAFFIC_SHIFT 100",
      "BAKE_TIME 100",
      "CLEAN_UP 100",
      "SUCCESSFUL",
    ]);
    assert.deepEqual(
      (await account.tasks()).map(({ taskDefinitionArn }) => taskDefinitionArn!.slice(-5)),
      ["web:2", "web:2"],
    );
  });

  it("keeps both revisions complete until the bake time is over", async () => {
    await deploy({ strategy: "BLUE_GREEN", bakeTimeInMinutes: 5 });
    account.advance(100);
    assert.deepEqual(
      (await account.service()).deployments!.map(({ status, runningCount }) => [status, runningCount]),
      [
        ["PRIMARY", 2],
        ["ACTIVE", 2],
      ],
    );
  });

  it("lets a canary have its share first", async () => {
    await deploy({
      strategy: "CANARY",
      canaryConfiguration: { canaryPercent: 20, canaryBakeTimeInMinutes: 1 },
    });
    assert.deepEqual((await stages(200)).slice(2, 5), [
      "PRODUCTION_TRAFFIC_SHIFT 20",
      "PRODUCTION_TRAFFIC_SHIFT 100",
      "CLEAN_UP 100",
    ]);
  });

  it("shifts in equal steps", async () => {
    await deploy({ strategy: "LINEAR", linearConfiguration: { stepPercent: 40, stepBakeTimeInMinutes: 1 } });
    assert.deepEqual((await stages(300)).slice(2, 6), [
      "PRODUCTION_TRAFFIC_SHIFT 40",
      "PRODUCTION_TRAFFIC_SHIFT 80",
      "PRODUCTION_TRAFFIC_SHIFT 100",
      "CLEAN_UP 100",
    ]);
  });

  it("waits at a PAUSE hook until it is told to go on", async () => {
    await deploy({
      strategy: "BLUE_GREEN",
      lifecycleHooks: [{ targetType: "PAUSE", lifecycleStages: ["PRE_PRODUCTION_TRAFFIC_SHIFT"] }],
    });
    account.advance(600);
    const { serviceDeploymentArn, lifecycleStage, lifecycleHookDetails } = await account.deployment();
    assert.equal(lifecycleStage, "PRE_PRODUCTION_TRAFFIC_SHIFT");
    assert.deepEqual(
      lifecycleHookDetails!.map(({ targetType, status, timeoutAction }) => [
        targetType,
        status,
        timeoutAction,
      ]),
      [["PAUSE", "AWAITING_ACTION", "ROLLBACK"]],
    );
    await account.ecs.send(
      new ContinueServiceDeploymentCommand({
        serviceDeploymentArn,
        hookId: lifecycleHookDetails![0]!.hookId,
      }),
    );
    account.advance(60);
    assert.equal((await account.deployment()).status, "SUCCESSFUL");
  });

  it("follows the service's count while it goes on, down to none", async () => {
    await deploy({ strategy: "BLUE_GREEN", bakeTimeInMinutes: 60 });
    account.advance(100);
    const running = async (desiredCount: number): Promise<number[]> => {
      await account.ecs.send(new UpdateServiceCommand({ cluster: "live", service: "web", desiredCount }));
      account.advance(60);
      return (await account.service()).deployments!.map(({ runningCount }) => runningCount!);
    };
    assert.deepEqual(await running(3), [3, 2]);
    assert.deepEqual(await running(1), [1, 1]);
    assert.deepEqual(await running(0), [0, 0]);
    assert.equal((await account.deployment()).lifecycleStage, "BAKE_TIME");
  });

  it("goes with a service that is deleted while it waits", async () => {
    await deploy({
      strategy: "BLUE_GREEN",
      lifecycleHooks: [{ targetType: "PAUSE", lifecycleStages: ["POST_SCALE_UP"] }],
    });
    account.advance(100);
    await account.ecs.send(new DeleteServiceCommand({ cluster: "live", service: "web", force: true }));
    account.advance(60);
    assert.equal((await account.service()).status, "INACTIVE");
    assert.deepEqual(await account.tasks(), []);
  });

  it("does not go on once the next one has begun", async () => {
    await deploy({
      strategy: "BLUE_GREEN",
      lifecycleHooks: [{ targetType: "PAUSE", lifecycleStages: ["POST_SCALE_UP"] }],
    });
    account.advance(100);
    const { serviceDeploymentArn, lifecycleHookDetails } = await account.deployment();
    const hookId = lifecycleHookDetails![0]!.hookId;
    await account.ecs.send(
      new UpdateServiceCommand({ cluster: "live", service: "web", forceNewDeployment: true }),
    );
    await assert.rejects(
      account.ecs.send(new ContinueServiceDeploymentCommand({ serviceDeploymentArn, hookId })),
      {
        name: "ConflictException",
        message: `The lifecycle hook ${hookId} is not awaiting an action.`,
      },
    );
  });

  it("goes back when it is told so at a PAUSE hook", async () => {
    await deploy({
      strategy: "BLUE_GREEN",
      lifecycleHooks: [{ targetType: "PAUSE", lifecycleStages: ["POST_SCALE_UP"] }],
    });
    account.advance(100);
    const { serviceDeploymentArn, lifecycleHookDetails } = await account.deployment();
    await account.ecs.send(
      new ContinueServiceDeploymentCommand({
        serviceDeploymentArn,
        hookId: lifecycleHookDetails![0]!.hookId,
        action: "ROLLBACK",
      }),
    );
    account.advance(70);
    assert.equal((await account.deployment()).status, "ROLLBACK_SUCCESSFUL");
  });

  it("goes back when nobody answers a PAUSE hook in time", async () => {
    const pause = {
      targetType: "PAUSE",
      lifecycleStages: ["POST_SCALE_UP"],
      timeoutConfiguration: { timeoutInMinutes: 5 },
    } as const;
    await deploy({
      strategy: "BLUE_GREEN",
      lifecycleHooks: [{ ...pause, lifecycleStages: [...pause.lifecycleStages] }],
    });
    account.advance(500);
    const { status, lifecycleHookDetails } = await account.deployment();
    assert.deepEqual([status, lifecycleHookDetails![0]!.status], ["ROLLBACK_SUCCESSFUL", "TIMED_OUT"]);
  });

  it("goes on when the Lambda function of a hook succeeds", async () => {
    const hookTargetArn = "arn:aws:lambda:eu-west-1:123456789012:function:approve";
    await deploy({
      strategy: "BLUE_GREEN",
      lifecycleHooks: [{ hookTargetArn, lifecycleStages: ["PRE_SCALE_UP", "POST_TEST_TRAFFIC_SHIFT"] }],
    });
    account.advance(200);
    const { status, lifecycleHookDetails } = await account.deployment();
    assert.deepEqual(
      [status, lifecycleHookDetails!.map((hook) => hook.status)],
      ["SUCCESSFUL", ["SUCCEEDED", "SUCCEEDED"]],
    );
  });

  it("goes back when the Lambda function of a hook fails", async () => {
    const hookTargetArn = "arn:aws:lambda:eu-west-1:123456789012:function:refuse";
    await deploy({
      strategy: "BLUE_GREEN",
      lifecycleHooks: [{ hookTargetArn, lifecycleStages: ["PRE_SCALE_UP"] }],
    });
    account.advance(120);
    const { status, statusReason } = await account.deployment();
    assert.equal(status, "ROLLBACK_SUCCESSFUL");
    assert.equal(
      statusReason,
      `Service deployment rolled back because PRE_SCALE_UP lifecycle hook(s) failed. Lifecycle hook target ${hookTargetArn} returned FAILED status.`,
    );
  });

  it("goes back when the new tasks crash", async () => {
    await deploy(
      { strategy: "BLUE_GREEN", deploymentCircuitBreaker: { enable: true, rollback: true } },
      "crash",
    );
    account.advance(200);
    assert.equal((await account.deployment()).status, "ROLLBACK_SUCCESSFUL");
    assert.deepEqual(
      (await account.tasks()).map(({ taskDefinitionArn }) => taskDefinitionArn!.slice(-5)),
      ["web:1", "web:1"],
    );
  });
});
