import type { ContainerInstance as AwsContainerInstance } from "@aws-sdk/client-ecs";
import type { Wire } from "../protocol/wire.ts";
import { lastPart } from "./arn.ts";
import type { Cluster } from "./cluster.ts";
import type { TaskDefinition } from "./taskDefinition.ts";

export interface ContainerInstance {
  readonly id: string;
  readonly arn: string;
  /** As DescribeContainerInstances answers it, without the counts and what remains. */
  readonly record: Wire<AwsContainerInstance> & { status: "ACTIVE" | "DRAINING" };
  /** CPU units. */
  readonly cpu: number;
  /** MiB. */
  readonly memory: number;
}

/** What a task takes of an instance: CPU units, MiB of memory, host ports. */
export interface Demand {
  readonly cpu: number;
  readonly memory: number;
  readonly ports: readonly number[];
}

export function demandOf({ record }: TaskDefinition): Demand {
  const containers = record.containerDefinitions ?? [];
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
  return {
    cpu: Number(record.cpu ?? sum(containers.map(({ cpu }) => cpu ?? 0))),
    memory: Number(
      record.memory ??
        sum(containers.map(({ memory, memoryReservation }) => memoryReservation ?? memory ?? 0)),
    ),
    ports:
      record.networkMode === "awsvpc"
        ? []
        : containers.flatMap(({ portMappings = [] }) =>
            portMappings.flatMap(({ hostPort }) => (hostPort ? [hostPort] : [])),
          ),
  };
}

/** What the tasks that have not stopped leave of the instance. */
export function remaining(
  cluster: Cluster,
  instance: ContainerInstance,
): { cpu: number; memory: number; usedPorts: Set<number> } {
  let { cpu, memory } = instance;
  const usedPorts = new Set<number>();
  for (const task of cluster.tasks.values()) {
    if (task.launch.compute.instance !== instance || task.state.lastStatus === "STOPPED") continue;
    const demand = demandOf(task.launch.definition);
    cpu -= demand.cpu;
    memory -= demand.memory;
    for (const port of demand.ports) usedPorts.add(port);
  }
  return { cpu, memory, usedPorts };
}

export const findContainerInstance = (cluster: Cluster, reference: string): ContainerInstance | undefined =>
  cluster.instances.get(lastPart(reference));
