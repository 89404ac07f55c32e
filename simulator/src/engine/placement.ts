import { findBehaviour } from "../state/behaviour.ts";
import { demandOf, remaining } from "../state/containerInstance.ts";
import { chooseCompute, fargateCompute, instanceCompute, type ComputeRequest } from "./compute.ts";
import type { Account, Cluster, Compute, ContainerInstance, Demand, TaskDefinition } from "../state/types.ts";

/** Why a task found no place. */
export interface PlacementFailure {
  /** As RunTask names it in its failures: RESOURCE:MEMORY and the like. */
  readonly reason: string;
  /** As a service's event tells it, after "was unable to place a task". */
  readonly event: string;
  readonly instance?: ContainerInstance;
}

const seeMore = "For more information, see the Troubleshooting section of the Amazon ECS Developer Guide.";
const noInstanceFits = "because no container instance met all of its requirements.";

/** Finds a place for one more task; `ordinal` counts the tasks of the deployment or family from 1. */
export function place(
  account: Account,
  cluster: Cluster,
  definition: TaskDefinition,
  request: ComputeRequest,
  ordinal: number,
  excluded: ReadonlySet<ContainerInstance> = new Set(),
): Compute | PlacementFailure {
  const scripted = scriptedFailure(account, definition, ordinal);
  if (scripted !== undefined) return { reason: scripted, event: `. Reason: ${scripted}` };
  const choice = chooseCompute(cluster, request, ordinal);
  if (choice.launchType === "FARGATE") return fargateCompute(choice);
  const provider = "provider" in choice ? choice.provider : undefined;
  const instances = [...cluster.instances.values()].filter(
    (instance) =>
      instance.record.status === "ACTIVE" &&
      (provider === undefined || instance.record.capacityProviderName === provider),
  );
  if (instances.length === 0) {
    const reason = "No Container Instances were found in your cluster.";
    return { reason, event: ` ${noInstanceFits} Reason: ${reason} ${seeMore}` };
  }
  const free = instances.filter((instance) => !excluded.has(instance));
  return fitting(cluster, free.length > 0 ? free : instances, demandOf(definition), (instance) =>
    instanceCompute(choice, instance),
  );
}

function scriptedFailure(account: Account, { record }: TaskDefinition, ordinal: number): string | undefined {
  return (record.containerDefinitions ?? [])
    .map(
      (container) =>
        findBehaviour(account.behaviours, { family: record.family, ordinal }, container)?.placementError,
    )
    .find((error) => error !== undefined);
}

/** The instance with most memory left that has room, or what the closest one lacks. */
function fitting(
  cluster: Cluster,
  instances: readonly ContainerInstance[],
  demand: Demand,
  answer: (instance: ContainerInstance) => Compute,
): Compute | PlacementFailure {
  const byRoom = instances
    .map((instance) => ({ instance, left: remaining(cluster, instance) }))
    .sort((a, b) => b.left.memory - a.left.memory);
  const lacks = byRoom.map(({ instance, left }) => ({ instance, lack: lacking(instance, left, demand) }));
  const found = lacks.find(({ lack }) => lack === undefined);
  if (found) return answer(found.instance);
  const [closest] = lacks;
  const lack = closest?.lack ?? memoryLack;
  const near = `The closest matching (container-instance ${closest?.instance.id ?? ""}) ${lack.text}`;
  return {
    reason: lack.reason,
    event: ` ${noInstanceFits} ${near} ${seeMore}`,
    ...(closest && { instance: closest.instance }),
  };
}

interface Lack {
  readonly reason: string;
  readonly text: string;
}

const memoryLack: Lack = { reason: "RESOURCE:MEMORY", text: "has insufficient memory available." };

function lacking(
  instance: ContainerInstance,
  left: ReturnType<typeof remaining>,
  demand: Demand,
): Lack | undefined {
  if (!instance.record.agentConnected) return { reason: "AGENT", text: 'encountered error "AGENT".' };
  if (left.cpu < demand.cpu) return { reason: "RESOURCE:CPU", text: "has insufficient CPU units available." };
  if (left.memory < demand.memory) return memoryLack;
  if (demand.ports.some((port) => left.usedPorts.has(port)))
    return { reason: "RESOURCE:PORTS", text: "is already using a port required by your task." };
  return undefined;
}
