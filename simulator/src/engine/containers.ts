import type { ContainerDefinition } from "@aws-sdk/client-ecs";
import type { Wire } from "../protocol/wire.ts";
import type { Task } from "../state/types.ts";

const definitionsOf = ({ launch }: Task): Wire<ContainerDefinition>[] =>
  launch.definition.record.containerDefinitions ?? [];

export const definitionOf = (task: Task, name: string): Wire<ContainerDefinition> | undefined =>
  definitionsOf(task).find((container) => container.name === name);

export const isEssential = (task: Task, name: string): boolean =>
  definitionOf(task, name)?.essential !== false;

/** Whether another container waits for this one to end: it is an init container. */
const isAwaited = (task: Task, name: string): boolean =>
  definitionsOf(task).some(({ dependsOn = [] }) =>
    dependsOn.some(
      ({ containerName, condition }) =>
        containerName === name && (condition === "COMPLETE" || condition === "SUCCESS"),
    ),
  );

/** Starts all containers; those that others wait for have run to their end at once. */
export function startContainers(task: Task): void {
  for (const container of task.containers) {
    container.started = true;
    container.lastStatus = "RUNNING";
    if (isAwaited(task, container.name)) Object.assign(container, { lastStatus: "STOPPED", exitCode: 0 });
  }
}
