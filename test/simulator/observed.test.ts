import assert from "node:assert/strict";
import {
  CreateServiceCommand,
  DeleteServiceCommand,
  DescribeServiceDeploymentsCommand,
  DescribeServicesCommand,
  DescribeTaskDefinitionCommand,
  ListServiceDeploymentsCommand,
  RegisterTaskDefinitionCommand,
  TagResourceCommand,
  UpdateServiceCommand,
  type UpdateServiceCommandInput,
  UpdateTaskProtectionCommand,
  type Service,
} from "@aws-sdk/client-ecs";
import { TestAccount } from "./testAccount.ts";

/** What users of ECS have published of its answers; docs/simulator.md says of each where it is from. */
describe("What accounts of AWS were seen to answer", () => {
  let account: TestAccount;
  beforeEach(async () => (account = await TestAccount.start()));
  afterEach(() => account.close());

  const update = async (changes: object = {}): Promise<Service> =>
    (
      await account.ecs.send(
        new UpdateServiceCommand({ cluster: "live", service: "web", forceNewDeployment: true, ...changes }),
      )
    ).service!;
  const steady = async (tag = "1", settings = {}): Promise<void> => {
    await account.registerWeb(tag);
    await account.createWeb(settings);
    account.advance(120);
  };
  const numberOf = (text: string | undefined): string => text!.split("/").at(-1)!;

  describe("to CreateService and UpdateService", () => {
    it("a deployment without tasks, whose revision has its number, and no service deployment yet", async () => {
      await account.registerWeb("1");
      const created = await account.createWeb();
      assert.deepEqual(
        created.deployments!.map(({ status, desiredCount, pendingCount, runningCount }) => [
          status,
          desiredCount,
          pendingCount,
          runningCount,
        ]),
        [["PRIMARY", 0, 0, 0]],
      );
      assert.deepEqual(created.currentServiceRevisions, [
        {
          arn: `arn:aws:ecs:eu-west-1:123456789012:service-revision/live/web/${numberOf(created.deployments![0]!.id)}`,
          requestedTaskCount: 0,
          runningTaskCount: 0,
          pendingTaskCount: 0,
        },
      ]);
      assert.equal(created.currentServiceDeployment, undefined);
      assert.equal(created.desiredCount, 2);
      account.advance(1);
      const soon = await account.service();
      assert.equal(soon.deployments![0]!.desiredCount, 2);
      assert.equal(soon.currentServiceRevisions![0]!.requestedTaskCount, 2);
      assert.match(soon.currentServiceDeployment!, /:service-deployment\/live\/web\//);
    });

    it("the tasks of the deployment before, as they are", async () => {
      await steady();
      const { deployments, currentServiceRevisions, currentServiceDeployment } = await update();
      assert.deepEqual(
        deployments!.map(({ status, desiredCount, runningCount }) => [status, desiredCount, runningCount]),
        [
          ["PRIMARY", 0, 0],
          ["ACTIVE", 2, 2],
        ],
      );
      assert.deepEqual(
        currentServiceRevisions!.map(({ requestedTaskCount, runningTaskCount }) => [
          requestedTaskCount,
          runningTaskCount,
        ]),
        [
          [0, 0],
          [2, 2],
        ],
      );
      assert.equal(currentServiceDeployment, undefined);
    });

    it("who manages the service, and tags only where there are some", async () => {
      await account.registerWeb("1");
      const created = await account.createWeb();
      assert.equal(created.resourceManagementType, "CUSTOMER");
      assert.ok(!("tags" in created));
      assert.ok(!("tags" in (await account.service())));
      await account.ecs.send(
        new TagResourceCommand({ resourceArn: created.serviceArn!, tags: [{ key: "team", value: "" }] }),
      );
      assert.ok(!("tags" in (await account.service())));
      const { services } = await account.ecs.send(
        new DescribeServicesCommand({ cluster: "live", services: ["web"], include: ["TAGS"] }),
      );
      assert.deepEqual(services![0]!.tags, [{ key: "team", value: "" }]);
    });

    it("zones that are rebalanced where that is possible", async () => {
      await account.registerWeb("1");
      assert.equal((await account.createWeb()).availabilityZoneRebalancing, "ENABLED");
      const narrow = { deploymentConfiguration: { maximumPercent: 100, minimumHealthyPercent: 0 } };
      const { availabilityZoneRebalancing } = await account.createWeb({ serviceName: "narrow", ...narrow });
      assert.equal(availabilityZoneRebalancing, "DISABLED");
    });

    it("no new deployment for an update that changes nothing, unless it is forced", async () => {
      await account.registerWeb("1");
      const created = await account.createWeb();
      const update = async (more: Partial<UpdateServiceCommandInput>): Promise<readonly string[]> => {
        const same = { cluster: "live", service: "web", taskDefinition: created.taskDefinition };
        const { networkConfiguration, loadBalancers } = created;
        const { service } = await account.ecs.send(
          new UpdateServiceCommand({ ...same, networkConfiguration, loadBalancers, ...more }),
        );
        return service!.deployments!.map(({ id = "" }) => id);
      };
      const [first] = created.deployments!;
      assert.deepEqual(await update({}), [first!.id]);
      assert.equal((await update({ forceNewDeployment: true })).length, 2);
      const other = { awsvpcConfiguration: { subnets: ["subnet-0a1b2c3d"], securityGroups: ["sg-other"] } };
      assert.equal((await update({ networkConfiguration: other })).length, 3);
    });

    it("numbers and spellings of its own in strategies", async () => {
      await account.registerWeb("1");
      const strategy = [{ capacityProvider: "FARGATE", weight: 1 }, { capacityProvider: "FARGATE_SPOT" }];
      const created = await account.createWeb({ launchType: undefined, capacityProviderStrategy: strategy });
      assert.deepEqual(created.capacityProviderStrategy, [
        { capacityProvider: "FARGATE", weight: 1, base: 0 },
        { capacityProvider: "FARGATE_SPOT", weight: 0, base: 0 },
      ]);
      assert.deepEqual(created.deployments![0]!.capacityProviderStrategy, created.capacityProviderStrategy);
      await account.ecs.send(
        new RegisterTaskDefinitionCommand({
          family: "agent",
          containerDefinitions: [{ name: "app", image: "agent:1", memory: 128 }],
        }),
      );
      const { service } = await account.ecs.send(
        new CreateServiceCommand({
          cluster: "live",
          serviceName: "agent",
          taskDefinition: "agent",
          placementStrategy: [
            { type: "spread", field: "host" },
            { type: "binpack", field: "memory" },
            { type: "spread", field: "attribute:ecs.availability-zone" },
          ],
        }),
      );
      assert.deepEqual(
        service!.placementStrategy!.map(({ field }) => field),
        ["instanceId", "MEMORY", "attribute:ecs.availability-zone"],
      );
    });

    it("nothing in deployments that belongs to the service", async () => {
      await account.registerWeb("1");
      const balancer = {
        targetGroupArn: "arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/web/1",
        containerName: "app",
        containerPort: 80,
      };
      const { deployments } = await account.createWeb({ loadBalancers: [balancer] });
      assert.deepEqual(Object.keys(deployments![0]!).sort(), [
        "createdAt",
        "desiredCount",
        "failedTasks",
        "id",
        "launchType",
        "networkConfiguration",
        "pendingCount",
        "platformFamily",
        "platformVersion",
        "rolloutState",
        "rolloutStateReason",
        "runningCount",
        "status",
        "taskDefinition",
        "updatedAt",
      ]);
    });
  });

  describe("of a service that is deleted", () => {
    const remove = (force = false) =>
      account.ecs.send(new DeleteServiceCommand({ cluster: "live", service: "web", force }));

    it("that it cannot be while its tasks run, unless it is forced", async () => {
      await steady();
      await assert.rejects(remove(), {
        message: "The service cannot be stopped while it is scaled above 0.",
      });
      await update({ desiredCount: 0, forceNewDeployment: false });
      await assert.rejects(remove(), {
        name: "InvalidParameterException",
        message: "The service cannot be stopped while deployments are active.",
      });
      account.advance(120);
      assert.equal((await remove()).service!.status, "DRAINING");
    });

    it("that it is not updated, and that it is deleted once more", async () => {
      await steady();
      await remove(true);
      for (const status of ["DRAINING", "INACTIVE"]) {
        assert.equal((await account.service()).status, status);
        await assert.rejects(update(), {
          name: "ServiceNotActiveException",
          message: "Service was not ACTIVE.",
        });
        assert.equal((await remove(true)).service!.status, status);
        account.advance(120);
      }
    });
  });

  describe("in events", () => {
    it("times to the millisecond, each of its own", async () => {
      await steady();
      const { events } = await account.service();
      const times = events!.map(({ createdAt }) => createdAt!.getTime());
      assert.equal(new Set(times).size, events!.length);
      assert.deepEqual(
        times,
        times.toSorted((a, b) => b - a),
      );
      assert.deepEqual(
        events!.slice(0, 2).map(({ message }) => message!.replace(/\d{6,}/, "ID")),
        [
          "(service web) has reached a steady state.",
          "(service web) (deployment ecs-svc/ID) deployment completed.",
        ],
      );
      assert.equal(times[0]! - times[1]!, 1);
    });

    it("why Fargate has no place for a task whose image cannot be pulled", async () => {
      await account.registerWeb("missing");
      await account.createWeb({ desiredCount: 1 });
      account.advance(30);
      assert.ok(
        (await account.events()).includes(
          "(service web) was unable to place a task. Reason: CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref web:missing: web:missing: not found.",
        ),
        (await account.events()).join("\n"),
      );
    });

    it("which tasks that were never running were stopped", async () => {
      await account.registerWeb("1");
      await account.createWeb();
      account.advance(5);
      await update({ desiredCount: 0, forceNewDeployment: false });
      account.advance(10);
      assert.ok((await account.events()).includes("(service web) stopped 2 pending tasks."));
    });

    it("every six hours that nothing has changed", async () => {
      await steady();
      account.advance(13 * 3600);
      const { events } = await account.service();
      const times = events!
        .filter(({ message }) => message === "(service web) has reached a steady state.")
        .map(({ createdAt }) => createdAt!.getTime() / 1000);
      assert.deepEqual(
        times.slice(0, -1).map((time, index) => Math.round(time - times[index + 1]!)),
        [21600, 21600],
      );
    });

    it("that protected tasks keep a service from its steady state", async () => {
      await steady();
      const [task] = await account.tasks();
      const protect = { cluster: "live", tasks: [task!.taskArn!], protectionEnabled: true };
      await account.ecs.send(new UpdateTaskProtectionCommand(protect));
      await update({ desiredCount: 0 });
      account.advance(60);
      assert.ok(
        (await account.events()).includes(
          "(service web) was unable to reach steady state because (taskSet ecs-svc/ID) was unable to scale in due to (reason 1 tasks under protection)",
        ),
        (await account.events()).join("\n"),
      );
    });
  });

  it("of a rollback: about a minute, and the old deployment of its own time", async () => {
    const breaker = { deploymentCircuitBreaker: { enable: true, rollback: true } };
    await steady("1", { deploymentConfiguration: breaker, desiredCount: 1 });
    const before = (await account.service()).deployments![0]!;
    await account.registerWeb("crash");
    await update({ taskDefinition: "web" });
    const rolledBack = async (): Promise<boolean> =>
      (await account.service()).deployments!.some(
        ({ id, status }) => id === before.id && status === "PRIMARY",
      );
    for (let step = 0; step < 600 && !(await rolledBack()); step++) account.advance(1);
    const { createdAt, rolloutState } = (await account.service()).deployments![0]!;
    assert.deepEqual([createdAt, rolloutState], [before.createdAt, "IN_PROGRESS"]);
    account.advance(50);
    assert.equal((await account.service()).deployments![0]!.rolloutState, "IN_PROGRESS");
    account.advance(15);
    assert.equal((await account.service()).deployments![0]!.rolloutState, "COMPLETED");
    const { serviceDeployments } = await account.ecs.send(
      new ListServiceDeploymentsCommand({ cluster: "live", service: "web" }),
    );
    const { serviceDeployments: details } = await account.ecs.send(
      new DescribeServiceDeploymentsCommand({
        serviceDeploymentArns: [serviceDeployments![0]!.serviceDeploymentArn!],
      }),
    );
    const [{ status, finishedAt, rollback }] = details as any;
    assert.equal(status, "ROLLBACK_SUCCESSFUL");
    assert.ok(finishedAt - rollback.startedAt >= 60_000);
  });

  it("of task definitions: what they are compatible with", async () => {
    await account.registerWeb("1");
    await account.ecs.send(
      new RegisterTaskDefinitionCommand({
        family: "bridged",
        containerDefinitions: [{ name: "app", image: "a:1", memory: 128 }],
      }),
    );
    const compatible = async (taskDefinition: string): Promise<readonly string[] | undefined> =>
      (await account.ecs.send(new DescribeTaskDefinitionCommand({ taskDefinition }))).taskDefinition!
        .compatibilities;
    assert.deepEqual(await compatible("web"), ["EC2", "MANAGED_INSTANCES", "FARGATE"]);
    assert.deepEqual(await compatible("bridged"), ["EXTERNAL", "EC2"]);
  });

  it("to tags for a service by an ARN without its cluster: a refusal", async () => {
    await account.registerWeb("1");
    await account.createWeb();
    await assert.rejects(
      account.ecs.send(
        new TagResourceCommand({
          resourceArn: "arn:aws:ecs:eu-west-1:123456789012:service/web",
          tags: [{ key: "team", value: "shop" }],
        }),
      ),
      {
        name: "InvalidParameterException",
        message: "Long arn format must be used for tagging operations",
      },
    );
  });
});

describe("The services of a scenario", () => {
  it("are older than their deployments, and these older than their events", async () => {
    const account = await TestAccount.start({
      taskDefinitions: [
        {
          family: "web",
          containerDefinitions: [{ name: "app", image: "web:1", memory: 128 }],
        },
      ],
      clusters: [
        {
          name: "shop",
          services: [
            {
              serviceName: "web",
              taskDefinition: "web",
              desiredCount: 0,
              history: [
                { taskDefinition: "web", hoursAgo: 100, failed: "alarm" },
                { taskDefinition: "web", hoursAgo: 2 },
              ],
            },
          ],
        },
      ],
    });
    const { services } = await account.ecs.send(
      new DescribeServicesCommand({ cluster: "shop", services: ["web"] }),
    );
    const { serviceDeployments } = await account.ecs.send(
      new ListServiceDeploymentsCommand({ cluster: "shop", service: "web" }),
    );
    const [{ createdAt, deployments, events }] = services as any;
    const first = Math.min(...serviceDeployments!.map((each) => each.createdAt!.getTime()));
    assert.ok(createdAt <= first, `${createdAt} ${first}`);
    assert.ok(deployments[0].createdAt >= createdAt);
    const times = events.map((event: any) => event.createdAt.getTime());
    assert.ok(Math.min(...times) >= createdAt);
    assert.deepEqual(
      times,
      times.toSorted((a: number, b: number) => b - a),
    );
    await account.close();
  });
});
