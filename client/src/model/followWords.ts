import type { Deployment, ServiceDeployment } from "../aws/types.ts";
import { duration } from "./time.ts";

/** Where a deployment is, for its progress: `orders:13 · 2 of 3 running · bake time · 80 s`. */
export function progressWords(
  revision: string,
  deployment: Deployment | undefined,
  record: ServiceDeployment | undefined,
  milliseconds: number,
): string {
  const { runningCount = 0, desiredCount = 0, failedTasks = 0, pendingCount = 0 } = deployment ?? {};
  // In its first moment, a deployment has no count of its own yet.
  const counts = desiredCount > 0 ? `${runningCount} of ${desiredCount} running` : "";
  const pending = pendingCount > 0 ? `${pendingCount} starting` : "";
  const failed = failedTasks > 0 ? `${failedTasks} failed${breakerWords(record, failedTasks)}` : "";
  return [revision, counts, pending, failed, stageWords(record), duration(milliseconds)]
    .filter(Boolean)
    .join(" · ");
}

/**
 * The stage of a deployment that shifts traffic, with the traffic that it has; what happens when it is rolled
 * back.
 */
export function stageWords(record: ServiceDeployment | undefined): string {
  if (!record) return "";
  if (record.status === "ROLLBACK_IN_PROGRESS" || record.status === "ROLLBACK_REQUESTED")
    return "failed, rolling back";
  if (record.status === "STOP_REQUESTED") return "stopping";
  const stage = record.lifecycleStage?.toLowerCase().replaceAll("_", " ") ?? "";
  const weight = record.targetServiceRevision?.requestedProductionTrafficWeight;
  return weight === undefined || stage === "" ? stage : `${stage}, ${weight} % of traffic`;
}

function breakerWords({ deploymentCircuitBreaker: breaker }: ServiceDeployment = {}, failed: number): string {
  return breaker?.threshold && failed < breaker.threshold && breaker.status !== "DISABLED"
    ? ` of ${breaker.threshold} before it fails`
    : "";
}
