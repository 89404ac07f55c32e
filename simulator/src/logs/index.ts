import type { Operation } from "../protocol/operation.ts";
import { describeLogGroups } from "./describeLogGroups.ts";
import { describeLogStreams } from "./describeLogStreams.ts";
import { filterLogEvents } from "./filterLogEvents.ts";
import { getLogEvents } from "./getLogEvents.ts";
import { startLiveTail } from "./startLiveTail.ts";

export const logsOperations: readonly Operation[] = [
  describeLogGroups,
  describeLogStreams,
  filterLogEvents,
  getLogEvents,
  startLiveTail,
];
