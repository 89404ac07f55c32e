import type { TaskDefinition } from "../../model/taskDefinition.ts";

/** Where traffic goes. */
export interface Target {
  readonly containerName: string;
  readonly containerPort: number;
}

/** The first container with a port, for quick fixes; a stand-in where the task definition is not known. */
export function likelyTarget(task: TaskDefinition | undefined, containerName?: string): Target {
  const container =
    task?.container(containerName) ??
    task?.containers.find(({ portMappings }) => portMappings.length > 0) ??
    task?.containers[0];
  return {
    containerName: container?.name ?? "YOUR_CONTAINER",
    containerPort: container?.portMappings[0]?.get("containerPort")?.integer ?? 80,
  };
}
