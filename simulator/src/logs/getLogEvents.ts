import type { GetLogEventsRequest, GetLogEventsResponse } from "@aws-sdk/client-cloudwatch-logs";
import { ApiError } from "../protocol/apiError.ts";
import { operation } from "../protocol/operation.ts";
import { requireGroup } from "./groups.ts";

/** The greatest and default number of events of one answer. */
const most = 10_000;

/** Events of one stream. Its tokens stand for places in the stream, so the forward one repeats at the end. */
export const getLogEvents = operation<GetLogEventsRequest, GetLogEventsResponse>(
  "GetLogEvents",
  (account, input) => {
    const { limit = most, startFromHead = false, startTime, endTime, nextToken } = input;
    const tape = requireGroup(account, input).tapes.find(({ stream }) => stream === input.logStreamName);
    if (!tape) throw new ApiError("ResourceNotFoundException", "The specified log stream does not exist.");
    const lowest = startTime === undefined ? 0 : tape.indexAt(startTime);
    const highest = endTime === undefined ? tape.length : tape.indexAt(endTime);
    const [direction = startFromHead ? "f" : "b", place] = readToken(nextToken);
    const from = direction === "f" ? (place ?? lowest) : Math.max(lowest, (place ?? highest) - limit);
    const to = direction === "f" ? Math.min(highest, from + limit) : (place ?? highest);
    const events = [];
    for (let index = from; index < to; index++) {
      const line = tape.line(index);
      events.push({ ...line, ingestionTime: line.timestamp });
    }
    return { events, nextForwardToken: `f/${Math.max(from, to)}`, nextBackwardToken: `b/${from}` };
  },
);

function readToken(token: string | undefined): [] | [direction: string, place: number] {
  if (token === undefined) return [];
  const match = /^([fb])\/(\d+)$/.exec(token);
  if (!match) throw new ApiError("InvalidParameterException", "The specified nextToken is invalid.");
  return [match[1] ?? "f", Number(match[2])];
}
