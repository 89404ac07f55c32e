import type { DeploymentCircuitBreaker } from "@aws-sdk/client-ecs";
import type { Wire } from "../protocol/wire.ts";

/**
 * After how many failed tasks the circuit breaker trips: by default half of the desired count, from 3 to 200.
 */
export function breakerThreshold(
  breaker: Wire<DeploymentCircuitBreaker> | undefined,
  desiredCount: number,
): number {
  const { type = "BOUNDED_PERCENT", value = 50 } = breaker?.thresholdConfiguration ?? {};
  if (type === "COUNT") return value;
  const share = Math.ceil((desiredCount * value) / 100);
  return type === "UNBOUNDED_PERCENT" ? Math.max(share, 1) : Math.min(Math.max(share, 3), 200);
}
