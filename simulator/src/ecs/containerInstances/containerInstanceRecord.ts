import type { ContainerInstance as AwsContainerInstance, Resource } from "@aws-sdk/client-ecs";
import { remaining } from "../../state/containerInstance.ts";
import type { Wire } from "../../protocol/wire.ts";
import type { Cluster, ContainerInstance } from "../../state/types.ts";

/** Ports that the agent keeps for itself. */
const reservedPorts = ["22", "2376", "2375", "51678", "51679"];

/**
 * A container instance with its present tasks and what they leave of it, as DescribeContainerInstances
 * answers it.
 */
export function containerInstanceRecord(
  cluster: Cluster,
  instance: ContainerInstance,
): Wire<AwsContainerInstance> {
  const tasks = [...cluster.tasks.values()]
    .filter((task) => task.launch.compute.instance === instance)
    .map((task) => task.state.lastStatus);
  const { cpu, memory, usedPorts } = remaining(cluster, instance);
  return {
    ...instance.record,
    registeredResources: resources(instance.cpu, instance.memory, reservedPorts),
    remainingResources: resources(cpu, memory, [...reservedPorts, ...[...usedPorts].map(String)]),
    runningTasksCount: tasks.filter((status) => status === "RUNNING").length,
    pendingTasksCount: tasks.filter((status) => status === "PENDING").length,
  };
}

const resources = (cpu: number, memory: number, ports: string[]): Wire<Resource>[] => [
  { name: "CPU", type: "INTEGER", doubleValue: 0, longValue: 0, integerValue: cpu },
  { name: "MEMORY", type: "INTEGER", doubleValue: 0, longValue: 0, integerValue: memory },
  { name: "PORTS", type: "STRINGSET", doubleValue: 0, longValue: 0, integerValue: 0, stringSetValue: ports },
  { name: "PORTS_UDP", type: "STRINGSET", doubleValue: 0, longValue: 0, integerValue: 0, stringSetValue: [] },
];
