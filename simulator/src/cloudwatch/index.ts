import type { Operation } from "../protocol/operation.ts";
import { describeAlarms } from "./describeAlarms.ts";
import { getMetricData, getMetricStatistics } from "./metrics.ts";

export const cloudwatchOperations: readonly Operation[] = [
  describeAlarms,
  getMetricData,
  getMetricStatistics,
];
