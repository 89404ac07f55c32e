import assert from "node:assert/strict";
import { apis } from "../../simulator/src/apis.ts";
import { startSimulator } from "../../simulator/src/simulator.ts";
import { answerFaults } from "../support/answerFaults.ts";
import { answered } from "../support/checkedAnswers.ts";

const arn = (resource: string): string => `arn:aws:ecs:eu-west-1:123456789012:${resource}`;

describe("The check of answers", () => {
  const faultsOf = (answer: object): readonly string[] => answerFaults("ecs", "DescribeServices", answer);

  it("finds nothing in what fits the model", () => {
    const deployments = [{ id: "ecs-svc/1", createdAt: 1.5, rolloutState: "COMPLETED" }];
    assert.deepEqual(
      faultsOf({ services: [{ serviceName: "web", launchType: "FARGATE", deployments }], failures: [] }),
      [],
    );
  });

  it("finds unknown members, other types, values of no list and members that are missing", () => {
    const service = {
      launchType: "LUNAR",
      desiredCount: "2",
      deployments: [{ loadBalancers: [] }],
      loadBalancers: {},
      createdAt: Number.NaN,
      networkConfiguration: { awsvpcConfiguration: {} },
    };
    assert.deepEqual(faultsOf({ services: [service], services2: [] }), [
      'DescribeServices.services[0].launchType is "LUNAR", which is in no list',
      'DescribeServices.services[0].desiredCount is "2", not a number',
      "DescribeServices.services[0].deployments[0].loadBalancers is unknown",
      "DescribeServices.services[0].loadBalancers is no list",
      "DescribeServices.services[0].createdAt is null, not a Date",
      "DescribeServices.services[0].networkConfiguration.awsvpcConfiguration.subnets is missing",
      "DescribeServices.services2 is unknown",
    ]);
  });
});

describe("Every operation that the simulator plays", () => {
  const service = { cluster: "live", service: "new" };
  const network = { awsvpcConfiguration: { subnets: ["subnet-0a1b2c3d"] } };
  type Step = readonly [operation: string, input: object | ((last: any) => object)];
  /** Calls of ECS that all succeed, one after the other; an input can use the answer before. */
  const steps: readonly Step[] = [
    ["PutAccountSetting", { name: "containerInsights", value: "enabled" }],
    ["PutAccountSettingDefault", { name: "containerInsights", value: "enabled" }],
    ["ListAccountSettings", {}],
    ["DeleteAccountSetting", { name: "containerInsights" }],
    ["CreateCluster", { clusterName: "new" }],
    ["UpdateCluster", { cluster: "new", settings: [{ name: "containerInsights", value: "enabled" }] }],
    [
      "UpdateClusterSettings",
      { cluster: "new", settings: [{ name: "containerInsights", value: "disabled" }] },
    ],
    [
      "CreateCapacityProvider",
      {
        name: "own",
        autoScalingGroupProvider: {
          autoScalingGroupArn:
            "arn:aws:autoscaling:eu-west-1:123456789012:autoScalingGroup:1:autoScalingGroupName/own",
        },
      },
    ],
    ["UpdateCapacityProvider", { name: "own", autoScalingGroupProvider: { managedDraining: "ENABLED" } }],
    ["DescribeCapacityProviders", {}],
    [
      "PutClusterCapacityProviders",
      { cluster: "new", capacityProviders: [], defaultCapacityProviderStrategy: [] },
    ],
    ["DeleteCapacityProvider", { capacityProvider: "own" }],
    ["ListClusters", {}],
    [
      "DescribeClusters",
      { clusters: ["live"], include: ["ATTACHMENTS", "CONFIGURATIONS", "SETTINGS", "STATISTICS", "TAGS"] },
    ],
    ["DeleteCluster", { cluster: "new" }],
    [
      "RegisterContainerInstance",
      {
        cluster: "live",
        instanceIdentityDocument: JSON.stringify({
          instanceId: "i-0123456789abcdef0",
          instanceType: "m6i.large",
        }),
        totalResources: [
          { name: "CPU", type: "INTEGER", integerValue: 2048 },
          { name: "MEMORY", type: "INTEGER", integerValue: 4096 },
          { name: "PORTS", type: "STRINGSET", stringSetValue: ["22"] },
        ],
      },
    ],
    ["ListContainerInstances", { cluster: "live" }],
    [
      "DescribeContainerInstances",
      (last) => ({ cluster: "live", containerInstances: last.containerInstanceArns }),
    ],
    [
      "PutAttributes",
      (last) => ({
        cluster: "live",
        attributes: [
          {
            name: "rack",
            value: "1",
            targetType: "container-instance",
            targetId: last.containerInstances[0].containerInstanceArn,
          },
        ],
      }),
    ],
    ["DeleteAttributes", (last) => ({ cluster: "live", attributes: last.attributes })],
    ["ListAttributes", { cluster: "live", targetType: "container-instance" }],
    ["ListContainerInstances", { cluster: "live" }],
    [
      "UpdateContainerInstancesState",
      (last) => ({ cluster: "live", containerInstances: last.containerInstanceArns, status: "DRAINING" }),
    ],
    [
      "DeregisterContainerInstance",
      (last) => ({
        cluster: "live",
        containerInstance: last.containerInstances[0].containerInstanceArn,
        force: true,
      }),
    ],

    ["DescribeTaskDefinition", { taskDefinition: "orders", include: ["TAGS"] }],
    [
      "RegisterTaskDefinition",
      { family: "old", containerDefinitions: [{ name: "app", image: "a:1", memory: 8 }] },
    ],
    ["DeregisterTaskDefinition", { taskDefinition: "old:1" }],
    ["DeleteTaskDefinitions", { taskDefinitions: ["old:1"] }],
    ["ListTaskDefinitions", {}],
    ["ListTaskDefinitionFamilies", {}],

    [
      "CreateService",
      {
        ...service,
        serviceName: "new",
        taskDefinition: "orders",
        desiredCount: 1,
        launchType: "FARGATE",
        networkConfiguration: network,
        tags: [{ key: "team", value: "shop" }],
      },
    ],
    ["UpdateService", { ...service, taskDefinition: "orders:1" }],
    ["ListServiceDeployments", service],
    [
      "DescribeServiceDeployments",
      (last) => ({
        serviceDeploymentArns: last.serviceDeployments.map((each: any) => each.serviceDeploymentArn),
      }),
    ],
    [
      "DescribeServiceRevisions",
      (last) => ({ serviceRevisionArns: [last.serviceDeployments[0].targetServiceRevision.arn] }),
    ],
    ["ListServiceDeployments", service],
    [
      "StopServiceDeployment",
      (last) => ({ serviceDeploymentArn: last.serviceDeployments[0].serviceDeploymentArn }),
    ],
    ["ListServices", { cluster: "live" }],
    ["ListServicesByNamespace", { namespace: "shop" }],
    ["DescribeServices", { cluster: "live", services: ["new", "orders", "nowhere"], include: ["TAGS"] }],
    ["ListTagsForResource", { resourceArn: arn("service/live/new") }],
    ["TagResource", { resourceArn: arn("service/live/new"), tags: [{ key: "a", value: "b" }] }],
    ["UntagResource", { resourceArn: arn("service/live/new"), tagKeys: ["a"] }],
    ["DeleteService", { ...service, force: true }],

    [
      "CreateService",
      { cluster: "live", serviceName: "sets", desiredCount: 1, deploymentController: { type: "EXTERNAL" } },
    ],
    [
      "CreateTaskSet",
      {
        cluster: "live",
        service: "sets",
        taskDefinition: "orders",
        launchType: "FARGATE",
        networkConfiguration: network,
        scale: { value: 100, unit: "PERCENT" },
      },
    ],
    [
      "UpdateServicePrimaryTaskSet",
      (last) => ({ cluster: "live", service: "sets", primaryTaskSet: last.taskSet.id }),
    ],
    [
      "UpdateTaskSet",
      (last) => ({
        cluster: "live",
        service: "sets",
        taskSet: last.taskSet.id,
        scale: { value: 50, unit: "PERCENT" },
      }),
    ],
    ["DescribeTaskSets", { cluster: "live", service: "sets" }],
    [
      "DeleteTaskSet",
      (last) => ({ cluster: "live", service: "sets", taskSet: last.taskSets[0].id, force: true }),
    ],

    [
      "RunTask",
      { cluster: "live", taskDefinition: "orders", launchType: "FARGATE", networkConfiguration: network },
    ],
    ["StopTask", (last) => ({ cluster: "live", task: last.tasks[0].taskArn, reason: "enough" })],
    [
      "StartTask",
      {
        cluster: "live",
        taskDefinition: "orders",
        containerInstances: ["unknown"],
        networkConfiguration: network,
      },
    ],
    ["ListTasks", { cluster: "live", serviceName: "worker" }],
    ["DescribeTasks", (last) => ({ cluster: "live", tasks: last.taskArns, include: ["TAGS"] })],
    [
      "UpdateTaskProtection",
      (last) => ({ cluster: "live", tasks: [last.tasks[0].taskArn], protectionEnabled: true }),
    ],
    ["GetTaskProtection", (last) => ({ cluster: "live", tasks: [last.protectedTasks[0].taskArn] })],
    [
      "ExecuteCommand",
      (last) => ({ cluster: "live", task: last.protectedTasks[0].taskArn, command: "sh", interactive: true }),
    ],
  ];

  it("answers as the model of AWS has it", async () => {
    const simulator = await startSimulator({ scenario: "demo", clock: "step" });
    let last: unknown;
    for (const [operation, input] of steps) {
      const body = typeof input === "function" ? input(last) : input;
      const response = await fetch(simulator.endpoint, {
        method: "POST",
        headers: { "x-amz-target": `AmazonEC2ContainerServiceV20141113.${operation}` },
        body: JSON.stringify(body),
      });
      last = await response.json();
      assert.equal(response.status, 200, `${operation}: ${JSON.stringify(last)}`);
    }
    await simulator.close();
  });

  it("has answered by now, in this file or its neighbours", () => {
    // ContinueServiceDeployment has a test of its own, as it needs a deployment that waits.
    const rest = new Set(["ecs:ContinueServiceDeployment"]);
    const [ecs] = apis;
    const silent = ecs!.operations
      .map(({ name }) => `ecs:${name}`)
      .filter((name) => !answered.has(name) && !rest.has(name));
    assert.deepEqual(silent, []);
  });
});
