import type {
  DescribeLogStreamsRequest,
  DescribeLogStreamsResponse,
  LogStream,
} from "@aws-sdk/client-cloudwatch-logs";
import { operation } from "../protocol/operation.ts";
import { page } from "../protocol/paging.ts";
import { arn } from "../state/arn.ts";
import type { Wire } from "../protocol/wire.ts";
import { requireGroup } from "./groups.ts";
import type { Tape } from "./tape.ts";
import type { Account } from "../state/types.ts";

export const describeLogStreams = operation<DescribeLogStreamsRequest, DescribeLogStreamsResponse>(
  "DescribeLogStreams",
  (account, input) => {
    const {
      logStreamNamePrefix = "",
      orderBy = "LogStreamName",
      descending = false,
      limit,
      nextToken,
    } = input;
    const { tapes } = requireGroup(account, input);
    const streams = tapes
      .filter(({ stream }) => stream.startsWith(logStreamNamePrefix))
      .map((tape) => streamRecord(account, tape));
    if (orderBy === "LastEventTime")
      streams.sort((a, b) => (a.lastEventTimestamp ?? 0) - (b.lastEventTimestamp ?? 0));
    if (descending) streams.reverse();
    const { items, ...rest } = page(streams, { maxResults: limit, nextToken }, { default: 50, most: 50 });
    return { logStreams: items, ...rest };
  },
);

function streamRecord(account: Account, tape: Tape): Wire<LogStream> {
  const first = tape.length > 0 ? tape.line(0).timestamp : undefined;
  const last = tape.length > 0 ? tape.line(tape.length - 1).timestamp : undefined;
  return {
    logStreamName: tape.stream,
    ...(first !== undefined && { creationTime: first, firstEventTimestamp: first }),
    ...(last !== undefined && { lastEventTimestamp: last, lastIngestionTime: last }),
    arn: arn(account, "logs", `log-group:${tape.group}:log-stream:${tape.stream}`),
    storedBytes: 0,
  };
}
