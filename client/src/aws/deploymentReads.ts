import {
  DescribeServiceDeploymentsCommand,
  DescribeServiceRevisionsCommand,
  ListServiceDeploymentsCommand,
  type ECSClient,
  type Service,
  type ServiceDeployment,
  type ServiceRevision,
} from "@aws-sdk/client-ecs";
import { kindOf } from "../model/failure.ts";
import { nameOfArn } from "../model/arn.ts";
import type { Calls } from "./calls.ts";
import { inBatches } from "./paging.ts";

/**
 * The most that one call describes:
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeServiceDeployments.html
 */
const perCall = 20;

/** A service deployment and the task definition it brings. */
export interface DeploymentRecord {
  readonly deployment: ServiceDeployment;
  /** ARN of the task definition of the revision it deploys. */
  readonly taskDefinition: string | undefined;
}

/** Reads the history of a service's deployments. */
export class DeploymentReads {
  readonly #client: ECSClient;
  readonly #calls: Calls;
  /** Revisions never change, so each is read once. */
  readonly #revisions = new Map<string, ServiceRevision>();

  constructor(client: ECSClient, calls: Calls) {
    this.#client = client;
    this.#calls = calls;
  }

  /**
   * The newest deployments of a service, newest first: two calls, and one more for revisions not seen before.
   */
  async newest(
    cluster: string,
    service: string,
    count: number,
    signal?: AbortSignal,
  ): Promise<readonly DeploymentRecord[]> {
    const input = { cluster, service, maxResults: count };
    const { serviceDeployments = [] } = await this.#calls.read(
      "ListServiceDeployments",
      input,
      (abortSignal) => this.#client.send(new ListServiceDeploymentsCommand(input), { abortSignal }),
      signal,
    );
    const arns = serviceDeployments.flatMap(({ serviceDeploymentArn }) => serviceDeploymentArn ?? []);
    const deployments = await this.#describe(arns, signal);
    const revisions = await this.revisions(
      deployments.flatMap(({ targetServiceRevision }) => targetServiceRevision?.arn ?? []),
      signal,
    );
    return deployments
      .map((deployment) => ({
        deployment,
        taskDefinition: revisions.get(deployment.targetServiceRevision?.arn ?? "")?.taskDefinition,
      }))
      .sort((a, b) => (b.deployment.createdAt?.getTime() ?? 0) - (a.deployment.createdAt?.getTime() ?? 0));
  }

  /**
   * Like {@link newest}; undefined for a service whose deployments ECS does not keep, and where they may not
   * be read.
   */
  async newestIfKept(
    cluster: string,
    service: string,
    count: number,
    signal?: AbortSignal,
  ): Promise<readonly DeploymentRecord[] | undefined> {
    try {
      return await this.newest(cluster, service, count, signal);
    } catch (error) {
      if (
        kindOf(error) === "denied" ||
        (error instanceof Error && error.name === "UnsupportedFeatureException")
      )
        return undefined;
      throw error;
    }
  }

  /** One service deployment as it is now; undefined when ECS does not know it. */
  async one(arn: string, signal?: AbortSignal): Promise<ServiceDeployment | undefined> {
    const [found] = await this.#describe([arn], signal);
    return found;
  }

  /** Service revisions by ARN; those that ECS does not know are absent. */
  async revisions(
    arns: readonly string[],
    signal?: AbortSignal,
  ): Promise<ReadonlyMap<string, ServiceRevision>> {
    const unknown = [...new Set(arns)].filter((arn) => !this.#revisions.has(arn));
    const found = await inBatches(unknown, perCall, async (batch) => {
      const input = { serviceRevisionArns: [...batch] };
      const { serviceRevisions } = await this.#calls.read(
        "DescribeServiceRevisions",
        input,
        (abortSignal) => this.#client.send(new DescribeServiceRevisionsCommand(input), { abortSignal }),
        signal,
      );
      return serviceRevisions ?? [];
    });
    for (const revision of found) this.#revisions.set(revision.serviceRevisionArn ?? "", revision);
    return this.#revisions;
  }

  /**
   * The revision that the primary deployment of a service brings into force, whose ARN ends in the number of
   * that deployment; undefined when ECS tells none, and when it may not be read.
   */
  async current(
    { deployments = [], currentServiceRevisions = [] }: Service,
    signal?: AbortSignal,
  ): Promise<ServiceRevision | undefined> {
    const arns = currentServiceRevisions.flatMap(({ arn }) => arn ?? []);
    const primary = deployments.find(({ status }) => status === "PRIMARY");
    const own = arns.find((arn) => nameOfArn(arn) === nameOfArn(primary?.id ?? ""));
    const revisions = await this.#revisionsIfAllowed(own === undefined ? arns : [own], signal);
    return revisions.toSorted((a, b) => (b.createdAt?.getTime() ?? 0) - (a.createdAt?.getTime() ?? 0))[0];
  }

  async #revisionsIfAllowed(
    arns: readonly string[],
    signal: AbortSignal | undefined,
  ): Promise<readonly ServiceRevision[]> {
    try {
      const known = await this.revisions(arns, signal);
      return arns.flatMap((arn) => known.get(arn) ?? []);
    } catch (error) {
      if (kindOf(error) === "denied") return [];
      throw error;
    }
  }

  async #describe(arns: readonly string[], signal?: AbortSignal): Promise<readonly ServiceDeployment[]> {
    return inBatches(arns, perCall, async (batch) => {
      const input = { serviceDeploymentArns: [...batch] };
      const { serviceDeployments } = await this.#calls.read(
        "DescribeServiceDeployments",
        input,
        (abortSignal) => this.#client.send(new DescribeServiceDeploymentsCommand(input), { abortSignal }),
        signal,
      );
      return serviceDeployments ?? [];
    });
  }
}
