import {
  DescribeClustersCommand,
  DescribeServicesCommand,
  DescribeTaskDefinitionCommand,
  DescribeTasksCommand,
  ListClustersCommand,
  ListServicesCommand,
  ListTagsForResourceCommand,
  ListTaskDefinitionFamiliesCommand,
  ListTaskDefinitionsCommand,
  ListTasksCommand,
  type Cluster,
  type DesiredStatus,
  type ECSClient,
  type Service,
  type Tag,
  type Task,
  type TaskDefinition,
} from "@aws-sdk/client-ecs";
import type { Page } from "../model/page.ts";
import type { Calls } from "./calls.ts";
import type { LastingTaskDefinition } from "./types.ts";
import type { DeploymentReads } from "./deploymentReads.ts";
import { allPages, inBatches } from "./paging.ts";

/**
 * The most that one call lists or describes:
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Operations.html
 */
const pageSize = 100;
const servicesPerCall = 10;
const tasksPerCall = 100;
const clustersPerCall = 100;

/** Which tasks of a cluster to list. */
export interface TaskFilter {
  readonly serviceName?: string;
  readonly desiredStatus?: DesiredStatus;
}

/** Which revisions one call lists. */
interface RevisionPage {
  readonly family: string;
  readonly status: "ACTIVE" | "INACTIVE";
  readonly nextToken: string | undefined;
  readonly maxResults: number;
}

/** What the explorer and the commands read of ECS: always all pages, in batches as large as ECS takes. */
export class EcsReads {
  readonly #client: ECSClient;
  readonly #calls: Calls;
  readonly #deployments: DeploymentReads;
  readonly #revisions = new Map<string, LastingTaskDefinition>();

  constructor(client: ECSClient, calls: Calls, deployments: DeploymentReads) {
    this.#client = client;
    this.#calls = calls;
    this.#deployments = deployments;
  }

  async clusters(signal?: AbortSignal): Promise<readonly Cluster[]> {
    return this.describeClusters(await this.clusterArns(signal), signal);
  }

  async clusterArns(signal?: AbortSignal): Promise<readonly string[]> {
    return allPages(async (nextToken) => {
      const input = { nextToken, maxResults: pageSize };
      const page = await this.#read(
        "ListClusters",
        input,
        (options) => this.#client.send(new ListClustersCommand(input), options),
        signal,
      );
      return { items: page.clusterArns, nextToken: page.nextToken };
    });
  }

  async describeClusters(arns: readonly string[], signal?: AbortSignal): Promise<readonly Cluster[]> {
    return inBatches(arns, clustersPerCall, async (batch) => {
      const input = { clusters: [...batch] };
      const { clusters } = await this.#read(
        "DescribeClusters",
        input,
        (options) => this.#client.send(new DescribeClustersCommand(input), options),
        signal,
      );
      return clusters ?? [];
    });
  }

  /** One page of the ARNs of a cluster's services, in no order. */
  async servicePage(cluster: string, nextToken: string | undefined, signal?: AbortSignal): Promise<Page> {
    const input = { cluster, nextToken, maxResults: pageSize };
    const page = await this.#read(
      "ListServices",
      input,
      (options) => this.#client.send(new ListServicesCommand(input), options),
      signal,
    );
    return { items: page.serviceArns ?? [], nextToken: page.nextToken };
  }

  /** The ARNs of all services of a cluster. */
  async serviceArns(cluster: string, signal?: AbortSignal): Promise<readonly string[]> {
    return allPages((nextToken) => this.servicePage(cluster, nextToken, signal));
  }

  /** Services as they are, each with its task definition where ECS tells one at all. */
  async describeServices(
    cluster: string,
    arns: readonly string[],
    signal?: AbortSignal,
  ): Promise<readonly Service[]> {
    return inBatches(arns, servicesPerCall, async (batch) => {
      const input = { cluster, services: [...batch] };
      const { services } = await this.#read(
        "DescribeServices",
        input,
        (options) => this.#client.send(new DescribeServicesCommand(input), options),
        signal,
      );
      return Promise.all((services ?? []).map((service) => this.#withTaskDefinition(service, signal)));
    });
  }

  /**
   * A service whose deployments are not of ECS's own controller, or that ECS manages as an Express service,
   * can be told without its task definition: a part of it or its revision has it.
   */
  async #withTaskDefinition(service: Service, signal: AbortSignal | undefined): Promise<Service> {
    const { taskDefinition = definitionOfParts(service) } = service;
    const found = taskDefinition ?? (await this.#deployments.current(service, signal))?.taskDefinition;
    return found === undefined || found === service.taskDefinition
      ? service
      : { ...service, taskDefinition: found };
  }

  /** The tags of a service, which DescribeServices tells only where it is asked for them. */
  async serviceTags(cluster: string, service: string, signal?: AbortSignal): Promise<readonly Tag[]> {
    const input = { cluster, services: [service], include: ["TAGS" as const] };
    const { services } = await this.#read(
      "DescribeServices",
      input,
      (options) => this.#client.send(new DescribeServicesCommand(input), options),
      signal,
    );
    return services?.[0]?.tags ?? [];
  }

  /** The tags of a resource of any kind, by its ARN. */
  async tags(resourceArn: string, signal?: AbortSignal): Promise<readonly Tag[]> {
    const input = { resourceArn };
    const { tags = [] } = await this.#read(
      "ListTagsForResource",
      input,
      (options) => this.#client.send(new ListTagsForResourceCommand(input), options),
      signal,
    );
    return tags;
  }

  async tasks(cluster: string, filter: TaskFilter, signal?: AbortSignal): Promise<readonly Task[]> {
    return this.describeTasks(cluster, await this.taskArns(cluster, filter, signal), signal);
  }

  async taskArns(cluster: string, filter: TaskFilter, signal?: AbortSignal): Promise<readonly string[]> {
    return allPages((nextToken) => this.taskPage(cluster, filter, nextToken, signal));
  }

  /** One page of the ARNs of a cluster's tasks. */
  async taskPage(
    cluster: string,
    filter: TaskFilter,
    nextToken: string | undefined,
    signal?: AbortSignal,
  ): Promise<Page> {
    const input = { cluster, ...filter, nextToken, maxResults: pageSize };
    const page = await this.#read(
      "ListTasks",
      input,
      (options) => this.#client.send(new ListTasksCommand(input), options),
      signal,
    );
    return { items: page.taskArns ?? [], nextToken: page.nextToken };
  }

  async describeTasks(
    cluster: string,
    arns: readonly string[],
    signal?: AbortSignal,
  ): Promise<readonly Task[]> {
    return inBatches(arns, tasksPerCall, async (batch) => {
      const input = { cluster, tasks: [...batch] };
      const { tasks } = await this.#read(
        "DescribeTasks",
        input,
        (options) => this.#client.send(new DescribeTasksCommand(input), options),
        signal,
      );
      return tasks ?? [];
    });
  }

  /** All families without an active revision, by name. */
  async inactiveFamilies(signal?: AbortSignal): Promise<readonly string[]> {
    return allPages((nextToken) => this.familyPage(nextToken, signal, "INACTIVE"));
  }

  /** One page of the families that have an active revision, by name. */
  async familyPage(
    nextToken: string | undefined,
    signal?: AbortSignal,
    status: "ACTIVE" | "INACTIVE" = "ACTIVE",
  ): Promise<Page> {
    const input = { status, nextToken, maxResults: pageSize };
    const page = await this.#read(
      "ListTaskDefinitionFamilies",
      input,
      (options) => this.#client.send(new ListTaskDefinitionFamiliesCommand(input), options),
      signal,
    );
    return { items: page.families ?? [], nextToken: page.nextToken };
  }

  /** ARNs of the revisions of exactly this family, newest first. */
  async revisions(
    family: string,
    status: "ACTIVE" | "INACTIVE" = "ACTIVE",
    signal?: AbortSignal,
  ): Promise<readonly string[]> {
    return allPages((nextToken) =>
      this.#revisionPage({ family, status, nextToken, maxResults: pageSize }, signal),
    );
  }

  /**
   * ARNs of the newest active revisions of exactly this family, newest first: one call, however many there
   * are.
   */
  async newestRevisions(family: string, count: number, signal?: AbortSignal): Promise<readonly string[]> {
    const page = { family, status: "ACTIVE" as const, nextToken: undefined, maxResults: count };
    return (await this.#revisionPage(page, signal)).items;
  }

  async #revisionPage({ family, ...rest }: RevisionPage, signal?: AbortSignal): Promise<Page> {
    const input = { familyPrefix: family, sort: "DESC" as const, ...rest };
    const page = await this.#read(
      "ListTaskDefinitions",
      input,
      (options) => this.#client.send(new ListTaskDefinitionsCommand(input), options),
      signal,
    );
    return { items: page.taskDefinitionArns ?? [], nextToken: page.nextToken };
  }

  /** What of a revision never changes and is therefore read once: all but whether it is still active. */
  async taskDefinition(arn: string, signal?: AbortSignal): Promise<LastingTaskDefinition> {
    const known = this.#revisions.get(arn);
    if (known) return known;
    const input = { taskDefinition: arn };
    const { taskDefinition } = await this.#read(
      "DescribeTaskDefinition",
      input,
      (options) => this.#client.send(new DescribeTaskDefinitionCommand(input), options),
      signal,
    );
    if (!taskDefinition) throw new Error(`ECS gave no task definition for ${arn}.`);
    const lasting = lastingOf(taskDefinition);
    this.#revisions.set(arn, lasting);
    return lasting;
  }

  /** A revision with its status and its tags, which can change and are therefore asked each time. */
  async taskDefinitionWithTags(
    arn: string,
    signal?: AbortSignal,
  ): Promise<{ readonly definition: TaskDefinition; readonly tags: readonly Tag[] }> {
    const input = { taskDefinition: arn, include: ["TAGS" as const] };
    const { taskDefinition, tags = [] } = await this.#read(
      "DescribeTaskDefinition",
      input,
      (options) => this.#client.send(new DescribeTaskDefinitionCommand(input), options),
      signal,
    );
    if (!taskDefinition) throw new Error(`ECS gave no task definition for ${arn}.`);
    return { definition: taskDefinition, tags };
  }

  /** A revision that was read already. */
  knownTaskDefinition(arn: string): LastingTaskDefinition | undefined {
    return this.#revisions.get(arn);
  }

  #read<T>(
    operation: string,
    input: object,
    send: (options: { abortSignal: AbortSignal }) => Promise<T>,
    signal?: AbortSignal,
  ): Promise<T> {
    return this.#calls.read(operation, input, (abortSignal) => send({ abortSignal }), signal);
  }
}

/** The task definition of the primary deployment or task set. */
const definitionOfParts = ({ deployments = [], taskSets = [] }: Service): string | undefined =>
  [...deployments, ...taskSets].find(({ status }) => status === "PRIMARY")?.taskDefinition;

const lastingOf = ({
  status: _status,
  deregisteredAt: _deregisteredAt,
  deleteRequestedAt: _deleteRequestedAt,
  ...lasting
}: TaskDefinition): LastingTaskDefinition => lasting;
