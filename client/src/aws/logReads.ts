import type {
  CloudWatchLogsClient,
  FilteredLogEvent,
  FilterLogEventsCommandOutput,
} from "@aws-sdk/client-cloudwatch-logs";
import type { LogLine } from "../model/findings/evidence.ts";
import type { LogStream } from "../model/logStream.ts";
import type { Calls } from "./calls.ts";
import type { Clients } from "./clients.ts";
import { inBatches } from "./paging.ts";

/** The most that one call takes: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_FilterLogEvents.html */
const streamsPerCall = 100;

/** Which lines of a log group to look for. */
export interface LogSearch extends Omit<LogStream, "stream"> {
  readonly streams: readonly string[];
  /** Milliseconds since 1970, the first and the last that count. */
  readonly from?: number;
  readonly until?: number;
  /** A filter pattern of CloudWatch Logs. */
  readonly pattern?: string;
}

export interface FoundLine extends LogLine {
  readonly stream: string;
  readonly id: string;
}

/** Reads logs of CloudWatch, in whatever region a task definition sends them to. */
export class LogReads {
  readonly #clients: Clients;
  readonly #calls: Calls;

  constructor(clients: Clients, calls: Calls) {
    this.#clients = clients;
    this.#calls = calls;
  }

  /** The last lines of a stream, oldest first: one call. */
  async lastLines(
    { region, group, stream }: LogStream,
    count: number,
    signal?: AbortSignal,
  ): Promise<readonly LogLine[]> {
    const { GetLogEventsCommand } = await import("@aws-sdk/client-cloudwatch-logs");
    const client = await this.#client(region);
    const input = { logGroupName: group, logStreamName: stream, limit: count, startFromHead: false };
    const { events = [] } = await this.#calls.read(
      "GetLogEvents",
      input,
      (abortSignal) => client.send(new GetLogEventsCommand(input), { abortSignal }),
      signal,
    );
    return events.map(({ timestamp = 0, message = "" }) => ({
      time: new Date(timestamp),
      text: message.trimEnd(),
    }));
  }

  /** What some streams of a group have, in the order of time, at most about `most` lines. Streams that are not there have none. */
  async search(
    { streams, ...search }: LogSearch,
    most: number,
    signal?: AbortSignal,
  ): Promise<readonly FoundLine[]> {
    const found = await inBatches(streams, streamsPerCall, (batch) =>
      this.#searchPresent({ ...search, streams: batch }, most, signal),
    );
    return found.toSorted((a, b) => a.time.getTime() - b.time.getTime());
  }

  /** CloudWatch refuses a search when one of its streams is not there, so the half that has it is told from the other. */
  async #searchPresent(
    { streams, ...search }: LogSearch,
    most: number,
    signal?: AbortSignal,
  ): Promise<readonly FoundLine[]> {
    try {
      return await this.#searchAll({ ...search, streams }, most, signal);
    } catch (error) {
      if (!(error instanceof Error && error.name === "ResourceNotFoundException")) throw error;
      if (streams.length === 1 || /group/.test(error.message)) return [];
      return inBatches(streams, Math.ceil(streams.length / 2), (half) =>
        this.#searchPresent({ ...search, streams: half }, most, signal),
      );
    }
  }

  async #searchAll(
    { group, region, streams, from, until, pattern }: LogSearch,
    most: number,
    signal?: AbortSignal,
  ): Promise<readonly FoundLine[]> {
    const { FilterLogEventsCommand } = await import("@aws-sdk/client-cloudwatch-logs");
    const client = await this.#client(region);
    const found: FilteredLogEvent[] = [];
    let nextToken: string | undefined;
    do {
      const input = {
        logGroupName: group,
        logStreamNames: [...streams],
        startTime: from,
        endTime: until,
        filterPattern: pattern || undefined,
        nextToken,
      };
      const page: FilterLogEventsCommandOutput = await this.#calls.read(
        "FilterLogEvents",
        input,
        (abortSignal) => client.send(new FilterLogEventsCommand(input), { abortSignal }),
        signal,
      );
      found.push(...(page.events ?? []));
      nextToken = page.nextToken;
    } while (nextToken !== undefined && found.length < most);
    return found.map(({ timestamp = 0, message = "", logStreamName = "", eventId = "" }) => ({
      time: new Date(timestamp),
      text: message.trimEnd(),
      stream: logStreamName,
      id: eventId,
    }));
  }

  async #client(region: string): Promise<CloudWatchLogsClient> {
    const { CloudWatchLogsClient } = await import("@aws-sdk/client-cloudwatch-logs");
    return this.#clients.of(CloudWatchLogsClient, "CloudWatch Logs", { region });
  }
}
