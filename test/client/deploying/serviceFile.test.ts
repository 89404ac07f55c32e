import assert from "node:assert/strict";
import { compare } from "../../../client/src/commands/deploying/compare.ts";
import { deploy } from "../../../client/src/commands/deploying/deploy.ts";
import { findService } from "../../../client/src/commands/choosing/serviceRef.ts";
import { importService } from "../../../client/src/commands/services/importService.ts";
import type { Scenario, ServiceScenario } from "../../../simulator/src/scenario/scenario.ts";
import { isReading } from "../../support/awsOperations.ts";
import { commandContext, type TestContext } from "../../support/commandContext.ts";
import { plainShop } from "../../support/plainShop.ts";
import { ScriptedUi } from "../../support/scriptedUi.ts";
import { simulatedAccount, type SimulatedAccount } from "../../support/simulatedAccount.ts";

const [live] = plainShop.clusters ?? [];
const orders = live!.services!.find(({ serviceName }) => serviceName === "orders")!;
const targetGroup = (name: string): string =>
  `arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/${name}/73e2d6bc24d8a067`;

describe("A service file", () => {
  let account: SimulatedAccount;
  afterEach(() => account.close());

  /** An account in which the service orders has these settings, and its file names it and its revision. */
  async function start(settings: Partial<ServiceScenario>, more: Partial<Scenario> = {}): Promise<void> {
    const service = { ...orders };
    if (settings.capacityProviderStrategy) delete service.launchType;
    account = await simulatedAccount({
      scenario: {
        ...plainShop,
        clusters: [{ name: "live", services: [{ ...service, ...settings }] }],
        ...more,
      },
      clock: "fast:1000",
    });
  }
  const contextOf = (ui: ScriptedUi, file: object): TestContext =>
    commandContext(account, ui, {
      file: { serviceName: "orders", cluster: "live", taskDefinition: "orders:2", ...file },
      fileName: "ecs-service.json",
    });
  async function run(file: object, ...answers: (boolean | string)[]): Promise<ScriptedUi> {
    account.simulator.resetCalls();
    const ui = new ScriptedUi(...answers);
    await deploy.run(contextOf(ui, file), undefined, []);
    return ui;
  }
  const updates = (): readonly Record<string, unknown>[] =>
    account.simulator.calls
      .filter(({ operation }) => operation === "UpdateService")
      .map(({ input: { cluster: _cluster, service: _service, ...changes } }) => changes);
  const writes = (): readonly string[] => account.operations().filter((operation) => !isReading(operation));
  const nothing = ["info Nothing to change: live / orders is as ecs-service.json says."];

  it("that names subnets only keeps security groups and the public address", async () => {
    const awsvpcConfiguration = {
      subnets: ["subnet-0a1b2c3d", "subnet-1a2b3c4d"],
      securityGroups: ["sg-0a1b2c3d"],
      assignPublicIp: "ENABLED" as const,
    };
    await start({ networkConfiguration: { awsvpcConfiguration } });
    const file = { networkConfiguration: { awsvpcConfiguration: { subnets: ["subnet-0a1b2c3d"] } } };
    const ui = await run(file, true);
    assert.match(
      ui.said[1]!,
      /\? networkConfiguration › awsvpcConfiguration › subnets: removed subnet-1a2b3c4d\.\nNow running/,
    );
    assert.deepEqual(updates(), [
      {
        networkConfiguration: {
          awsvpcConfiguration: { ...awsvpcConfiguration, subnets: ["subnet-0a1b2c3d"] },
        },
      },
    ]);
    assert.deepEqual((await run(file)).said, nothing);
  });

  it("that leaves out a part of a list shows and asks that it will be gone", async () => {
    const [balancer, other] = ["blue", "other"].map((name) => ({
      targetGroupArn: targetGroup(name),
      containerName: "app",
      containerPort: 8080,
    }));
    const advancedConfiguration = {
      alternateTargetGroupArn: targetGroup("green"),
      productionListenerRule:
        "arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener-rule/app/web/50dc6c495c0c9188/f2f7dc8efc522ab2/9683b2d02a6cabee",
      roleArn: "arn:aws:iam::123456789012:role/ecs-load-balancing",
    };
    await start({ loadBalancers: [{ ...balancer!, advancedConfiguration }] });
    const ui = await run({ loadBalancers: [balancer] }, false);
    assert.match(ui.said[1]!, /\? loadBalancers › 8080 › advancedConfiguration: removed\./);
    assert.match(ui.diffs[0]!.left, /targetgroup\/green/);
    assert.doesNotMatch(ui.diffs[0]!.right, /targetgroup\/green/);
    await account.close();

    await start({ loadBalancers: [balancer!, other!] });
    assert.deepEqual((await run({ loadBalancers: [other, balancer] })).said, nothing);
    assert.match(
      (await run({ loadBalancers: [other] }, false)).said[1]!,
      /\? loadBalancers: removed 1 entry\./,
    );
  });

  it("with another capacity provider strategy forces the deployment that ECS wants for it, and says so", async () => {
    await start({
      capacityProviderStrategy: [
        { capacityProvider: "FARGATE", weight: 1, base: 1 },
        { capacityProvider: "FARGATE_SPOT", weight: 1 },
      ],
    });
    const { networkConfiguration } = orders;
    const same = [
      { capacityProvider: "FARGATE_SPOT", weight: 1 },
      { capacityProvider: "FARGATE", base: 1, weight: 1 },
    ];
    assert.deepEqual((await run({ networkConfiguration, capacityProviderStrategy: same })).said, nothing);
    const capacityProviderStrategy = [{ capacityProvider: "FARGATE_SPOT", weight: 1 }];
    const ui = await run({ networkConfiguration, capacityProviderStrategy }, true);
    assert.match(
      ui.said[1]!,
      /\nReplaces all tasks: ECS takes another capacity provider strategy only with a new deployment\.\n/,
    );
    assert.deepEqual(updates(), [{ capacityProviderStrategy, forceNewDeployment: true }]);
    assert.match(ui.said.at(-1)!, /^info live \/ orders: orders:2 is live/);
    assert.deepEqual((await run({ networkConfiguration, capacityProviderStrategy })).said, nothing);
  });

  it("without what ECS fills in and spells otherwise changes nothing, however often it is deployed", async () => {
    const definition = {
      family: "orders",
      containerDefinitions: [{ name: "app", image: "orders:1", memory: 128 }],
    };
    const file = {
      taskDefinition: "orders:1",
      launchType: "EC2",
      placementStrategy: [
        { type: "spread", field: "host" },
        { type: "binpack", field: "memory" },
      ],
      placementConstraints: [
        { type: "memberOf", expression: "attribute:stage == live" },
        { type: "distinctInstance" },
      ],
      deploymentConfiguration: { maximumPercent: 150 },
    };
    account = await simulatedAccount({
      scenario: { taskDefinitions: [definition], clusters: [{ name: "live", instances: [{}, {}] }] },
      clock: "fast:1000",
    });
    await run({ ...file, desiredCount: 1 }, true);
    assert.deepEqual(writes(), ["CreateService"]);
    const turned = { placementConstraints: file.placementConstraints.toReversed() };
    for (const again of [file, { ...file, ...turned }]) assert.deepEqual((await run(again)).said, nothing);
    // The order of placement strategies counts.
    const ui = await run({ ...file, placementStrategy: file.placementStrategy.toReversed() }, true);
    assert.match(ui.said[1]!, /\? placementStrategy: other order\./);
  });

  it("with the empty texts of other tools is not refused, not compared, and not sent", async () => {
    await start({});
    const empty = {
      launchType: "",
      platformVersion: "",
      schedulingStrategy: "",
      propagateTags: "",
      networkConfiguration: {
        awsvpcConfiguration: {
          subnets: orders.networkConfiguration!.awsvpcConfiguration!.subnets,
          assignPublicIp: "",
        },
      },
    };
    assert.deepEqual((await run(empty)).said, nothing);
    const ui = await run({ ...empty, serviceName: "orders-2", launchType: "FARGATE", desiredCount: 1 }, true);
    assert.match(ui.said[0]!, /^confirm Create the service live \/ orders-2/);
    const created = account.simulator.calls.find(({ operation }) => operation === "CreateService");
    assert.doesNotMatch(JSON.stringify(created!.input), /""/);
  });

  it("with monitoring and gateway connectors is compared with the service's revision, and imported with them", async () => {
    const monitoring = { metricConfigurations: [{ metricNames: ["CPUUtilization"], resolutionSeconds: 20 }] };
    const gatewayConnectors = [{ portName: "http" }];
    await start({ monitoring, gatewayConnectors });
    assert.deepEqual((await run({ monitoring, gatewayConnectors })).said, nothing);
    const changed = { metricConfigurations: [{ metricNames: ["CPUUtilization"], resolutionSeconds: 60 }] };
    await run({ monitoring: changed, gatewayConnectors }, true);
    assert.deepEqual(updates(), [{ monitoring: changed }]);

    const context = commandContext(account, new ScriptedUi("live", "orders"));
    await importService.run(context, undefined, []);
    const imported = JSON.parse(context.created[1]!.text);
    assert.deepEqual([imported.monitoring, imported.gatewayConnectors], [changed, gatewayConnectors]);
  });

  it("says that what only a revision tells could not be read", async () => {
    await start({
      monitoring: { metricConfigurations: [{ metricNames: ["CPUUtilization"], resolutionSeconds: 20 }] },
    });
    account.proxy.faults.set("DescribeServiceRevisions", { error: "AccessDeniedException" });
    const ui = await run(
      { monitoring: { metricConfigurations: [{ metricNames: ["CPUUtilization"], resolutionSeconds: 20 }] } },
      false,
    );
    assert.match(ui.said[1]!, /\nWhat the service has of monitoring could not be read\.\n/);
  });

  it("is compared with the revision that its family stands for", async () => {
    await start({});
    const ui = new ScriptedUi();
    await compare.run(contextOf(ui, { taskDefinition: "orders" }), undefined, []);
    assert.deepEqual(ui.said, ["info orders is as ecs-service.json says."]);
  });
});

describe("A service that is told without its task definition", () => {
  let account: SimulatedAccount;
  beforeEach(async () => (account = await simulatedAccount({ scenario: plainShop, clock: "step" })));
  afterEach(() => account.close());
  const arn = "arn:aws:ecs:eu-west-1:123456789012:task-definition/orders:2";
  const found = async (service: object): Promise<string | undefined> => {
    account.proxy.answers.set(
      "DescribeServices",
      JSON.stringify({ services: [{ serviceName: "orders", status: "ACTIVE", ...service }] }),
    );
    const ref = { connection: account.connection, cluster: "live", service: "orders" };
    return (await findService(ref))?.taskDefinition;
  };

  it("has that of its primary task set, deployment or revision", async () => {
    const taskSets = [
      { status: "ACTIVE", taskDefinition: `${arn}0` },
      { status: "PRIMARY", taskDefinition: arn },
    ];
    assert.equal(await found({ taskSets, deployments: [] }), arn);
    assert.equal(await found({ deployments: [{ status: "PRIMARY", taskDefinition: arn }] }), arn);
    const [service] = await account.connection.ecs.describeServices("live", ["orders"]).then(async () => {
      account.proxy.answers.delete("DescribeServices");
      return account.connection.ecs.describeServices("live", ["orders"]);
    });
    const { currentServiceRevisions } = service!;
    assert.equal(await found({ resourceManagementType: "ECS", currentServiceRevisions }), arn);
  });

  it("has none where ECS tells none, or where the revision may not be read", async () => {
    account.proxy.faults.set("DescribeServiceRevisions", { error: "AccessDeniedException" });
    assert.equal(await found({}), undefined);
    assert.equal(
      await found({ currentServiceRevisions: [{ arn: "arn:aws:ecs:x:1:service-revision/live/a/1" }] }),
      undefined,
    );
  });
});
