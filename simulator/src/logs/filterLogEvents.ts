import type { FilterLogEventsRequest, FilterLogEventsResponse } from "@aws-sdk/client-cloudwatch-logs";
import { ApiError } from "../protocol/apiError.ts";
import { operation } from "../protocol/operation.ts";
import type { Wire } from "../protocol/wire.ts";
import { parseFilterPattern } from "./filterPattern.ts";
import { requireGroup } from "./groups.ts";
import type { Line, Tape } from "./tape.ts";
import type { Account } from "../state/types.ts";

/** The greatest and default number of events of one answer. */
const most = 10_000;

type Event = Line & {
  readonly logStreamName: string;
  readonly eventId: string;
  readonly ingestionTime: number;
};

/** Events of all streams of a group in order of time. Its token is the event to go on from. */
export const filterLogEvents = operation<FilterLogEventsRequest, FilterLogEventsResponse>(
  "FilterLogEvents",
  (account, input) => {
    const { limit = most, nextToken } = input;
    const [from, skipped] = nextToken === undefined ? [input.startTime ?? 0, 0] : readToken(nextToken);
    const tapes = tapesFor(account, input);
    const matches = parseFilterPattern(input.filterPattern);
    const events = tapes
      .flatMap((tape) => eventsOf(tape, from, input.endTime, skipped + limit + 1, matches))
      .sort((a, b) => a.timestamp - b.timestamp);
    const next = events[skipped + limit];
    const searchedLogStreams = tapes.map(({ stream }) => ({
      logStreamName: stream,
      searchedCompletely: true,
    }));
    return {
      events: events.slice(skipped, skipped + limit),
      searchedLogStreams,
      ...(next && { nextToken: tokenFor(events, next) }),
    };
  },
);

/** The time of the event, and how many of the same time come before it: many can. */
const tokenFor = (events: readonly Event[], next: Event): string =>
  `${next.timestamp}/${events.filter(({ timestamp }) => timestamp === next.timestamp).indexOf(next)}`;

function readToken(token: string): [time: number, skipped: number] {
  const match = /^(\d+)\/(\d+)$/.exec(token);
  if (!match) throw new ApiError("InvalidParameterException", "The specified nextToken is invalid.");
  return [Number(match[1]), Number(match[2])];
}

/** The streams that were asked for, each of which must be there. */
function tapesFor(account: Account, input: Wire<FilterLogEventsRequest>): Tape[] {
  const { logStreamNames, logStreamNamePrefix = "" } = input;
  const { tapes } = requireGroup(account, input);
  if (logStreamNames === undefined)
    return tapes.filter(({ stream }) => stream.startsWith(logStreamNamePrefix));
  return logStreamNames.map((name) => tapes.find(({ stream }) => stream === name) ?? missingStream());
}

function missingStream(): never {
  throw new ApiError("ResourceNotFoundException", "The specified log stream does not exist.");
}

/** The first `count` matching events of a stream. */
function eventsOf(
  tape: Tape,
  from: number,
  until: number | undefined,
  count: number,
  matches: (message: string) => boolean,
): Event[] {
  const events: Event[] = [];
  const end = until === undefined ? tape.length : tape.indexAt(until + 1);
  for (let index = tape.indexAt(from); index < end && events.length < count; index++) {
    const line = tape.line(index);
    if (matches(line.message))
      events.push({
        ...line,
        logStreamName: tape.stream,
        ingestionTime: line.timestamp,
        eventId: eventId(tape, index),
      });
  }
  return events;
}

/** Digits only, as CloudWatch's ids, and the same whenever the event is read. */
function eventId(tape: Tape, index: number): string {
  const { timestamp } = tape.line(index);
  return `${timestamp}${String(Number.parseInt(tape.stream.slice(-8), 16) || 0).padStart(10, "0")}${String(index).padStart(10, "0")}`;
}
