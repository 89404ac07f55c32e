import assert from "node:assert/strict";
import {
  ApplicationAutoScalingClient,
  DescribeScalableTargetsCommand,
  DescribeScalingActivitiesCommand,
  DescribeScalingPoliciesCommand,
  RegisterScalableTargetCommand,
} from "@aws-sdk/client-application-auto-scaling";
import {
  CloudWatchClient,
  DescribeAlarmsCommand,
  GetMetricDataCommand,
  GetMetricStatisticsCommand,
} from "@aws-sdk/client-cloudwatch";
import {
  CloudWatchLogsClient,
  DescribeLogGroupsCommand,
  DescribeLogStreamsCommand,
  type FilteredLogEvent,
  FilterLogEventsCommand,
  GetLogEventsCommand,
  StartLiveTailCommand,
} from "@aws-sdk/client-cloudwatch-logs";
import {
  DescribeNetworkInterfacesCommand,
  DescribeRouteTablesCommand,
  DescribeSecurityGroupsCommand,
  DescribeSubnetsCommand,
  DescribeVpcEndpointsCommand,
  EC2Client,
} from "@aws-sdk/client-ec2";
import {
  BatchGetImageCommand,
  DescribeImagesCommand,
  DescribeRepositoriesCommand,
  ECRClient,
  GetDownloadUrlForLayerCommand,
  ListImagesCommand,
} from "@aws-sdk/client-ecr";
import { DescribeFileSystemsCommand, EFSClient } from "@aws-sdk/client-efs";
import {
  DescribeLoadBalancersCommand,
  DescribeTargetGroupsCommand,
  DescribeTargetHealthCommand,
  ElasticLoadBalancingV2Client,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import {
  GetRoleCommand,
  IAMClient,
  ListAccountAliasesCommand,
  ListRolesCommand,
  SimulatePrincipalPolicyCommand,
} from "@aws-sdk/client-iam";
import {
  DescribeSecretCommand,
  ListSecretsCommand,
  SecretsManagerClient,
} from "@aws-sdk/client-secrets-manager";
import { DescribeParametersCommand, DescribeSessionsCommand, SSMClient } from "@aws-sdk/client-ssm";
import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import type { Scenario } from "../../simulator/src/scenario/scenario.ts";
import { startSimulator, type Simulator } from "../../simulator/src/simulator.ts";
import { apis } from "../../simulator/src/apis.ts";
import { answered } from "../support/checkedAnswers.ts";
import { clientSettings } from "./testAccount.ts";

const registry = "123456789012.dkr.ecr.eu-west-1.amazonaws.com";
const targetGroupArn = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/web/0123456789abcdef";

const scenario: Scenario = {
  behaviours: [
    { family: "web", logs: { start: ["hello"], repeat: { seconds: 60, lines: ["tick", "tock"] } } },
  ],
  alarms: [{ name: "web-cpu", ringing: true }, { name: "web-5xx" }],
  taskDefinitions: [
    {
      family: "web",
      networkMode: "awsvpc",
      requiresCompatibilities: ["FARGATE"],
      cpu: "256",
      memory: "512",
      executionRoleArn: "arn:aws:iam::123456789012:role/execution",
      taskRoleArn: "arn:aws:iam::123456789012:role/web",
      containerDefinitions: [
        {
          name: "app",
          image: `${registry}/shop/web:1.0`,
          portMappings: [{ containerPort: 80 }],
          logConfiguration: {
            logDriver: "awslogs",
            options: {
              "awslogs-group": "/ecs/web",
              "awslogs-region": "eu-west-1",
              "awslogs-stream-prefix": "app",
            },
          },
          secrets: [
            {
              name: "PASSWORD",
              valueFrom: "arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop/db-AbCdEf:password::",
            },
            { name: "KEY", valueFrom: "/shop/key" },
          ],
        },
      ],
      volumes: [{ name: "data", efsVolumeConfiguration: { fileSystemId: "fs-01234567" } }],
    },
  ],
  clusters: [
    {
      name: "live",
      services: [
        {
          serviceName: "web",
          taskDefinition: "web",
          desiredCount: 2,
          launchType: "FARGATE",
          loadBalancers: [{ targetGroupArn, containerName: "app", containerPort: 80 }],
          networkConfiguration: {
            awsvpcConfiguration: {
              subnets: ["subnet-1"],
              securityGroups: ["sg-1"],
              assignPublicIp: "ENABLED",
            },
          },
        },
      ],
    },
  ],
  resources: {
    accountAlias: "shop",
    roles: [{ name: "lambda", trusts: "lambda.amazonaws.com" }],
    repositories: [
      { name: "shop/web", images: [{ tags: ["1.0", "latest"], architectures: ["amd64", "arm64"] }] },
      { name: "shop/tool", images: [{ tags: ["1"], architectures: ["arm64"] }] },
    ],
    logGroups: [{ name: "/aws/other", retentionInDays: 14 }],
    parameters: [{ name: "/shop/other", type: "SecureString" }],
  },
  scaling: [{ resourceId: "service/live/web", min: 1, max: 4, targetCpu: 60 }],
};

describe("The neighbours of ECS", () => {
  let simulator: Simulator;
  before(async () => void (simulator = await startSimulator({ scenario, clock: "step" })));
  after(() => simulator.close());

  describe("STS and IAM", () => {
    it("say who calls and how the account is called", async () => {
      const { Arn } = await new STSClient(clientSettings(simulator)).send(new GetCallerIdentityCommand({}));
      assert.equal(Arn, "arn:aws:iam::123456789012:user/simulated");
      const { AccountAliases } = await new IAMClient(clientSettings(simulator)).send(
        new ListAccountAliasesCommand({}),
      );
      assert.deepEqual(AccountAliases, ["shop"]);
    });

    it("give the keys of a role, for the code of an MFA device where one is named", async () => {
      const sts = new STSClient(clientSettings(simulator));
      const role = {
        RoleArn: "arn:aws:iam::123456789012:role/deployer",
        RoleSessionName: "me",
        SerialNumber: "arn:aws:iam::123456789012:mfa/me",
      };
      await assert.rejects(sts.send(new AssumeRoleCommand({ ...role, TokenCode: "000000" })), {
        name: "AccessDenied",
      });
      const answer = await sts.send(new AssumeRoleCommand({ ...role, TokenCode: "123456" }));
      assert.match(answer.Credentials?.AccessKeyId ?? "", /^ASIA[0-9A-F]{16}$/);
      assert.equal(answer.AssumedRoleUser?.Arn, "arn:aws:sts::123456789012:assumed-role/deployer/me");
    });

    it("know the roles of task definitions and whom they trust", async () => {
      const iam = new IAMClient(clientSettings(simulator));
      const { Roles } = await iam.send(new ListRolesCommand({}));
      assert.deepEqual(
        Roles!.map(({ RoleName }) => RoleName),
        ["web", "execution", "lambda"],
      );
      const { Role } = await iam.send(new GetRoleCommand({ RoleName: "lambda" }));
      const policy = JSON.parse(decodeURIComponent(Role!.AssumeRolePolicyDocument!));
      assert.deepEqual(policy.Statement[0].Principal, { Service: "lambda.amazonaws.com" });
      assert.ok(Role!.CreateDate instanceof Date);
      const { EvaluationResults } = await iam.send(
        new SimulatePrincipalPolicyCommand({
          PolicySourceArn: Role!.Arn!,
          ActionNames: ["ssmmessages:OpenDataChannel"],
        }),
      );
      assert.deepEqual(
        EvaluationResults!.map(({ EvalActionName, EvalDecision }) => [EvalActionName, EvalDecision]),
        [["ssmmessages:OpenDataChannel", "allowed"]],
      );
      await assert.rejects(iam.send(new GetRoleCommand({ RoleName: "nobody" })), {
        name: "NoSuchEntityException",
        message: "The role with name nobody cannot be found.",
      });
    });
  });

  describe("ECR", () => {
    let ecr: ECRClient;
    before(() => void (ecr = new ECRClient(clientSettings(simulator))));

    it("lists repositories and their images", async () => {
      const { repositories } = await ecr.send(new DescribeRepositoriesCommand({}));
      assert.deepEqual(
        repositories!.map(({ repositoryUri }) => repositoryUri),
        [`${registry}/shop/web`, `${registry}/shop/tool`],
      );
      const { imageIds } = await ecr.send(new ListImagesCommand({ repositoryName: "shop/web" }));
      assert.deepEqual(
        imageIds!.map(({ imageTag }) => imageTag),
        ["1.0", "latest"],
      );
    });

    it("describes images with their tags and sizes", async () => {
      const { imageDetails } = await ecr.send(new DescribeImagesCommand({ repositoryName: "shop/web" }));
      assert.deepEqual(
        imageDetails!.map(({ imageTags, repositoryName }) => [repositoryName, imageTags]),
        [["shop/web", ["1.0", "latest"]]],
      );
    });

    it("refuses a tag that does not exist", async () => {
      await assert.rejects(
        ecr.send(new DescribeImagesCommand({ repositoryName: "shop/web", imageIds: [{ imageTag: "9.9" }] })),
        {
          name: "ImageNotFoundException",
          message:
            "The image with imageId {imageDigest:'null', imageTag:'9.9'} does not exist within the repository with name 'shop/web' in the registry with id '123456789012'",
        },
      );
    });

    it("tells the architectures of an image in its manifest", async () => {
      const { images, failures } = await ecr.send(
        new BatchGetImageCommand({
          repositoryName: "shop/web",
          imageIds: [{ imageTag: "1.0" }, { imageTag: "9" }],
        }),
      );
      const manifest = JSON.parse(images![0]!.imageManifest!);
      assert.deepEqual(
        manifest.manifests.map((entry: any) => entry.platform.architecture),
        ["amd64", "arm64"],
      );
      assert.deepEqual(
        failures!.map(({ failureCode }) => failureCode),
        ["ImageNotFound"],
      );
    });

    it("tells the architecture of an image without a list in its configuration", async () => {
      const { images } = await ecr.send(
        new BatchGetImageCommand({ repositoryName: "shop/tool", imageIds: [{ imageTag: "1" }] }),
      );
      const layerDigest = JSON.parse(images![0]!.imageManifest!).config.digest;
      const { downloadUrl } = await ecr.send(
        new GetDownloadUrlForLayerCommand({ repositoryName: "shop/tool", layerDigest }),
      );
      assert.deepEqual(await (await fetch(downloadUrl!)).json(), { architecture: "arm64", os: "linux" });
      await assert.rejects(
        ecr.send(new GetDownloadUrlForLayerCommand({ repositoryName: "shop/tool", layerDigest: "sha256:0" })),
        { name: "LayersNotFoundException" },
      );
    });
  });

  describe("Secrets Manager, Parameter Store and EFS", () => {
    it("know names, never values", async () => {
      const secrets = new SecretsManagerClient(clientSettings(simulator));
      const { SecretList } = await secrets.send(new ListSecretsCommand({}));
      assert.deepEqual(
        SecretList!.map(({ Name }) => Name),
        ["shop/db"],
      );
      assert.equal(
        (await secrets.send(new DescribeSecretCommand({ SecretId: "shop/db" }))).ARN,
        SecretList![0]!.ARN,
      );
      await assert.rejects(secrets.send(new DescribeSecretCommand({ SecretId: "other" })), {
        name: "ResourceNotFoundException",
      });
      const { Parameters } = await new SSMClient(clientSettings(simulator)).send(
        new DescribeParametersCommand({}),
      );
      assert.deepEqual(
        Parameters!.map(({ Name, Type }) => [Name, Type]),
        [
          ["/shop/key", "String"],
          ["/shop/other", "SecureString"],
        ],
      );
    });

    it("know the file systems of volumes", async () => {
      const { FileSystems } = await new EFSClient(clientSettings(simulator)).send(
        new DescribeFileSystemsCommand({}),
      );
      assert.deepEqual(
        FileSystems!.map(({ FileSystemId }) => FileSystemId),
        ["fs-01234567"],
      );
      await assert.rejects(
        new EFSClient(clientSettings(simulator)).send(
          new DescribeFileSystemsCommand({ FileSystemId: "fs-none" }),
        ),
        { name: "FileSystemNotFound" },
      );
    });
  });

  describe("EC2", () => {
    let ec2: EC2Client;
    before(() => void (ec2 = new EC2Client(clientSettings(simulator))));

    it("knows subnets and security groups of services", async () => {
      const { Subnets } = await ec2.send(new DescribeSubnetsCommand({}));
      assert.deepEqual(
        Subnets!.map(({ SubnetId, AvailabilityZone }) => [SubnetId, AvailabilityZone]),
        [["subnet-1", "eu-west-1a"]],
      );
      const { SecurityGroups } = await ec2.send(
        new DescribeSecurityGroupsCommand({ Filters: [{ Name: "vpc-id", Values: [Subnets![0]!.VpcId!] }] }),
      );
      assert.deepEqual(
        SecurityGroups!.map(({ GroupId }) => GroupId),
        ["sg-1"],
      );
      await assert.rejects(ec2.send(new DescribeSubnetsCommand({ SubnetIds: ["subnet-9"] })), {
        name: "InvalidSubnetID.NotFound",
      });
    });

    it("knows the route tables of subnets and of their VPC", async () => {
      const { RouteTables } = await ec2.send(new DescribeRouteTablesCommand({}));
      const seen = RouteTables!.map(({ Associations, Routes }) => [
        Associations![0]!.Main,
        Associations![0]!.SubnetId,
        Routes!.map((route) => route.GatewayId ?? route.NatGatewayId),
      ]);
      assert.deepEqual(seen, [
        [true, undefined, ["local"]],
        [false, "subnet-1", ["local", "nat-1"]],
      ]);
      await assert.rejects(ec2.send(new DescribeRouteTablesCommand({ RouteTableIds: ["rtb-9"] })), {
        name: "InvalidRouteTableID.NotFound",
      });
    });

    it("has no endpoint of a VPC that the scenario does not name", async () => {
      assert.deepEqual((await ec2.send(new DescribeVpcEndpointsCommand({}))).VpcEndpoints, []);
      await assert.rejects(ec2.send(new DescribeVpcEndpointsCommand({ VpcEndpointIds: ["vpce-9"] })), {
        name: "InvalidVpcEndpointId.NotFound",
      });
    });

    it("gives the public address of a task", async () => {
      const { NetworkInterfaces } = await ec2.send(new DescribeNetworkInterfacesCommand({}));
      assert.equal(NetworkInterfaces!.length, 2);
      const [first] = NetworkInterfaces!;
      assert.match(first!.Association!.PublicIp!, /^203\.0\.113\.\d+$/);
      const again = await ec2.send(
        new DescribeNetworkInterfacesCommand({ NetworkInterfaceIds: [first!.NetworkInterfaceId!] }),
      );
      assert.equal(again.NetworkInterfaces![0]!.PrivateIpAddress, first!.PrivateIpAddress);
    });
  });

  describe("Elastic Load Balancing", () => {
    let elb: ElasticLoadBalancingV2Client;
    before(() => void (elb = new ElasticLoadBalancingV2Client(clientSettings(simulator))));

    it("knows the target groups of services", async () => {
      const { TargetGroups } = await elb.send(
        new DescribeTargetGroupsCommand({ TargetGroupArns: [targetGroupArn] }),
      );
      assert.deepEqual(
        TargetGroups!.map(({ TargetGroupName, Port, TargetType }) => [TargetGroupName, Port, TargetType]),
        [["web", 80, "ip"]],
      );
      const { LoadBalancers } = await elb.send(
        new DescribeLoadBalancersCommand({ LoadBalancerArns: TargetGroups![0]!.LoadBalancerArns! }),
      );
      assert.equal(LoadBalancers![0]!.State!.Code, "active");
      await assert.rejects(elb.send(new DescribeTargetGroupsCommand({ Names: ["none"] })), {
        name: "TargetGroupNotFoundException",
      });
    });

    it("tells the health of the tasks behind them", async () => {
      const { TargetHealthDescriptions } = await elb.send(
        new DescribeTargetHealthCommand({ TargetGroupArn: targetGroupArn }),
      );
      assert.deepEqual(
        TargetHealthDescriptions!.map(({ Target, TargetHealth }) => [Target!.Port, TargetHealth!.State]),
        [
          [80, "healthy"],
          [80, "healthy"],
        ],
      );
    });
  });

  describe("CloudWatch", () => {
    let cloudwatch: CloudWatchClient;
    before(() => void (cloudwatch = new CloudWatchClient(clientSettings(simulator))));
    const metric = {
      Namespace: "AWS/ECS",
      MetricName: "CPUUtilization",
      Dimensions: [
        { Name: "ClusterName", Value: "live" },
        { Name: "ServiceName", Value: "web" },
      ],
    };
    const span = () => ({
      StartTime: new Date((simulator.clock.now() - 600) * 1000),
      EndTime: new Date(simulator.clock.now() * 1000),
    });

    it("gives the same values of a metric again", async () => {
      const query = new GetMetricDataCommand({
        ...span(),
        MetricDataQueries: [{ Id: "cpu", MetricStat: { Metric: metric, Period: 60, Stat: "Average" } }],
      });
      const { MetricDataResults } = await cloudwatch.send(query);
      const [{ Values, Timestamps }] = MetricDataResults as [any];
      assert.ok(
        Values.length >= 10 && Values.every((value: number) => value >= 0 && value <= 100),
        String(Values),
      );
      assert.ok(Timestamps[0] > Timestamps[1]);
      assert.deepEqual((await cloudwatch.send(query)).MetricDataResults, MetricDataResults);
      const { Datapoints } = await cloudwatch.send(
        new GetMetricStatisticsCommand({ ...span(), ...metric, Period: 60, Statistics: ["Average"] }),
      );
      assert.deepEqual(
        Datapoints!.map(({ Average }) => Average),
        Values.toReversed(),
      );
    });

    it("tells the state of alarms", async () => {
      const { MetricAlarms } = await cloudwatch.send(new DescribeAlarmsCommand({}));
      assert.deepEqual(
        MetricAlarms!.map(({ AlarmName, StateValue }) => [AlarmName, StateValue]),
        [
          ["web-cpu", "ALARM"],
          ["web-5xx", "OK"],
        ],
      );
    });
  });

  describe("CloudWatch Logs", () => {
    let logs: CloudWatchLogsClient;
    before(
      () => void (logs = new CloudWatchLogsClient({ ...clientSettings(simulator), disableHostPrefix: true })),
    );
    const streams = async () =>
      (await logs.send(new DescribeLogStreamsCommand({ logGroupName: "/ecs/web" }))).logStreams!;

    it("has the groups of the scenario and of tasks, and a stream for each container", async () => {
      const { logGroups } = await logs.send(new DescribeLogGroupsCommand({}));
      assert.deepEqual(
        logGroups!.map(({ logGroupName, retentionInDays }) => [logGroupName, retentionInDays]),
        [
          ["/aws/other", 14],
          ["/ecs/web", undefined],
        ],
      );
      const names = (await streams()).map(({ logStreamName }) => logStreamName!);
      assert.equal(names.length, 2);
      assert.match(names[0]!, /^app\/app\/[0-9a-f]{32}$/);
      await assert.rejects(logs.send(new DescribeLogStreamsCommand({ logGroupName: "/none" })), {
        name: "ResourceNotFoundException",
        message: "The specified log group does not exist.",
      });
    });

    it("pages through a stream forwards to its end", async () => {
      const [{ logStreamName }] = (await streams()) as [any];
      const read = (nextToken?: string) =>
        logs.send(
          new GetLogEventsCommand({
            logGroupName: "/ecs/web",
            logStreamName,
            startFromHead: true,
            limit: 4000,
            nextToken,
          }),
        );
      const first = await read();
      assert.deepEqual(
        first.events!.slice(0, 3).map(({ message }) => message),
        ["hello", "tick", "tock"],
      );
      const second = await read(first.nextForwardToken);
      assert.equal(first.events!.length + second.events!.length, 1 + (3 * 24 * 60 - 1));
      const end = await read(second.nextForwardToken);
      assert.deepEqual([end.events, end.nextForwardToken], [[], second.nextForwardToken]);
    });

    it("gives the newest events first when it is not told otherwise", async () => {
      const [{ logStreamName, lastEventTimestamp }] = (await streams()) as [any];
      const newest = await logs.send(
        new GetLogEventsCommand({ logGroupName: "/ecs/web", logStreamName, limit: 2 }),
      );
      assert.equal(newest.events!.at(-1)!.timestamp, lastEventTimestamp);
      const before = await logs.send(
        new GetLogEventsCommand({
          logGroupName: "/ecs/web",
          logStreamName,
          limit: 2,
          nextToken: newest.nextBackwardToken,
        }),
      );
      assert.ok(before.events!.at(-1)!.timestamp! < newest.events![0]!.timestamp!);
    });

    it("filters all streams of a group by terms, in order of time", async () => {
      const startTime = (simulator.clock.now() - 600) * 1000;
      const all = await logs.send(
        new FilterLogEventsCommand({ logGroupName: "/ecs/web", startTime, filterPattern: "?tick ?tock" }),
      );
      const ticks = await logs.send(
        new FilterLogEventsCommand({ logGroupName: "/ecs/web", startTime, filterPattern: "tick -tock" }),
      );
      assert.equal(all.events!.length, 20);
      assert.equal(ticks.events!.length, 10);
      const times = all.events!.map(({ timestamp }) => timestamp!);
      assert.deepEqual(
        times,
        times.toSorted((a, b) => a - b),
      );
      const paged = await logs.send(
        new FilterLogEventsCommand({ logGroupName: "/ecs/web", startTime, limit: 7 }),
      );
      const rest = await logs.send(
        new FilterLogEventsCommand({ logGroupName: "/ecs/web", startTime, nextToken: paged.nextToken }),
      );
      assert.deepEqual(
        [...paged.events!, ...rest.events!].map(({ eventId }) => eventId),
        all.events!.map(({ eventId }) => eventId),
      );
    });

    it("pages events of the same millisecond, of which each comes once", async () => {
      const crowded: Scenario = {
        ...scenario,
        behaviours: [{ family: "web", logs: { repeat: { seconds: 0.001, lines: ["tick"] } } }],
      };
      const other = await startSimulator({ scenario: crowded, clock: "step" });
      other.clock.advance(60);
      const client = new CloudWatchLogsClient(clientSettings(other));
      const query = { logGroupName: "/ecs/web", startTime: (other.clock.now() - 1) * 1000 };
      const at = (events: FilteredLogEvent[] | undefined): string[] =>
        events!.map(({ eventId, timestamp }) => `${timestamp} ${eventId}`);
      const whole = at((await client.send(new FilterLogEventsCommand({ ...query, limit: 6 }))).events);
      assert.equal(new Set(whole.map((event) => event.split(" ")[0])).size, 3);
      const single: string[] = [];
      for (let nextToken: string | undefined; single.length < 6; ) {
        const page = await client.send(new FilterLogEventsCommand({ ...query, limit: 1, nextToken }));
        single.push(...at(page.events));
        nextToken = page.nextToken;
      }
      await other.close();
      assert.deepEqual(single, whole);
    });

    it("tails a group live", async () => {
      const response = await logs.send(
        new StartLiveTailCommand({
          logGroupIdentifiers: ["arn:aws:logs:eu-west-1:123456789012:log-group:/ecs/web"],
        }),
      );
      const messages: string[] = [];
      for await (const event of response.responseStream!) {
        if (event.sessionStart) simulator.clock.advance(61);
        messages.push(...(event.sessionUpdate?.sessionResults ?? []).map(({ message }) => message!));
        if (messages.length >= 2) break;
      }
      assert.ok(
        messages.every((message) => message === "tick" || message === "tock"),
        messages.join(),
      );
    });
  });

  describe("Application Auto Scaling", () => {
    it("knows and changes the limits of a service", async () => {
      const scaling = new ApplicationAutoScalingClient(clientSettings(simulator));
      const target = {
        ServiceNamespace: "ecs",
        ResourceId: "service/live/web",
        ScalableDimension: "ecs:service:DesiredCount",
      } as const;
      const { ScalingPolicies } = await scaling.send(
        new DescribeScalingPoliciesCommand({ ServiceNamespace: "ecs" }),
      );
      assert.equal(ScalingPolicies![0]!.TargetTrackingScalingPolicyConfiguration!.TargetValue, 60);
      const { ScalingActivities } = await scaling.send(
        new DescribeScalingActivitiesCommand({ ServiceNamespace: "ecs" }),
      );
      assert.deepEqual(ScalingActivities, []);
      await scaling.send(
        new RegisterScalableTargetCommand({
          ...target,
          MinCapacity: 3,
          SuspendedState: { DynamicScalingInSuspended: true },
        }),
      );
      const { ScalableTargets } = await scaling.send(
        new DescribeScalableTargetsCommand({ ServiceNamespace: "ecs" }),
      );
      const [{ MinCapacity, MaxCapacity, SuspendedState }] = ScalableTargets as [any];
      assert.deepEqual([MinCapacity, MaxCapacity, SuspendedState.DynamicScalingInSuspended], [3, 4, true]);
    });
  });
});

describe("The neighbours of ECS", () => {
  it("list no session before one is opened", async () => {
    const simulator = await startSimulator({ clock: "step" });
    const ssm = new SSMClient(clientSettings(simulator));
    const { Sessions } = await ssm.send(new DescribeSessionsCommand({ State: "Active" }));
    await simulator.close();
    assert.deepEqual(Sessions, []);
  });

  it("have all answered as the models of AWS have it", () => {
    // Sessions are opened by ECS Exec; a live tail is a stream, and the names of EC2's answers are told by
    // its client.
    const elsewhere = new Set(["ssm:StartSession", "ssm:TerminateSession", "logs:StartLiveTail"]);
    const silent = apis
      .filter(({ name }) => name !== "ecs" && name !== "ec2")
      .flatMap(({ name, operations }) => operations.map((operation) => `${name}:${operation.name}`))
      .filter((name) => !answered.has(name) && !elsewhere.has(name));
    assert.deepEqual(silent, []);
  });
});
