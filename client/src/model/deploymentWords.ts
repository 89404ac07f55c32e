import type { Deployment, ServiceDeployment } from "../aws/types.ts";

/** A deployment as DescribeServices tells it: `in progress · 1 of 4 running · 3 failed tasks`. */
export function deploymentWords({
  status = "",
  rolloutState,
  runningCount = 0,
  desiredCount = 0,
  failedTasks = 0,
}: Deployment): string {
  const state = rolloutState ? lowered(rolloutState) : status.toLowerCase();
  const serving = status === "ACTIVE" ? "being replaced" : "";
  const failed = failedTasks > 0 ? `${failedTasks} failed ${failedTasks === 1 ? "task" : "tasks"}` : "";
  // In its first moment, a deployment has no count of its own yet.
  const isAsked = rolloutState === "IN_PROGRESS" && desiredCount === 0;
  const counts = isAsked ? "" : `${runningCount} of ${desiredCount} running`;
  return [state, serving, counts, failed].filter(Boolean).join(" · ");
}

/**
 * A service deployment in words: `rollback successful`, `in progress · 3 failed, breaker at 10 · bake time`.
 */
export function recordWords(deployment: ServiceDeployment): string {
  return [lowered(deployment.status ?? "UNKNOWN"), underWayWords(deployment)].filter(Boolean).join(" · ");
}

/**
 * What a service deployment knows beyond its status while it is under way: the circuit breaker's count and
 * the stage.
 */
export function underWayWords(deployment: ServiceDeployment): string {
  if (!isUnderWay(deployment)) return "";
  const { failureCount = 0, threshold } = deployment.deploymentCircuitBreaker ?? {};
  const breaker = failureCount > 0 && threshold ? `circuit breaker at ${failureCount} of ${threshold}` : "";
  return [breaker, deployment.lifecycleStage && lowered(deployment.lifecycleStage)]
    .filter(Boolean)
    .join(" · ");
}

/** Whether a service deployment has not ended yet. */
export function isUnderWay({ status }: ServiceDeployment): boolean {
  return (
    status === "PENDING" ||
    status === "IN_PROGRESS" ||
    status === "STOP_REQUESTED" ||
    status === "ROLLBACK_REQUESTED" ||
    status === "ROLLBACK_IN_PROGRESS"
  );
}

const lowered = (word: string): string => word.toLowerCase().replaceAll("_", " ");
