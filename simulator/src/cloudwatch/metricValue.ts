import { createHash } from "node:crypto";
import type { Account } from "../state/types.ts";

export interface MetricName {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Readonly<Record<string, string>>;
}

/** Around which value a metric swings, and how far, where it is known. */
const usual: Readonly<Record<string, { readonly middle: number; readonly swing: number }>> = {
  CPUUtilization: { middle: 35, swing: 25 },
  MemoryUtilization: { middle: 55, swing: 8 },
  CpuUtilized: { middle: 90, swing: 60 },
  MemoryUtilized: { middle: 280, swing: 40 },
  RequestCount: { middle: 1200, swing: 900 },
  RequestCountPerTarget: { middle: 400, swing: 300 },
  TargetResponseTime: { middle: 0.08, swing: 0.04 },
  HTTPCode_Target_5XX_Count: { middle: 1, swing: 1 },
};

/** How many tasks of the service run, for the metrics that count. */
function runningTasks(
  account: Account,
  { ClusterName = "", ServiceName = "" }: MetricName["dimensions"],
): number {
  const service = account.clusters.get(ClusterName)?.services.get(ServiceName);
  return [...(service?.tasks ?? [])].filter(({ state }) => state.lastStatus === "RUNNING").length;
}

/**
 * The value of a metric at a time, in seconds since 1970: a calm wave, the same whenever it is asked.
 * Undefined: no data.
 */
export function metricValue(account: Account, metric: MetricName, time: number): number | undefined {
  if (metric.name === "RunningTaskCount") return runningTasks(account, metric.dimensions);
  if (metric.dimensions.ServiceName !== undefined && runningTasks(account, metric.dimensions) === 0)
    return undefined;
  const range = usual[metric.name];
  if (!range) return undefined;
  const seed = createHash("sha256").update(JSON.stringify(metric)).digest();
  const phase = (seed[0] ?? 0) / 40;
  const wave = 0.7 * Math.sin(time / 5400 + phase) + 0.3 * Math.sin(time / 731 + 2 * phase);
  return Math.max(0, range.middle + range.swing * wave);
}
