import { definitionOf } from "./containers.ts";
import type { Task } from "../state/types.ts";

/** The verdict of the health checks of containers and of the load balancer. */
export function judge(task: Task): void {
  for (const container of task.containers) {
    if (!definitionOf(task, container.name)?.healthCheck || container.lastStatus !== "RUNNING") continue;
    container.healthStatus = task.behaviours.get(container.name)?.unhealthy ? "UNHEALTHY" : "HEALTHY";
  }
  const verdicts = task.containers.map(({ healthStatus }) => healthStatus);
  task.state.healthStatus = verdicts.includes("UNHEALTHY")
    ? "UNHEALTHY"
    : verdicts.includes("HEALTHY")
      ? "HEALTHY"
      : "UNKNOWN";
  if (task.target) {
    const reason = [...task.behaviours.values()].find(
      ({ targetUnhealthy }) => targetUnhealthy !== undefined,
    )?.targetUnhealthy;
    task.target = reason === undefined ? { state: "healthy" } : { state: "unhealthy", reason };
  }
  task.launch.changed?.(task);
}
