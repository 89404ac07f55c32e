import {
  DescribeCapacityProvidersCommand,
  DescribeContainerInstancesCommand,
  ListContainerInstancesCommand,
  type CapacityProvider,
  type ContainerInstance,
  type ECSClient,
} from "@aws-sdk/client-ecs";
import type { Calls } from "./calls.ts";
import { allPages, inBatches } from "./paging.ts";

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeContainerInstances.html */
const instancesPerCall = 100;

/** Reads what a cluster's tasks run on. */
export class CapacityReads {
  readonly #client: ECSClient;
  readonly #calls: Calls;

  constructor(client: ECSClient, calls: Calls) {
    this.#client = client;
    this.#calls = calls;
  }

  async containerInstances(cluster: string, signal?: AbortSignal): Promise<readonly ContainerInstance[]> {
    const arns = await allPages(async (nextToken) => {
      const input = { cluster, nextToken, maxResults: 100 };
      const page = await this.#calls.read(
        "ListContainerInstances",
        input,
        (abortSignal) => this.#client.send(new ListContainerInstancesCommand(input), { abortSignal }),
        signal,
      );
      return { items: page.containerInstanceArns, nextToken: page.nextToken };
    });
    return this.describeContainerInstances(cluster, arns, signal);
  }

  async describeContainerInstances(
    cluster: string,
    arns: readonly string[],
    signal?: AbortSignal,
  ): Promise<readonly ContainerInstance[]> {
    return inBatches(arns, instancesPerCall, async (batch) => {
      const input = { cluster, containerInstances: [...batch] };
      const { containerInstances } = await this.#calls.read(
        "DescribeContainerInstances",
        input,
        (abortSignal) => this.#client.send(new DescribeContainerInstancesCommand(input), { abortSignal }),
        signal,
      );
      return containerInstances ?? [];
    });
  }

  async capacityProviders(
    names: readonly string[],
    signal?: AbortSignal,
  ): Promise<readonly CapacityProvider[]> {
    const input = { capacityProviders: [...names] };
    const { capacityProviders } = await this.#calls.read(
      "DescribeCapacityProviders",
      input,
      (abortSignal) => this.#client.send(new DescribeCapacityProvidersCommand(input), { abortSignal }),
      signal,
    );
    return capacityProviders ?? [];
  }
}
