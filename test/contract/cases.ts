import {
  CreateClusterCommand,
  CreateServiceCommand,
  type CreateServiceCommandInput,
  DeleteClusterCommand,
  DeleteServiceCommand,
  DeleteTaskDefinitionsCommand,
  DeregisterTaskDefinitionCommand,
  DescribeClustersCommand,
  DescribeContainerInstancesCommand,
  DescribeServicesCommand,
  DescribeTaskDefinitionCommand,
  DescribeTasksCommand,
  type ECSClient,
  ListClustersCommand,
  ListServicesCommand,
  ListTagsForResourceCommand,
  ListTaskDefinitionFamiliesCommand,
  ListTaskDefinitionsCommand,
  ListTasksCommand,
  type NetworkConfiguration,
  PutClusterCapacityProvidersCommand,
  RegisterTaskDefinitionCommand,
  type RegisterTaskDefinitionCommandInput,
  RunTaskCommand,
  StopTaskCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateServiceCommand,
} from "@aws-sdk/client-ecs";

/** One thing that plain calls of the SDK show of an ECS endpoint. */
export interface ContractCase {
  readonly name: string;
  /** Makes what it needs under a name of its own, and gives what is to be compared. */
  readonly run: (ecs: ECSClient, network: NetworkConfiguration) => Promise<unknown>;
  /** What ECS answers; an account's number is `ACCOUNT`, a refusal `NAME: message`. */
  readonly expected: unknown;
}

const image = { name: "app", image: "web:1", memory: 128 };
const fargate: Partial<RegisterTaskDefinitionCommandInput> = {
  networkMode: "awsvpc",
  requiresCompatibilities: ["FARGATE"],
  cpu: "256",
  memory: "512",
};

const cluster = (ecs: ECSClient, clusterName: string) => ecs.send(new CreateClusterCommand({ clusterName }));

async function register(
  ecs: ECSClient,
  family: string,
  more: Partial<RegisterTaskDefinitionCommandInput> = fargate,
) {
  const { taskDefinition } = await ecs.send(
    new RegisterTaskDefinitionCommand({ family, containerDefinitions: [image], ...more }),
  );
  return taskDefinition!;
}

/** A cluster and a service of the same name, without tasks. */
async function service(
  ecs: ECSClient,
  networkConfiguration: NetworkConfiguration,
  name: string,
  more: Partial<CreateServiceCommandInput> = {},
) {
  await cluster(ecs, name);
  await register(ecs, name);
  const created = await ecs.send(
    new CreateServiceCommand({
      cluster: name,
      serviceName: name,
      taskDefinition: name,
      desiredCount: 0,
      launchType: "FARGATE",
      networkConfiguration,
      ...more,
    }),
  );
  return created.service!;
}

const clusters: readonly ContractCase[] = [
  {
    name: "a new cluster is active and empty",
    async run(ecs) {
      const {
        clusterArn,
        status,
        registeredContainerInstancesCount: instances,
        runningTasksCount: running,
        activeServicesCount: services,
      } = (await cluster(ecs, "empty")).cluster!;
      return { clusterArn, status, instances, running, services };
    },
    expected: {
      clusterArn: "arn:aws:ecs:us-east-1:ACCOUNT:cluster/empty",
      status: "ACTIVE",
      instances: 0,
      running: 0,
      services: 0,
    },
  },
  {
    name: "creating a cluster again answers the one that is there",
    async run(ecs) {
      const created = [await cluster(ecs, "twice"), await cluster(ecs, "twice")];
      return created.map((answer) => answer.cluster!.clusterArn);
    },
    expected: ["arn:aws:ecs:us-east-1:ACCOUNT:cluster/twice", "arn:aws:ecs:us-east-1:ACCOUNT:cluster/twice"],
  },
  {
    name: "a cluster's name has letters, digits, hyphens and underscores only",
    run: (ecs) => cluster(ecs, "not a name"),
    expected: "InvalidParameterException: ClusterName must match ^[a-zA-Z0-9\\-_]{1,255}$",
  },
  {
    name: "an unknown cluster is missing, not an error, where clusters are described",
    async run(ecs) {
      const { clusters: found, failures } = await ecs.send(
        new DescribeClustersCommand({ clusters: ["unknown"] }),
      );
      return { found, failures };
    },
    expected: {
      found: [],
      failures: [{ arn: "arn:aws:ecs:us-east-1:ACCOUNT:cluster/unknown", reason: "MISSING" }],
    },
  },
  {
    name: "tags and settings of a cluster are told when they are asked for",
    async run(ecs) {
      await ecs.send(
        new CreateClusterCommand({ clusterName: "tagged", tags: [{ key: "team", value: "web" }] }),
      );
      const describe = async (include: ("TAGS" | "SETTINGS")[]) =>
        (await ecs.send(new DescribeClustersCommand({ clusters: ["tagged"], include }))).clusters![0]!;
      const [plain, full] = [await describe([]), await describe(["TAGS", "SETTINGS"])];
      return { plain: [plain.tags, plain.settings], full: [full.tags, full.settings] };
    },
    expected: {
      plain: [[], []],
      full: [[{ key: "team", value: "web" }], [{ name: "containerInsights", value: "disabled" }]],
    },
  },
  {
    name: "a page of clusters has at most 100",
    run: (ecs) => ecs.send(new ListClustersCommand({ maxResults: 101 })),
    expected: "InvalidParameterException: maxResults should be between 1 and 100, inclusive.",
  },
  {
    name: "a cluster with a service is not deleted",
    async run(ecs, network) {
      await service(ecs, network, "in-use");
      return ecs.send(new DeleteClusterCommand({ cluster: "in-use" }));
    },
    expected: "ClusterContainsServicesException: The Cluster cannot be deleted while Services are active.",
  },
  {
    name: "a deleted cluster is described as inactive and not listed",
    async run(ecs) {
      await cluster(ecs, "deleted");
      const { cluster: deleted } = await ecs.send(new DeleteClusterCommand({ cluster: "deleted" }));
      const { clusterArns } = await ecs.send(new ListClustersCommand({}));
      return { status: deleted!.status, isListed: clusterArns!.some((arn) => arn.endsWith("/deleted")) };
    },
    expected: { status: "INACTIVE", isListed: false },
  },
  {
    name: "a capacity provider of a cluster must exist",
    async run(ecs) {
      await cluster(ecs, "providers");
      return ecs.send(
        new PutClusterCapacityProvidersCommand({
          cluster: "providers",
          capacityProviders: ["unknown"],
          defaultCapacityProviderStrategy: [],
        }),
      );
    },
    expected: "InvalidParameterException: The specified capacity provider is not found: unknown",
  },
];

const taskDefinitions: readonly ContractCase[] = [
  {
    name: "revisions count from 1",
    async run(ecs) {
      return [(await register(ecs, "counted")).taskDefinitionArn, (await register(ecs, "counted")).revision];
    },
    expected: ["arn:aws:ecs:us-east-1:ACCOUNT:task-definition/counted:1", 2],
  },
  {
    name: "containers get their defaults",
    async run(ecs) {
      const { containerDefinitions } = await register(ecs, "defaults", {
        containerDefinitions: [{ ...image, portMappings: [{ containerPort: 80 }] }],
      });
      const { cpu, essential, environment, mountPoints, volumesFrom, portMappings } =
        containerDefinitions![0]!;
      return { cpu, essential, environment, mountPoints, volumesFrom, protocol: portMappings![0]!.protocol };
    },
    expected: { cpu: 0, essential: true, environment: [], mountPoints: [], volumesFrom: [], protocol: "tcp" },
  },
  {
    name: "a family without containers is refused",
    run: (ecs) => register(ecs, "none", { containerDefinitions: [] }),
    expected: "ClientException: Container list cannot be empty.",
  },
  {
    name: "Fargate needs a size",
    run: (ecs) =>
      register(ecs, "sizeless", {
        networkMode: "awsvpc",
        requiresCompatibilities: ["FARGATE"],
        containerDefinitions: [image],
      }),
    expected: "ClientException: Fargate requires that 'cpu' be defined at the task level.",
  },
  {
    name: "a family alone is its newest active revision",
    async run(ecs) {
      await register(ecs, "newest");
      const second = await register(ecs, "newest");
      await register(ecs, "newest");
      await ecs.send(new DeregisterTaskDefinitionCommand({ taskDefinition: "newest:3" }));
      const { taskDefinition } = await ecs.send(
        new DescribeTaskDefinitionCommand({ taskDefinition: "newest" }),
      );
      return taskDefinition!.taskDefinitionArn === second.taskDefinitionArn;
    },
    expected: true,
  },
  {
    name: "an unknown task definition cannot be described",
    run: (ecs) => ecs.send(new DescribeTaskDefinitionCommand({ taskDefinition: "unknown" })),
    expected: "ClientException: Unable to describe task definition.",
  },
  {
    name: "revisions are listed newest first when asked so",
    async run(ecs) {
      await register(ecs, "sorted");
      await register(ecs, "sorted");
      const { taskDefinitionArns } = await ecs.send(
        new ListTaskDefinitionsCommand({ familyPrefix: "sorted", sort: "DESC" }),
      );
      return taskDefinitionArns!.map((arn) => arn.split("/")[1]);
    },
    expected: ["sorted:2", "sorted:1"],
  },
  {
    name: "a deregistered revision is inactive, and its family with it",
    async run(ecs) {
      await register(ecs, "gone");
      const { taskDefinition } = await ecs.send(
        new DeregisterTaskDefinitionCommand({ taskDefinition: "gone:1" }),
      );
      const families = async (status: "ACTIVE" | "INACTIVE") =>
        (await ecs.send(new ListTaskDefinitionFamiliesCommand({ familyPrefix: "gone", status }))).families;
      return {
        status: taskDefinition!.status,
        active: await families("ACTIVE"),
        inactive: await families("INACTIVE"),
      };
    },
    expected: { status: "INACTIVE", active: [], inactive: ["gone"] },
  },
  {
    name: "an active revision is not deleted",
    async run(ecs) {
      await register(ecs, "undeletable");
      const { taskDefinitions: deleted, failures } = await ecs.send(
        new DeleteTaskDefinitionsCommand({ taskDefinitions: ["undeletable:1"] }),
      );
      return { deleted, failures: failures!.length };
    },
    expected: { deleted: [], failures: 1 },
  },
];

const services: readonly ContractCase[] = [
  {
    name: "a service gets its defaults",
    async run(ecs, network) {
      const {
        status,
        schedulingStrategy,
        deploymentConfiguration,
        propagateTags,
        enableExecuteCommand,
        platformVersion,
      } = await service(ecs, network, "plain");
      return {
        status,
        schedulingStrategy,
        most: deploymentConfiguration!.maximumPercent,
        least: deploymentConfiguration!.minimumHealthyPercent,
        propagateTags,
        enableExecuteCommand,
        platformVersion,
      };
    },
    expected: {
      status: "ACTIVE",
      schedulingStrategy: "REPLICA",
      most: 200,
      least: 100,
      propagateTags: "NONE",
      enableExecuteCommand: false,
      platformVersion: "LATEST",
    },
  },
  {
    name: "a service needs a cluster that is there",
    run: (ecs) =>
      ecs.send(
        new CreateServiceCommand({
          cluster: "nowhere",
          serviceName: "web",
          taskDefinition: "web",
          desiredCount: 0,
        }),
      ),
    expected: "ClusterNotFoundException: Cluster not found.",
  },
  {
    name: "tasks with interfaces of their own need to know where",
    run: (ecs, network) => service(ecs, network, "placeless", { networkConfiguration: undefined }),
    expected:
      "InvalidParameterException: Network Configuration must be provided when networkMode 'awsvpc' is specified.",
  },
  {
    name: "a service is not created twice",
    async run(ecs, network) {
      await service(ecs, network, "once");
      return service(ecs, network, "once");
    },
    expected: "InvalidParameterException: Creation of service was not idempotent.",
  },
  {
    name: "a page of services has 10 by default",
    async run(ecs, network) {
      await service(ecs, network, "many");
      for (let index = 2; index <= 11; index++)
        await service(ecs, network, "many", { serviceName: `many-${index}` });
      const first = await ecs.send(new ListServicesCommand({ cluster: "many" }));
      const second = await ecs.send(new ListServicesCommand({ cluster: "many", nextToken: first.nextToken }));
      return [first.serviceArns!.length, second.serviceArns!.length, second.nextToken];
    },
    expected: [10, 1, undefined],
  },
  {
    name: "ten services are described at once, not eleven",
    async run(ecs) {
      await cluster(ecs, "eleven");
      return ecs.send(
        new DescribeServicesCommand({
          cluster: "eleven",
          services: Array.from({ length: 11 }, (_, index) => `web-${index}`),
        }),
      );
    },
    expected: "InvalidParameterException: Services cannot have more than 10 elements.",
  },
  {
    name: "an unknown service is missing, not an error, where services are described",
    async run(ecs) {
      await cluster(ecs, "missing");
      const { services: found, failures } = await ecs.send(
        new DescribeServicesCommand({ cluster: "missing", services: ["unknown"] }),
      );
      return { found, failures };
    },
    expected: {
      found: [],
      failures: [{ arn: "arn:aws:ecs:us-east-1:ACCOUNT:service/missing/unknown", reason: "MISSING" }],
    },
  },
  {
    name: "an unknown service is not updated",
    async run(ecs) {
      await cluster(ecs, "update");
      return ecs.send(new UpdateServiceCommand({ cluster: "update", service: "unknown", desiredCount: 1 }));
    },
    expected: "ServiceNotFoundException: Service not found.",
  },
  {
    name: "a service that is to run tasks is not deleted",
    async run(ecs, network) {
      await service(ecs, network, "scaled", { desiredCount: 1 });
      return ecs.send(new DeleteServiceCommand({ cluster: "scaled", service: "scaled" }));
    },
    expected: "InvalidParameterException: The service cannot be stopped while it is scaled above 0.",
  },
];

const tasks: readonly ContractCase[] = [
  {
    name: "an unknown task is missing, not an error, where tasks are described",
    async run(ecs) {
      await cluster(ecs, "taskless");
      const { tasks: found, failures } = await ecs.send(
        new DescribeTasksCommand({ cluster: "taskless", tasks: ["0123456789abcdef0123456789abcdef"] }),
      );
      return { found, failures };
    },
    expected: {
      found: [],
      failures: [
        {
          arn: "arn:aws:ecs:us-east-1:ACCOUNT:task/taskless/0123456789abcdef0123456789abcdef",
          reason: "MISSING",
        },
      ],
    },
  },
  {
    name: "which tasks to describe must be said",
    async run(ecs) {
      await cluster(ecs, "unsaid");
      return ecs.send(new DescribeTasksCommand({ cluster: "unsaid", tasks: [] }));
    },
    expected: "InvalidParameterException: Tasks cannot be empty.",
  },
  {
    name: "an unknown task is not stopped",
    async run(ecs) {
      await cluster(ecs, "unstoppable");
      return ecs.send(
        new StopTaskCommand({ cluster: "unstoppable", task: "0123456789abcdef0123456789abcdef" }),
      );
    },
    expected: "InvalidParameterException: The referenced task was not found.",
  },
  {
    name: "ten tasks are run at once, not eleven",
    async run(ecs, networkConfiguration) {
      await cluster(ecs, "eleven-tasks");
      await register(ecs, "eleven-tasks");
      return ecs.send(
        new RunTaskCommand({
          cluster: "eleven-tasks",
          taskDefinition: "eleven-tasks",
          count: 11,
          launchType: "FARGATE",
          networkConfiguration,
        }),
      );
    },
    expected: "InvalidParameterException: Count should be between 1 and 10, inclusive.",
  },
  {
    name: "tasks of an unknown service are not listed",
    async run(ecs) {
      await cluster(ecs, "serviceless");
      return ecs.send(new ListTasksCommand({ cluster: "serviceless", serviceName: "unknown" }));
    },
    expected: "ServiceNotFoundException: Service not found.",
  },
  {
    name: "a task without a place is told of by name, where there is no instance",
    async run(ecs) {
      await cluster(ecs, "instanceless");
      await register(ecs, "instanceless", { containerDefinitions: [image] });
      return ecs.send(new RunTaskCommand({ cluster: "instanceless", taskDefinition: "instanceless" }));
    },
    expected: "InvalidParameterException: No Container Instances were found in your cluster.",
  },
  {
    name: "an unknown container instance is missing, not an error",
    async run(ecs) {
      await cluster(ecs, "instances");
      const { failures } = await ecs.send(
        new DescribeContainerInstancesCommand({ cluster: "instances", containerInstances: ["unknown"] }),
      );
      return failures!.map(({ reason }) => reason);
    },
    expected: ["MISSING"],
  },
];

const tags: readonly ContractCase[] = [
  {
    name: "tags are added, replaced and removed",
    async run(ecs) {
      const { clusterArn: resourceArn } = (await cluster(ecs, "tags")).cluster!;
      await ecs.send(
        new TagResourceCommand({
          resourceArn,
          tags: [
            { key: "team", value: "a" },
            { key: "stage", value: "live" },
          ],
        }),
      );
      await ecs.send(new TagResourceCommand({ resourceArn, tags: [{ key: "team", value: "b" }] }));
      await ecs.send(new UntagResourceCommand({ resourceArn, tagKeys: ["stage"] }));
      return (await ecs.send(new ListTagsForResourceCommand({ resourceArn }))).tags;
    },
    expected: [{ key: "team", value: "b" }],
  },
];

export const cases: readonly ContractCase[] = [
  ...clusters,
  ...taskDefinitions,
  ...services,
  ...tasks,
  ...tags,
];
