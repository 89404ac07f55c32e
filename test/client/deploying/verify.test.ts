import assert from "node:assert/strict";
import { deploy } from "../../../client/src/commands/deploying/deploy.ts";
import { verify } from "../../../client/src/commands/deploying/verify.ts";
import type { AccountFinding } from "../../../client/src/model/accountFinding.ts";
import type { Scenario } from "../../../simulator/src/scenario/scenario.ts";
import { isReading } from "../../support/awsOperations.ts";
import { commandContext, type TestContext } from "../../support/commandContext.ts";
import { ScriptedUi, type Answer } from "../../support/scriptedUi.ts";
import { simulatedAccount, type SimulatedAccount } from "../../support/simulatedAccount.ts";

const account = "123456789012";
const region = "eu-west-1";
const registry = `${account}.dkr.ecr.${region}.amazonaws.com`;
const targetGroup = (name: string): string =>
  `arn:aws:elasticloadbalancing:${region}:${account}:targetgroup/${name}/0123456789abcdef`;
const secret = (name: string): string => `arn:aws:secretsmanager:${region}:${account}:secret:${name}-AbCdEf`;
const network = { subnets: ["subnet-a", "subnet-b"], securityGroups: ["sg-web"] };

const scenario: Scenario = {
  account,
  region,
  alarms: [{ name: "web-5xx" }],
  taskDefinitions: [
    {
      family: "web",
      networkMode: "awsvpc",
      requiresCompatibilities: ["FARGATE"],
      cpu: "256",
      memory: "512",
      executionRoleArn: `arn:aws:iam::${account}:role/execution`,
      containerDefinitions: [
        { name: "app", image: `${registry}/shop/web:1.0`, portMappings: [{ containerPort: 80 }] },
      ],
    },
    {
      family: "bridged",
      networkMode: "bridge",
      containerDefinitions: [{ name: "app", image: "nginx", memory: 64 }],
    },
  ],
  clusters: [
    {
      name: "live",
      settings: { capacityProviders: ["FARGATE"] },
      services: [
        {
          serviceName: "web",
          taskDefinition: "web",
          desiredCount: 1,
          launchType: "FARGATE",
          networkConfiguration: { awsvpcConfiguration: network },
          loadBalancers: [{ targetGroupArn: targetGroup("web"), containerName: "app", containerPort: 80 }],
        },
      ],
    },
  ],
  resources: {
    roles: [
      { name: "nightly", trusts: "lambda.amazonaws.com" },
      { name: "balancing", trusts: "ecs.amazonaws.com" },
    ],
    repositories: [
      {
        name: "shop/web",
        images: [
          { tags: ["1.0"], daysAgo: 9 },
          { tags: ["1.1"], architectures: ["amd64", "arm64"], daysAgo: 4 },
          { tags: ["arm"], architectures: ["arm64"], daysAgo: 2 },
          { tags: ["s390x"], architectures: ["s390x", "ppc64le"] },
        ],
      },
    ],
    logGroups: [{ name: "/ecs/web" }],
    secrets: [{ name: "shop/db" }],
    parameters: [{ name: "/shop/key" }, { name: "flat" }],
    fileSystems: [{ id: "fs-01234567", name: "uploads" }],
    subnets: [{ id: "subnet-a" }, { id: "subnet-b" }, { id: "subnet-other", vpc: "vpc-other" }],
    securityGroups: [
      { id: "sg-web", name: "web" },
      { id: "sg-other", name: "other", vpc: "vpc-other" },
    ],
    loadBalancers: [
      {
        name: "shop",
        targetGroups: [
          { name: "web", port: 80 },
          { name: "instances", port: 80, targetType: "instance" },
          { name: "idle", port: 80, inUse: false },
        ],
      },
    ],
  },
};

const container = (more: object = {}): object => ({
  name: "app",
  image: `${registry}/shop/web:1.0`,
  essential: true,
  ...more,
});
const taskDefinition = (more: object = {}): object => ({
  family: "web",
  networkMode: "awsvpc",
  requiresCompatibilities: ["FARGATE"],
  cpu: "256",
  memory: "512",
  executionRoleArn: `arn:aws:iam::${account}:role/execution`,
  containerDefinitions: [container()],
  ...more,
});
const service = (more: object = {}): object => ({
  cluster: "live",
  serviceName: "web",
  taskDefinition: "web",
  desiredCount: 1,
  launchType: "FARGATE",
  networkConfiguration: { awsvpcConfiguration: network },
  ...more,
});

const lines = (findings: readonly AccountFinding[]): readonly string[] =>
  findings.map(({ path, severity, code, message }) => `${path.join("/")} ${severity} ${code}: ${message}`);
const mends = ([first]: readonly AccountFinding[]): readonly string[] =>
  (first?.mends ?? []).map(({ title }) => title);

describe("Verifying a file against the account", () => {
  let simulated: SimulatedAccount;
  before(async () => (simulated = await simulatedAccount({ scenario, clock: "step" })));
  after(() => simulated.close());
  beforeEach(() => {
    simulated.proxy.faults.clear();
    simulated.simulator.resetCalls();
  });

  async function run(
    file: object,
    ...answers: Answer[]
  ): Promise<{ readonly ui: ScriptedUi; readonly context: TestContext }> {
    const ui = new ScriptedUi(...answers);
    const fileName = "family" in file ? "task-definition.json" : "ecs-service.json";
    const context = commandContext(simulated, ui, { file, fileName });
    await verify.run(context, undefined, []);
    return { ui, context };
  }
  const found = async (file: object): Promise<readonly AccountFinding[]> => (await run(file)).context.marks;

  it("says that everything is there, and writes nothing", async () => {
    const { ui, context } = await run(
      taskDefinition({
        taskRoleArn: `arn:aws:iam::${account}:role/service/execution`,
        volumes: [{ name: "uploads", efsVolumeConfiguration: { fileSystemId: "fs-01234567" } }],
        containerDefinitions: [
          container({
            mountPoints: [{ sourceVolume: "uploads", containerPath: "/uploads" }],
            secrets: [
              { name: "A", valueFrom: `${secret("shop/db")}:password::` },
              { name: "B", valueFrom: "/shop/key" },
              { name: "C", valueFrom: `arn:aws:ssm:${region}:${account}:parameter/flat` },
            ],
            logConfiguration: {
              logDriver: "awslogs",
              options: {
                "awslogs-group": "/ecs/web",
                "awslogs-region": region,
                "awslogs-stream-prefix": "app",
              },
            },
          }),
        ],
      }),
    );
    assert.deepEqual(context.marks, []);
    assert.deepEqual(ui.said, [
      "progress Verifying task-definition.json against simulated · eu-west-1",
      "info task-definition.json fits simulated · eu-west-1: 8 values held against the account.",
    ]);
    assert.deepEqual(
      simulated.operations().filter((operation) => !isReading(operation)),
      [],
    );
    assert.ok(
      !simulated.operations().includes("GetSecretValue") && !simulated.operations().includes("GetParameters"),
    );
  });

  it("asks about each value only once, however often the file has it", async () => {
    const both = (name: string): object =>
      container({
        name,
        secrets: [
          { name: "A", valueFrom: `${secret("shop/db")}:a::` },
          { name: "B", valueFrom: `${secret("shop/db")}:b::` },
          { name: "C", valueFrom: "/shop/key" },
        ],
      });
    await run(
      taskDefinition({
        taskRoleArn: `arn:aws:iam::${account}:role/execution`,
        containerDefinitions: [both("app"), both("side")],
      }),
    );
    assert.deepEqual(
      simulated
        .operations()
        .filter((operation) => operation !== "GetCallerIdentity")
        .sort(),
      ["BatchGetImage", "DescribeParameters", "DescribeSecret", "GetDownloadUrlForLayer", "GetRole"],
    );
  });

  it("finds roles that do not exist, that tasks may not assume, and that belong to another account", async () => {
    const marks = await found(
      taskDefinition({
        executionRoleArn: `arn:aws:iam::${account}:role/nightly`,
        taskRoleArn: `arn:aws:iam::${account}:role/executor`,
      }),
    );
    assert.deepEqual(lines(marks), [
      "executionRoleArn error account-role: ECS may not assume the role nightly: its trust policy does not let ecs-tasks.amazonaws.com do sts:AssumeRole.",
      `taskRoleArn error account-role: Account ${account} has no role executor.`,
    ]);
    assert.deepEqual(mends(marks.slice(1)), [`Use arn:aws:iam::${account}:role/execution`]);
    assert.deepEqual(
      lines(await found(taskDefinition({ executionRoleArn: "arn:aws:iam::210987654321:role/execution" }))),
      [
        `executionRoleArn error account-role: The role execution belongs to account 210987654321. A role can be handed to ECS only in its own account, and this one is ${account}.`,
      ],
    );
  });

  it("finds images and repositories that do not exist, and proposes the newest", async () => {
    const marks = await found(
      taskDefinition({
        containerDefinitions: [
          container({ image: `${registry}/shop/web:9` }),
          container({ name: "b", image: `${registry}/shop/wbe:1` }),
          container({ name: "c", image: "nginx:1" }),
        ],
      }),
    );
    assert.deepEqual(lines(marks), [
      "containerDefinitions/0/image error account-image: The repository shop/web has no image 9.",
      `containerDefinitions/1/image error account-image: There is no repository shop/wbe in account ${account}, ${region}.`,
    ]);
    assert.deepEqual(
      mends(marks),
      ["s390x", "arm", "1.1"].map((tag) => `Use ${registry}/shop/web:${tag}`),
    );
    assert.deepEqual(mends(marks.slice(1)), [`Use ${registry}/shop/web`]);
  });

  for (const [tag, cpuArchitecture, built] of [
    ["arm", "X86_64", "linux/arm64"],
    ["arm", undefined, "linux/arm64"],
    ["1.0", "ARM64", "linux/amd64"],
    ["s390x", "ARM64", "linux/s390x and linux/ppc64le"],
  ] as const)
    it(`finds that the image ${tag} is not built for ${cpuArchitecture ?? "what Fargate takes by default"}`, async () => {
      const platform = cpuArchitecture === undefined ? {} : { runtimePlatform: { cpuArchitecture } };
      assert.deepEqual(
        lines(
          await found(
            taskDefinition({
              ...platform,
              containerDefinitions: [container({ image: `${registry}/shop/web:${tag}` })],
            }),
          ),
        ),
        [
          `containerDefinitions/0/image error account-image-platform: The image is built for ${built}, but the task definition runs on linux/${cpuArchitecture === "ARM64" ? "arm64" : "amd64"}. Its containers would not start.`,
        ],
      );
    });

  it("takes an image that is built for the platform among others, and any where instances decide", async () => {
    assert.deepEqual(
      await found(
        taskDefinition({
          runtimePlatform: { cpuArchitecture: "ARM64" },
          containerDefinitions: [container({ image: `${registry}/shop/web:1.1` })],
        }),
      ),
      [],
    );
    assert.deepEqual(
      await found({
        family: "web",
        requiresCompatibilities: ["EC2"],
        containerDefinitions: [container({ image: `${registry}/shop/web:arm`, memory: 64 })],
      }),
      [],
    );
  });

  it("finds secrets and parameters that do not exist, and keeps the key in what it proposes", async () => {
    const secrets = [
      { name: "A", valueFrom: `${secret("shop/dbx")}:password::` },
      { name: "B", valueFrom: "/shop/keys" },
      { name: "C", valueFrom: `arn:aws:ssm:us-east-1:210987654321:parameter/shared` },
    ];
    const marks = await found(taskDefinition({ containerDefinitions: [container({ secrets })] }));
    assert.deepEqual(lines(marks), [
      "containerDefinitions/0/secrets/0/valueFrom error account-secret: There is no secret shop/dbx-AbCdEf in Secrets Manager.",
      "containerDefinitions/0/secrets/1/valueFrom error account-parameter: There is no parameter /shop/keys in Parameter Store of eu-west-1.",
    ]);
    assert.match(
      mends(marks)[0]!,
      /^Use arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop\/db-\w{6}:password::$/,
    );
    assert.deepEqual(mends(marks.slice(1)), ["Use /shop/key"]);
  });

  it("finds a log group that does not exist, and only notes that ECS will create it", async () => {
    const logging = (more: object): object => ({
      containerDefinitions: [
        container({
          logConfiguration: {
            logDriver: "awslogs",
            options: {
              "awslogs-group": "/ecs/wbe",
              "awslogs-region": region,
              "awslogs-stream-prefix": "app",
              ...more,
            },
          },
        }),
      ],
    });
    const marks = await found(taskDefinition(logging({})));
    assert.deepEqual(lines(marks), [
      'containerDefinitions/0/logConfiguration/options/awslogs-group error account-log-group: The log group /ecs/wbe does not exist in eu-west-1, so the task could not start. Create it, or set awslogs-create-group to "true".',
    ]);
    assert.deepEqual(mends(marks), ["Let ECS create the log group", "Use /ecs/web"]);
    const { ui, context } = await run(taskDefinition(logging({ "awslogs-create-group": "true" })));
    assert.deepEqual(lines(context.marks), [
      "containerDefinitions/0/logConfiguration/options/awslogs-group information account-log-group: The log group /ecs/wbe does not exist in eu-west-1. ECS creates it, for which the execution role needs logs:CreateLogGroup.",
    ]);
    assert.equal(
      ui.said.at(-1),
      "info task-definition.json fits simulated · eu-west-1: 3 values held against the account. 1 note in the file.",
    );
  });

  it("finds a file system that does not exist", async () => {
    const volumes = [{ name: "uploads", efsVolumeConfiguration: { fileSystemId: "fs-01234568" } }];
    const marks = await found(
      taskDefinition({
        volumes,
        containerDefinitions: [
          container({ mountPoints: [{ sourceVolume: "uploads", containerPath: "/uploads" }] }),
        ],
      }),
    );
    assert.deepEqual(lines(marks), [
      "volumes/0/efsVolumeConfiguration/fileSystemId error account-file-system: There is no file system fs-01234568 in eu-west-1.",
    ]);
    assert.deepEqual(mends(marks), ["Use fs-01234567"]);
  });

  it("finds nothing in a service file that fits, by one call for each kind", async () => {
    const file = service({
      loadBalancers: [{ targetGroupArn: targetGroup("web"), containerName: "app", containerPort: 80 }],
      deploymentConfiguration: { alarms: { alarmNames: ["web-5xx"], enable: true, rollback: true } },
    });
    assert.deepEqual(await found(file), []);
    assert.deepEqual(
      simulated
        .operations()
        .filter((operation) => operation !== "GetCallerIdentity")
        .sort(),
      [
        "DescribeAlarms",
        "DescribeClusters",
        "DescribeSecurityGroups",
        "DescribeSubnets",
        "DescribeTargetGroups",
        "DescribeTaskDefinition",
      ],
    );
  });

  it("finds a cluster, a capacity provider, a task definition and an alarm that do not exist", async () => {
    assert.deepEqual(lines(await found(service({ cluster: "lives", taskDefinition: "webb" }))), [
      "cluster error account-cluster: There is no active cluster lives in eu-west-1.",
      "taskDefinition error account-task-definition: There is no active task definition webb in eu-west-1. Register it first.",
    ]);
    const file = {
      ...service({
        taskDefinition: "web:7",
        capacityProviderStrategy: [{ capacityProvider: "FARGATE_SPOT", weight: 1 }],
        deploymentConfiguration: {
          alarms: { alarmNames: ["web-5xx", "web-4xx"], enable: true, rollback: true },
        },
      }),
      launchType: undefined,
    };
    assert.deepEqual(lines(await found(file)), [
      "capacityProviderStrategy/0/capacityProvider error account-capacity-provider: The capacity provider FARGATE_SPOT is not associated with the cluster live.",
      "deploymentConfiguration/alarms/alarmNames/1 error account-alarm: There is no alarm web-4xx in eu-west-1.",
      "taskDefinition error account-task-definition: There is no active task definition web:7 in eu-west-1. Register it first.",
    ]);
  });

  it("finds subnets and security groups that do not exist or are in another VPC", async () => {
    const marks = await found(
      service({
        networkConfiguration: {
          awsvpcConfiguration: {
            subnets: ["subnet-a", "subnet-other", "subnet-c"],
            securityGroups: ["sg-other", "sg-none"],
          },
        },
      }),
    );
    assert.deepEqual(lines(marks), [
      "networkConfiguration/awsvpcConfiguration/securityGroups/0 error account-network: The security group sg-other is in vpc-other, but the first subnet is in vpc-0a1b2c3d4e5f60718: all must be in one VPC.",
      "networkConfiguration/awsvpcConfiguration/securityGroups/1 error account-network: There is no security group sg-none in eu-west-1.",
      "networkConfiguration/awsvpcConfiguration/subnets/1 error account-network: The subnet subnet-other is in vpc-other, but the first subnet is in vpc-0a1b2c3d4e5f60718: all must be in one VPC.",
      "networkConfiguration/awsvpcConfiguration/subnets/2 error account-network: There is no subnet subnet-c in eu-west-1.",
    ]);
  });

  it("finds target groups that do not exist, are idle, or do not fit the network mode", async () => {
    const balanced = (name: string): object => ({
      targetGroupArn: targetGroup(name),
      containerName: "app",
      containerPort: 80,
    });
    const { TargetGroups } = await everyTargetGroup(simulated);
    const arn = (name: string): object => ({ ...balanced(name), targetGroupArn: TargetGroups.get(name) });
    assert.deepEqual(
      lines(
        await found(
          service({ loadBalancers: [balanced("web"), balanced("none"), arn("instances"), arn("idle")] }),
        ),
      ),
      [
        "loadBalancers/1/targetGroupArn error account-target-group: There is no target group none in eu-west-1.",
        "loadBalancers/2/targetGroupArn error account-target-group: The target group instances takes targets of type instance, but tasks in network mode awsvpc are targets of type ip.",
        "loadBalancers/3/targetGroupArn error account-target-group: No listener of a load balancer forwards to the target group idle, so ECS refuses the service.",
      ],
    );
    const bridged = {
      cluster: "live",
      serviceName: "b",
      taskDefinition: "bridged",
      desiredCount: 1,
      launchType: "EC2",
      loadBalancers: [balanced("web")],
    };
    assert.deepEqual(lines(await found(bridged)), [
      "loadBalancers/0/targetGroupArn error account-target-group: The target group web takes targets of type ip, but tasks in network mode bridge are targets of type instance.",
    ]);
  });

  it("only notes what it may not read", async () => {
    const denied = [
      "GetRole",
      "BatchGetImage",
      "DescribeSecret",
      "DescribeParameters",
      "DescribeLogGroups",
      "DescribeSubnets",
      "DescribeSecurityGroups",
      "DescribeClusters",
      "DescribeTargetGroups",
      "DescribeTaskDefinition",
      "DescribeAlarms",
    ];
    for (const operation of denied)
      simulated.proxy.faults.set(operation, {
        error: "AccessDeniedException",
        message: `You are not authorized to perform ${operation}.`,
      });
    const secrets = [
      { name: "A", valueFrom: secret("shop/db") },
      { name: "B", valueFrom: "/shop/key" },
    ];
    const logConfiguration = {
      logDriver: "awslogs",
      options: { "awslogs-group": "/ecs/web", "awslogs-region": region, "awslogs-stream-prefix": "app" },
    };
    const ofTask = await run(
      taskDefinition({ containerDefinitions: [container({ secrets, logConfiguration })] }),
    );
    assert.deepEqual(
      new Set(ofTask.context.marks.map(({ severity, code }) => `${severity} ${code}`)),
      new Set(["information account-not-verified"]),
    );
    assert.equal(ofTask.context.marks.length, 5);
    assert.deepEqual(lines(ofTask.context.marks).slice(-1), [
      "executionRoleArn information account-not-verified: Could not verify the role execution: not authorized. You are not authorized to perform GetRole.",
    ]);
    assert.equal(
      ofTask.ui.said.at(-1),
      "info task-definition.json fits simulated · eu-west-1: 5 values held against the account. 5 notes in the file.",
    );
    const ofService = await found(
      service({
        loadBalancers: [{ targetGroupArn: targetGroup("web"), containerName: "app", containerPort: 80 }],
        deploymentConfiguration: { alarms: { alarmNames: ["web-5xx"], enable: true, rollback: true } },
      }),
    );
    assert.deepEqual(new Set(ofService.map(({ code }) => code)), new Set(["account-not-verified"]));
    assert.equal(ofService.length, 7);
  });

  it("notes one endpoint that fails, and holds the rest against the account", async () => {
    simulated.proxy.faults.set("DescribeSecret", {
      error: "InternalServiceError",
      message: "Try later",
      status: 500,
    });
    const marks = await found(
      taskDefinition({
        executionRoleArn: `arn:aws:iam::${account}:role/nightly`,
        containerDefinitions: [container({ secrets: [{ name: "A", valueFrom: secret("shop/db") }] })],
      }),
    );
    assert.deepEqual(
      marks.map(({ code }) => code),
      ["account-not-verified", "account-role"],
    );
  });

  it("fails as a whole when the credentials have expired", async () => {
    simulated.proxy.faults.set("GetRole", {
      error: "ExpiredTokenException",
      message: "The security token included in the request is expired",
    });
    await assert.rejects(run(taskDefinition()), { name: "ExpiredTokenException" });
  });

  it("names the problems, and shows them in the file", async () => {
    const { ui } = await run(taskDefinition({ taskRoleArn: `arn:aws:iam::${account}:role/none` }), "Show");
    assert.deepEqual(ui.said.slice(1), [
      `warn task-definition.json does not fit simulated · eu-west-1, in 1 place. Account ${account} has no role none.`,
      "reveal",
    ]);
  });

  it("stops where the file itself has errors", async () => {
    const { ui } = await run(taskDefinition({ memory: "4096" }), undefined);
    assert.match(ui.said[0]!, /^error task-definition\.json has 1 error, so it was not verified\./);
    assert.equal(ui.said.length, 1);
  });

  it("is part of the question before a deploy, where the settings say so", async () => {
    const file = taskDefinition({ containerDefinitions: [container({ image: `${registry}/shop/web:9` })] });
    const asked = async (
      verifyBeforeDeploy: boolean,
    ): Promise<{ readonly question: string; readonly marks: number }> => {
      const ui = new ScriptedUi("live", "web", false);
      const context = commandContext(simulated, ui, { file, verifyBeforeDeploy });
      await deploy.run(context, undefined, []);
      return { question: ui.said.at(-1)!, marks: context.marks.length };
    };
    const verified = await asked(true);
    assert.match(
      verified.question,
      /^confirm Deploy web to live \/ web in account 123456789012, eu-west-1\? ⚠ The repository shop\/web has no image 9\.\n/,
    );
    assert.equal(verified.marks, 1);
    const { question, marks } = await asked(false);
    assert.doesNotMatch(question, /⚠/);
    assert.equal(marks, 0);
  });
});

/** The ARNs of all target groups, by name. */
async function everyTargetGroup({
  connection,
}: SimulatedAccount): Promise<{ readonly TargetGroups: ReadonlyMap<string, string> }> {
  const { DescribeTargetGroupsCommand, ElasticLoadBalancingV2Client } = await import(
    "@aws-sdk/client-elastic-load-balancing-v2"
  );
  const { TargetGroups = [] } = await connection.clients
    .of(ElasticLoadBalancingV2Client, "Elastic Load Balancing v2")
    .send(new DescribeTargetGroupsCommand({}));
  return {
    TargetGroups: new Map(
      TargetGroups.map(({ TargetGroupName = "", TargetGroupArn = "" }) => [TargetGroupName, TargetGroupArn]),
    ),
  };
}
