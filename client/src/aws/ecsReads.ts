import {
  DescribeClustersCommand,
  DescribeServicesCommand,
  DescribeTaskDefinitionCommand,
  DescribeTasksCommand,
  ListClustersCommand,
  ListServicesCommand,
  ListTaskDefinitionFamiliesCommand,
  ListTaskDefinitionsCommand,
  ListTasksCommand,
  type Cluster,
  type DesiredStatus,
  type ECSClient,
  type Service,
  type Task,
  type TaskDefinition,
} from "@aws-sdk/client-ecs";
import type { Calls } from "./calls.ts";
import { allPages, inBatches } from "./paging.ts";

/** The most that one call lists or describes: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Operations.html */
const pageSize = 100;
const servicesPerCall = 10;
const tasksPerCall = 100;
const clustersPerCall = 100;

/** Which tasks of a cluster to list. */
export interface TaskFilter {
  readonly serviceName?: string;
  readonly desiredStatus?: DesiredStatus;
}

/** What the explorer and the commands read of ECS: always all pages, in batches as large as ECS takes. */
export class EcsReads {
  readonly #client: ECSClient;
  readonly #calls: Calls;
  readonly #revisions = new Map<string, TaskDefinition>();

  constructor(client: ECSClient, calls: Calls) {
    this.#client = client;
    this.#calls = calls;
  }

  async clusters(signal?: AbortSignal): Promise<readonly Cluster[]> {
    const arns = await allPages(async (nextToken) => {
      const input = { nextToken, maxResults: pageSize };
      const page = await this.#calls.read("ListClusters", input, (abortSignal) => this.#client.send(new ListClustersCommand(input), { abortSignal }), signal);
      return { items: page.clusterArns, nextToken: page.nextToken };
    });
    return inBatches(arns, clustersPerCall, async (clusters) => {
      const input = { clusters: [...clusters] };
      const { clusters: found } = await this.#calls.read("DescribeClusters", input, (abortSignal) => this.#client.send(new DescribeClustersCommand(input), { abortSignal }), signal);
      return found ?? [];
    });
  }

  async serviceArns(cluster: string, signal?: AbortSignal): Promise<readonly string[]> {
    return allPages(async (nextToken) => {
      const input = { cluster, nextToken, maxResults: pageSize };
      const page = await this.#calls.read("ListServices", input, (abortSignal) => this.#client.send(new ListServicesCommand(input), { abortSignal }), signal);
      return { items: page.serviceArns, nextToken: page.nextToken };
    });
  }

  async describeServices(cluster: string, arns: readonly string[], signal?: AbortSignal): Promise<readonly Service[]> {
    return inBatches(arns, servicesPerCall, async (services) => {
      const input = { cluster, services: [...services] };
      const { services: found } = await this.#calls.read("DescribeServices", input, (abortSignal) => this.#client.send(new DescribeServicesCommand(input), { abortSignal }), signal);
      return found ?? [];
    });
  }

  async tasks(cluster: string, filter: TaskFilter, signal?: AbortSignal): Promise<readonly Task[]> {
    const arns = await allPages(async (nextToken) => {
      const input = { cluster, ...filter, nextToken, maxResults: pageSize };
      const page = await this.#calls.read("ListTasks", input, (abortSignal) => this.#client.send(new ListTasksCommand(input), { abortSignal }), signal);
      return { items: page.taskArns, nextToken: page.nextToken };
    });
    return this.describeTasks(cluster, arns, signal);
  }

  async describeTasks(cluster: string, arns: readonly string[], signal?: AbortSignal): Promise<readonly Task[]> {
    return inBatches(arns, tasksPerCall, async (tasks) => {
      const input = { cluster, tasks: [...tasks] };
      const { tasks: found } = await this.#calls.read("DescribeTasks", input, (abortSignal) => this.#client.send(new DescribeTasksCommand(input), { abortSignal }), signal);
      return found ?? [];
    });
  }

  async families(signal?: AbortSignal): Promise<readonly string[]> {
    return allPages(async (nextToken) => {
      const input = { status: "ACTIVE" as const, nextToken, maxResults: pageSize };
      const page = await this.#calls.read(
        "ListTaskDefinitionFamilies",
        input,
        (abortSignal) => this.#client.send(new ListTaskDefinitionFamiliesCommand(input), { abortSignal }),
        signal,
      );
      return { items: page.families, nextToken: page.nextToken };
    });
  }

  /** ARNs of the active revisions of exactly this family, newest first. */
  async revisions(family: string, signal?: AbortSignal): Promise<readonly string[]> {
    return allPages(async (nextToken) => {
      const input = { familyPrefix: family, sort: "DESC" as const, nextToken, maxResults: pageSize };
      const page = await this.#calls.read("ListTaskDefinitions", input, (abortSignal) => this.#client.send(new ListTaskDefinitionsCommand(input), { abortSignal }), signal);
      return { items: page.taskDefinitionArns, nextToken: page.nextToken };
    });
  }

  /** A revision, which never changes and is therefore read once. */
  async taskDefinition(arn: string, signal?: AbortSignal): Promise<TaskDefinition> {
    const known = this.#revisions.get(arn);
    if (known) return known;
    const input = { taskDefinition: arn };
    const { taskDefinition } = await this.#calls.read(
      "DescribeTaskDefinition",
      input,
      (abortSignal) => this.#client.send(new DescribeTaskDefinitionCommand(input), { abortSignal }),
      signal,
    );
    if (!taskDefinition) throw new Error(`ECS gave no task definition for ${arn}.`);
    this.#revisions.set(arn, taskDefinition);
    return taskDefinition;
  }
}
