import assert from "node:assert/strict";
import { startSimulator, type Simulator } from "../../simulator/src/simulator.ts";

const container = { name: "app", image: "web:1" };
const ec2 = { family: "web", containerDefinitions: [{ ...container, memory: 128 }] };
const fargate = {
  family: "web",
  networkMode: "awsvpc",
  requiresCompatibilities: ["FARGATE"],
  cpu: "256",
  memory: "512",
  containerDefinitions: [container],
};

/** The task definition whose only container has the members, on EC2 or on Fargate. */
const onEc2 = (members: object, task: object = {}): object => ({
  ...ec2,
  ...task,
  containerDefinitions: [{ ...container, memory: 128, ...members }],
});
const onFargate = (members: object, task: object = {}): object => ({
  ...fargate,
  ...task,
  containerDefinitions: [{ ...container, ...members }],
});

/** Beside the app, a container that it depends on. */
const withSidecar = (sidecar: object, condition: string): object => ({
  ...ec2,
  containerDefinitions: [
    { ...container, memory: 128, dependsOn: [{ containerName: "sidecar", condition }] },
    { name: "sidecar", image: "sidecar:1", memory: 64, ...sidecar },
  ],
});

/** Nearly all of these messages stand in dated, published records of calls to AWS. */
const taskDefinitions: readonly (readonly [input: object, message: string])[] = [
  [{ ...ec2, family: "テスト用" }, "Family contains invalid characters."],
  [{ ...ec2, family: "" }, "Family should not be null or empty."],
  [{ ...ec2, containerDefinitions: [] }, "Container list cannot be empty."],
  [
    {
      ...ec2,
      containerDefinitions: Array.from({ length: 11 }, (_, index) => ({
        name: `c${index}`,
        image: "a",
        memory: 8,
      })),
    },
    "Too many containers.",
  ],
  [onEc2({ name: "" }), "Container.name should not be null or empty."],
  [onEc2({ name: "my.app" }), "Container.name contains invalid characters."],
  [onEc2({ image: "" }), "Container.image should not be null or empty."],
  [
    {
      ...ec2,
      containerDefinitions: [
        { ...container, memory: 8 },
        { ...container, memory: 8 },
      ],
    },
    "Container names must be unique within a task definition.",
  ],
  [onEc2({ essential: false }), "Task definition doesn't have any essential container."],
  [
    onEc2({ memory: undefined }),
    "Invalid setting for container 'app'. At least one of 'memory' or 'memoryReservation' must be specified.",
  ],
  [
    onEc2({ memory: 256, memoryReservation: 512 }),
    "Invalid setting for container 'app'. 'memory' must be greater than or equal to 'memoryReservation'.",
  ],
  [onFargate({ memory: 1024 }), "The 'memory' setting for container 'app' is greater than for the task."],
  [
    onFargate({ cpu: 512 }),
    "The sum of all container 'cpu' values cannot be greater than the value of the task 'cpu'.",
  ],
  [{ ...ec2, taskRoleArn: "arn:aws:iam::1:user/x" }, "Role is not valid"],
  [
    { ...ec2, requiresCompatibilities: ["EC2"], ephemeralStorage: { sizeInGiB: 30 } },
    "Tasks using the EC2 launch type do not support EphemeralStorage.",
  ],
  [{ ...fargate, ephemeralStorage: { sizeInGiB: 20 } }, "EphemeralStorage size should be at least 21"],
  [{ ...fargate, ephemeralStorage: { sizeInGiB: 201 } }, "EphemeralStorage size should be at most 200"],
  [
    { ...ec2, inferenceAccelerators: [{ deviceName: "a", deviceType: "b" }] },
    "Unsupported field 'inferenceAccelerators'.",
  ],

  [{ ...fargate, networkMode: "bridge" }, "Fargate only supports network mode 'awsvpc'."],
  [
    onFargate({ memory: 128 }, { cpu: undefined, memory: undefined }),
    "Fargate requires that 'cpu' be defined at the task level.",
  ],
  [
    onFargate({ memory: 128 }, { memory: undefined }),
    "Fargate requires that 'memory' be defined at the task level.",
  ],
  [
    { ...fargate, memory: "4096" },
    "No Fargate configuration exists for given values: 256 CPU, 4096 memory. See the Amazon ECS documentation for the valid values.",
  ],
  [
    {
      ...fargate,
      cpu: "512",
      memory: "2048",
      runtimePlatform: { operatingSystemFamily: "WINDOWS_SERVER_2022_CORE" },
    },
    "No Fargate configuration exists for given values: 512 CPU, 2048 memory. See the Amazon ECS documentation for the valid values.",
  ],
  [
    onFargate({ privileged: true }),
    "Fargate requires that the ‘privileged’ setting be ‘false’ at the container level.",
  ],
  [
    onFargate({ linuxParameters: { devices: [{ hostPath: "/dev/x" }] } }),
    "Fargate compatible task definitions do not support devices",
  ],
  [
    onFargate({ linuxParameters: { capabilities: { add: ["NET_ADMIN"] } } }),
    "NET_ADMIN is not allowed on Fargate.",
  ],
  [
    onFargate({ linuxParameters: { maxSwap: 1 } }),
    "Fargate compatible task definitions do not support maxSwap",
  ],
  [
    onFargate({ linuxParameters: { sharedMemorySize: 1 } }),
    "Fargate compatible task definitions do not support sharedMemorySize",
  ],
  [
    onFargate({ dockerSecurityOptions: ["no-new-privileges"] }),
    "Fargate compatible task definitions do not support dockerSecurityOptions",
  ],
  [
    onFargate({ resourceRequirements: [{ type: "GPU", value: "1" }] }),
    "Tasks using the Fargate launch type do not support GPU resource requirements.",
  ],
  [{ ...fargate, ipcMode: "task" }, "Fargate compatible task definitions do not support ipcMode"],
  [
    { ...fargate, pidMode: "host" },
    "Tasks using the Fargate launch type do not support pidMode 'host'. The supported value for pidMode is 'task'.",
  ],
  [
    { ...fargate, placementConstraints: [{ type: "memberOf", expression: "x" }] },
    "Fargate compatible task definitions do not support constraints",
  ],
  [
    { ...fargate, volumes: [{ name: "v", dockerVolumeConfiguration: {} }] },
    "Fargate compatible task definitions do not support dockerVolumeConfiguration",
  ],
  [
    { ...fargate, volumes: [{ name: "v", host: { sourcePath: "/tmp" } }] },
    "Fargate compatible task definitions do not support sourcePath",
  ],
  [
    onFargate({ logConfiguration: { logDriver: "json-file" } }),
    "json-file is not a valid log driver. Must be one of [awslogs,splunk,awsfirelens]",
  ],
  [
    onFargate({
      logConfiguration: {
        logDriver: "awslogs",
        options: { "awslogs-group": "g", "awslogs-stream-prefix": "p" },
      },
    }),
    "Fargate requires task definition to have execution role ARN to support log driver awslogs.",
  ],
  [
    onFargate(
      { logConfiguration: { logDriver: "awslogs", options: { "awslogs-group": "g" } } },
      { executionRoleArn: "execution" },
    ),
    "Fargate requires log configuration options to include awslogs-stream-prefix to support log driver awslogs.",
  ],
  [
    onFargate({ image: "123456789012.dkr.ecr.eu-west-1.amazonaws.com/web:1" }),
    "Fargate requires task definition to have execution role ARN to support ECR images.",
  ],

  [onFargate({ links: ["db"] }), "Links are not supported when networkMode=awsvpc."],
  [onFargate({ hostname: "web" }), "hostname is not supported on container when networkMode=awsvpc."],
  [
    onFargate({ dnsServers: ["1.1.1.1"] }),
    "DNS servers are not supported on container when networkMode=awsvpc.",
  ],
  [
    onFargate({ extraHosts: [{ hostname: "a", ipAddress: "1.1.1.1" }] }),
    "Extra hosts are not supported on container when networkMode=awsvpc.",
  ],
  [
    onFargate({ disableNetworking: true }),
    "Disable Networking is not supported on container when networkMode=awsvpc.",
  ],
  [
    onFargate({ portMappings: [{ containerPort: 80, hostPort: 8080 }] }),
    "When networkMode=awsvpc, the host ports and container ports in port mappings must match.",
  ],
  [
    onEc2({ portMappings: [{ containerPort: 80, hostPort: 8080 }] }, { networkMode: "host" }),
    "When networkMode=host, the host ports and container ports in port mappings must match.",
  ],
  [
    onFargate({
      portMappings: [
        { name: "web", containerPort: 80 },
        { name: "web", containerPort: 81 },
      ],
    }),
    "When networkMode=awsvpc, port mapping name is already used",
  ],
  [
    onFargate({ portMappings: [{ containerPortRange: "8080-8090" }, { containerPortRange: "8085-8095" }] }),
    "TCP container port '8085' is used multiple times in task when networkMode=awsvpc.",
  ],
  [
    onFargate({ portMappings: [{ containerPortRange: "8090-8080" }] }),
    "Invalid 'containerPortRange' setting for container 'app'.",
  ],
  [
    onFargate({ portMappings: [{ containerPortRange: "80-90", hostPort: 80 }] }),
    "Invalid port mapping for container 'app', cannot specify both single port and port range.",
  ],
  [onEc2({ portMappings: [{}] }), "Invalid 'containerPort' setting for container 'app'."],
  [
    { ...ec2, networkMode: "bridge", proxyConfiguration: { type: "APPMESH", containerName: "app" } },
    "APPMESH proxy configuration is only supported in networkMode=awsvpc",
  ],
  [
    { ...fargate, proxyConfiguration: { type: "APPMESH", containerName: "none" } },
    "Proxy container [none] does not exist",
  ],
  [{ ...fargate, proxyConfiguration: { type: "APPMESH", containerName: "app" } }, "Ingress port not found"],

  [
    onEc2({ dependsOn: [{ containerName: "nope", condition: "START" }] }),
    "Cannot depend on container + 'nope' because it does not exist",
  ],
  [
    withSidecar({}, "SUCCESS"),
    "A dependency container with SUCCESS or COMPLETE condition cannot be an essential container",
  ],
  [
    withSidecar({}, "HEALTHY"),
    "A dependency container with HEALTHY condition must have health check configured",
  ],
  [
    onEc2({ healthCheck: { command: ["CMD", "x"], interval: 301 } }),
    "Health check interval must be less than or equal to the maximum allowed value 300 for container 'app'",
  ],
  [
    onEc2({ healthCheck: { command: ["CMD", "x"], timeout: 61 } }),
    "Health check timeout must be less than or equal to the maximum allowed value 60 for container 'app'",
  ],
  [
    onEc2({ healthCheck: { command: ["CMD", "x"], retries: 11 } }),
    "Health check retries must be less than or equal to the maximum allowed value 10 for container 'app'",
  ],
  [
    onEc2({ healthCheck: { command: ["CMD", "x"], startPeriod: 301 } }),
    "Health check startPeriod must be less than or equal to the maximum allowed value 300 for container 'app'",
  ],
  [onEc2({ environment: [{ value: "x" }] }), "Environment variable name cannot be null or blank"],
  [
    onEc2({ secrets: [{ name: "A", valueFrom: "a" }] }),
    "When you are specifying container secrets, you must also specify a value for 'executionRoleArn'.",
  ],
  [
    onEc2(
      { secrets: [{ name: "A", valueFrom: "a" }], environment: [{ name: "A", value: "b" }] },
      { executionRoleArn: "execution" },
    ),
    "The secret name must be unique and not shared with any new or existing environment variables set on the container.",
  ],
  [
    onEc2({
      environmentFiles: Array.from({ length: 11 }, (_, index) => ({
        type: "s3",
        value: `arn:aws:s3:::b/${index}.env`,
      })),
    }),
    "The maximum number of environment files was exceeded. Specify ten or less and try again.",
  ],
  [onEc2({ environmentFiles: [{ type: "s3", value: "s3://b/a.env" }] }), "Invalid arn syntax."],
  [
    onEc2({ logConfiguration: { logDriver: "awslogs", options: {} } }),
    "Log driver awslogs requires options: awslogs-group",
  ],
  [
    onEc2({
      logConfiguration: { logDriver: "awslogs", options: { "awslogs-group": "g", "awslogs-grup": "g" } },
    }),
    "Log driver awslogs disallows options: awslogs-grup",
  ],
  [
    onEc2({ logConfiguration: { logDriver: "awsfirelens" } }),
    "When awsfirelens log driver is specified in log configuration, a firelens configuration object must be configured in one of the containers.",
  ],
  [
    onEc2({ ulimits: [{ name: "nofile", softLimit: 2, hardLimit: 1 }] }),
    "Soft limit exceeds hard limit for ulimit nofile",
  ],
  [
    onEc2({ restartPolicy: { enabled: true, restartAttemptPeriod: 59 } }),
    "The 'restartAttemptPeriod' setting for container 'app' must be between 60 and 1800.",
  ],

  [onEc2({ mountPoints: [{ sourceVolume: "nope", containerPath: "/x" }] }), "Unknown volume 'nope'."],
  [
    onEc2({ volumesFrom: [{ sourceContainer: "nope" }] }),
    "Invalid 'volumesFrom' setting. Unknown container: 'nope'.",
  ],
  [{ ...ec2, volumes: [{ name: "a.b" }] }, "volume.name contains invalid characters."],
  [
    { ...ec2, volumes: [{ name: "v", configuredAtLaunch: true }] },
    "Volumes [v] are not referenced by any of the containers",
  ],
  [
    {
      ...ec2,
      volumes: [
        {
          name: "v",
          efsVolumeConfiguration: {
            fileSystemId: "fs-1",
            rootDirectory: "/x",
            transitEncryption: "ENABLED",
            authorizationConfig: { accessPointId: "a" },
          },
        },
      ],
    },
    'When using an EFS access point, the root directory must either be set to "/" or be omitted.',
  ],
  [
    {
      ...ec2,
      volumes: [
        {
          name: "v",
          efsVolumeConfiguration: { fileSystemId: "fs-1", authorizationConfig: { iam: "ENABLED" } },
        },
      ],
    },
    "EFS IAM authorization requires TransitEncryption to be enabled.",
  ],
  [
    {
      ...ec2,
      volumes: [{ name: "v", efsVolumeConfiguration: { fileSystemId: "fs-1", transitEncryptionPort: 2049 } }],
    },
    "TransitEncryptionPort requires that TransitEncryption is enabled.",
  ],
];

const wrongTypes: readonly (readonly [input: object, message: string])[] = [
  [onEc2({ memory: "128" }), "STRING_VALUE cannot be converted to Integer"],
  [{ ...fargate, cpu: 256 }, "NUMBER_VALUE cannot be converted to String"],
  [onEc2({ essential: "true" }), "STRING_VALUE cannot be converted to Boolean"],
  [onEc2({ environment: [{ name: "A", value: true }] }), "TRUE_VALUE cannot be converted to String"],
  [onEc2({ command: "run" }), "Expected list or null"],
  [onEc2({ environment: { A: "b" } }), "Start of structure or map found where not expected."],
  [onEc2({ memory: 1.5 }), "NUMBER_VALUE cannot be converted to Integer"],
];

const network = { awsvpcConfiguration: { subnets: ["subnet-1"] } };
const web = {
  cluster: "live",
  serviceName: "web",
  taskDefinition: "web",
  desiredCount: 1,
  launchType: "FARGATE",
  networkConfiguration: network,
};
const host = { cluster: "live", serviceName: "host", taskDefinition: "host", desiredCount: 1 };
const daemon = { ...host, desiredCount: undefined, schedulingStrategy: "DAEMON" };
const connect = (service: object): object => ({
  ...web,
  serviceConnectConfiguration: { enabled: true, namespace: "shop", services: [service] },
});
const balancer = {
  targetGroupArn: "arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/web/1",
  containerName: "app",
  containerPort: 80,
};

const services: readonly (readonly [input: object, message: string])[] = [
  [
    { ...web, serviceName: "my service" },
    "ServiceName must match ^[a-zA-Z0-9\\-_]{1,255}$, but was my service",
  ],
  [
    { ...web, capacityProviderStrategy: [{ capacityProvider: "FARGATE" }] },
    "Specifying both a launch type and capacity provider strategy is not supported. Remove one and try again.",
  ],
  [
    {
      ...web,
      launchType: undefined,
      capacityProviderStrategy: [
        { capacityProvider: "FARGATE", base: 1, weight: 1 },
        { capacityProvider: "FARGATE_SPOT", base: 1, weight: 1 },
      ],
    },
    "There are multiple capacity providers in the specified capacity provider strategy with a base value greater than zero. Only one capacity provider can have a base value greater than zero. Specify a valid capacity provider strategy and try again.",
  ],
  [
    { ...web, launchType: undefined, capacityProviderStrategy: [{ capacityProvider: "FARGATE", weight: 0 }] },
    "There are no capacity providers in the capacity provider strategy with a weight value greater than zero. Specify a weight value greater than zero for at least one capacity provider and try again.",
  ],
  [
    { ...web, networkConfiguration: undefined },
    "Network Configuration must be provided when networkMode 'awsvpc' is specified.",
  ],
  [
    { ...host, networkConfiguration: network },
    "Network Configuration is not valid for the given networkMode of this task definition.",
  ],
  [{ ...host, launchType: "FARGATE" }, "Task definition does not support launch_type FARGATE."],
  [
    { ...host, launchType: "EC2", platformVersion: "1.4.0" },
    "The platform version must be null when specifying an EC2 launch type.",
  ],
  [
    { ...web, placementConstraints: [{ type: "distinctInstance" }] },
    "Placement constraints are not supported with FARGATE launch type.",
  ],
  [
    { ...web, placementStrategy: [{ type: "random" }] },
    "Placement strategies are not supported with FARGATE launch type.",
  ],
  [
    { ...host, placementStrategy: Array.from({ length: 6 }, () => ({ type: "random" })) },
    "Maximum number of strategies is 5.",
  ],
  [
    { ...host, placementStrategy: [{ type: "random", field: "cpu" }] },
    "random field should not be specified.",
  ],
  [
    { ...host, placementStrategy: [{ type: "binpack", field: "instanceId" }] },
    "binpack field 'instanceId' is invalid.",
  ],
  [
    { ...host, placementConstraints: [{ type: "distinctInstance", expression: "x" }] },
    "distinctInstance expression should not be specified.",
  ],
  [
    { ...daemon, desiredCount: 0 },
    "The daemon scheduling strategy does not support a desired count for services. Remove the desired count value and try again",
  ],
  [
    { ...daemon, placementStrategy: [{ type: "random" }] },
    "The daemon scheduling strategy does not support placement strategies. Remove the placement strategy and try again",
  ],
  [
    { ...daemon, deploymentConfiguration: { maximumPercent: 200 } },
    "The daemon scheduling strategy does not support values above 100 for maximumPercent on a deployment configuration. Change the maximumPercent value to 100, and try again",
  ],
  [
    { ...daemon, availabilityZoneRebalancing: "ENABLED" },
    "The service couldn't be created because Availability Zone Rebalancing does not support DAEMON as scheduling strategy. Update scheduling strategy and try again.",
  ],
  [
    { ...web, deploymentConfiguration: { minimumHealthyPercent: 101 } },
    "minimumHealthyPercent must be at most 100",
  ],
  [
    { ...web, deploymentConfiguration: { minimumHealthyPercent: 100, maximumPercent: 100 } },
    "Both maximumPercent and minimumHealthyPercent cannot be 100 as this will block deployments.",
  ],
  [{ ...web, deploymentController: { type: "EXTERNAL" } }, "TaskDefinition must be blank."],
  [
    {
      ...web,
      taskDefinition: undefined,
      deploymentController: { type: "EXTERNAL" },
      loadBalancers: [balancer],
    },
    "LoadBalancers must be empty or null.",
  ],
  [
    { ...web, deploymentController: { type: "CODE_DEPLOY" } },
    "When specifying the CODE_DEPLOY deployment controller type, the service requires an Application Load Balancer or Network Load Balancer.",
  ],
  [
    { ...web, loadBalancers: [{ ...balancer, containerName: "nope" }] },
    "The container nope does not exist in the task definition.",
  ],
  [
    { ...web, loadBalancers: [{ ...balancer, containerPort: 8080 }] },
    "The container app did not have a container port 8080 defined.",
  ],
  [
    { ...web, loadBalancers: [{ ...balancer, loadBalancerName: "x" }] },
    "loadBalancerName and targetGroupArn cannot both be specified. You must specify either a loadBalancerName or a targetGroupArn in all loadBalancer entries",
  ],
  [
    { ...web, loadBalancers: [{ loadBalancerName: "x", containerName: "app", containerPort: 80 }] },
    "Classic Load Balancers are not supported with Fargate.",
  ],
  [
    { ...web, role: "ecsServiceRole" },
    "IAM roles are only valid for services configured to use load balancers.",
  ],
  [
    { ...web, role: "ecsServiceRole", loadBalancers: [balancer] },
    "You cannot specify an IAM role for services that require a service linked role.",
  ],
  [{ ...web, serviceRegistries: [{}, {}] }, "service registries can have at most 1 items."],
  [{ ...web, serviceConnectConfiguration: { enabled: true } }, "Namespace is missing"],
  [
    connect({ portName: "none" }),
    "portName(none) does not refer to any named PortMapping in the task definition.",
  ],
  [
    connect({ portName: "http", clientAliases: [{ port: 1 }, { port: 2 }] }),
    "2 clientAliases exceeds the max limit of 1",
  ],
  [
    { ...web, volumeConfigurations: [{ name: "nope" }] },
    "The volume name 'nope' in your request does not have a matching volume in your Task Definition that is configurable at launch.",
  ],
  [
    { ...web, enableExecuteCommand: true },
    "The service couldn't be created because a valid taskRoleArn is not being used. Specify a valid task role in your task definition and try again.",
  ],
];

describe("The simulator refuses as ECS does", () => {
  let simulator: Simulator;
  /** Sends the input as it is, which no client of the SDK would do. */
  const call = async (operation: string, input: object): Promise<{ __type?: string; message?: string }> => {
    const headers = {
      "content-type": "application/x-amz-json-1.1",
      "x-amz-target": `AmazonEC2ContainerServiceV20141113.${operation}`,
    };
    const response = await fetch(simulator.endpoint, {
      method: "POST",
      headers,
      body: JSON.stringify(input),
    });
    return response.json() as Promise<{ __type?: string; message?: string }>;
  };
  const accept = async (operation: string, input: object): Promise<void> => {
    const { __type, message } = await call(operation, input);
    assert.equal(__type, undefined, message);
  };
  before(async () => {
    simulator = await startSimulator({ clock: "step" });
    await accept("CreateCluster", { clusterName: "live" });
    await accept(
      "RegisterTaskDefinition",
      onFargate({ portMappings: [{ name: "http", containerPort: 80 }] }),
    );
    await accept("RegisterTaskDefinition", { ...ec2, family: "host", networkMode: "host" });
  });
  after(() => simulator.close());

  for (const [input, message] of taskDefinitions)
    it(`a task definition: ${message}`, async () =>
      assert.deepEqual(await call("RegisterTaskDefinition", input), { __type: "ClientException", message }));

  for (const [input, message] of wrongTypes)
    it(`a value of the wrong type: ${message}`, async () =>
      assert.deepEqual(await call("RegisterTaskDefinition", input), {
        __type: "SerializationException",
        message,
      }));

  for (const [input, message] of services)
    it(`a service: ${message}`, async () =>
      assert.deepEqual(await call("CreateService", input), { __type: "InvalidParameterException", message }));

  it("a task definition of more than 64 KiB", async () => {
    const { __type, message } = await call(
      "RegisterTaskDefinition",
      onEc2({ environment: [{ name: "A", value: "x".repeat(66_000) }] }),
    );
    assert.equal(__type, "ClientException");
    assert.match(message!, /^Actual length: '66\d+'\. Max allowed length is '65536' bytes\.$/);
  });

  it("but not members that it does not know, and keeps none of them", async () => {
    const { taskDefinition } = (await call("RegisterTaskDefinition", {
      ...fargate,
      taskDefinitionArn: "x",
      revision: 7,
      unknown: {},
    })) as any;
    assert.equal("unknown" in taskDefinition, false);
    assert.match(taskDefinition.taskDefinitionArn, /web:2$/);
  });

  it("to update what cannot be updated", async () => {
    await accept("CreateService", web);
    const refused = await call("UpdateService", {
      cluster: "live",
      service: "web",
      enableExecuteCommand: true,
    });
    assert.match(refused.message!, /^The service couldn't be updated because a valid taskRoleArn/);
    const switched = await call("UpdateService", {
      cluster: "live",
      service: "web",
      capacityProviderStrategy: [{ capacityProvider: "FARGATE", weight: 1 }],
    });
    assert.match(switched.message!, /you must force a new deployment\.$/);
    await accept("CreateService", {
      ...web,
      serviceName: "blue",
      taskDefinition: "web:1",
      deploymentController: { type: "CODE_DEPLOY" },
      loadBalancers: [balancer],
    });
    const deployed = await call("UpdateService", { cluster: "live", service: "blue", taskDefinition: "web" });
    assert.equal(
      deployed.message,
      "Unable to update task definition on services with a CODE_DEPLOY deployment controller. Use AWS CodeDeploy to trigger a new deployment.",
    );
  });

  it("to run tasks that cannot be run", async () => {
    const run = (input: object) =>
      call("RunTask", {
        cluster: "live",
        taskDefinition: "web",
        launchType: "FARGATE",
        networkConfiguration: network,
        ...input,
      });
    assert.equal((await run({ count: 11 })).message, "Count should be between 1 and 10, inclusive.");
    assert.equal(
      (await run({ networkConfiguration: undefined })).message,
      "Network Configuration must be provided when networkMode 'awsvpc' is specified.",
    );
    assert.equal(
      (await run({ overrides: { containerOverrides: [{ name: "nope" }] } })).message,
      "Override for container named nope is not a container in the TaskDefinition.",
    );
    assert.deepEqual(await run({ taskDefinition: "none" }), {
      __type: "ClientException",
      message: "TaskDefinition not found.",
    });
    assert.deepEqual(await run({ cluster: "none" }), {
      __type: "ClusterNotFoundException",
      message: "Cluster not found.",
    });
  });
});
