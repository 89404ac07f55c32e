import { lastPart } from "./arn.ts";
import type { Cluster, ContainerInstance, Demand, TaskDefinition } from "./types.ts";

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
