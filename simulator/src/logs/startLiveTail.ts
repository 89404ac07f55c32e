import type { LiveTailSessionLogEvent, StartLiveTailRequest } from "@aws-sdk/client-cloudwatch-logs";
import { EventStream } from "../protocol/eventStream.ts";
import type { Operation } from "../protocol/operation.ts";
import { arn } from "../state/arn.ts";
import type { Wire } from "../protocol/wire.ts";
import { parseFilterPattern } from "./filterPattern.ts";
import { nameOf, requireGroup } from "./groups.ts";
import type { Tape } from "./tape.ts";
import type { Account } from "../state/types.ts";

/** How often new lines are sent, in real milliseconds. */
const interval = 1000;

type Request = Wire<StartLiveTailRequest>;

/** Sends the lines that are written from now on, once a second, until the caller hangs up. */
export const startLiveTail: Operation = {
  name: "StartLiveTail",
  run(account: Account, input: Request): EventStream {
    const groups = (input.logGroupIdentifiers ?? []).map(nameOf);
    for (const logGroupName of groups) requireGroup(account, { logGroupName });
    const matches = parseFilterPattern(input.logEventFilterPattern);
    let seen = account.clock.now() * 1000;
    return new EventStream((send) => {
      send("initial-response", {});
      send("sessionStart", { requestId: account.random.uuid(), sessionId: account.random.uuid(), ...input });
      const timer = setInterval(() => {
        const now = account.clock.now() * 1000;
        const sessionResults = groups
          .flatMap((group) => newLines(account, input, group, seen, now))
          .filter(({ message = "" }) => matches(message));
        seen = now;
        send("sessionUpdate", { sessionMetadata: { sampled: false }, sessionResults });
      }, interval);
      return () => clearInterval(timer);
    });
  },
};

function newLines(
  account: Account,
  input: Request,
  group: string,
  after: number,
  until: number,
): Wire<LiveTailSessionLogEvent>[] {
  const { logStreamNames, logStreamNamePrefixes } = input;
  const asked = ({ stream }: Tape): boolean =>
    (!logStreamNames?.length || logStreamNames.includes(stream)) &&
    (!logStreamNamePrefixes?.length || logStreamNamePrefixes.some((prefix) => stream.startsWith(prefix)));
  const logGroupIdentifier = arn(account, "logs", `log-group:${group}`);
  const lines = requireGroup(account, { logGroupName: group })
    .tapes.filter(asked)
    .flatMap((tape) =>
      range(tape.indexAt(after), tape.indexAt(until)).map((index) => ({
        ...tape.line(index),
        logStreamName: tape.stream,
        logGroupIdentifier,
      })),
    );
  return lines
    .map((line) => ({ ...line, ingestionTime: line.timestamp }))
    .sort((a, b) => a.timestamp - b.timestamp);
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
