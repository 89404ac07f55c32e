import type {
  CloudWatchLogsClient,
  FilteredLogEvent,
  FilterLogEventsCommandOutput,
} from "@aws-sdk/client-cloudwatch-logs";
import type { LogLine } from "../model/findings/evidence.ts";
import { merged, type FoundLines } from "../model/foundLines.ts";
import type { KnownStreams, WantedStream } from "../model/knownStreams.ts";
import type { LogStream } from "../model/logStream.ts";
import type { Calls } from "./calls.ts";
import type { Clients } from "./clients.ts";
import { inBatches } from "./paging.ts";

/**
 * The most that one call takes:
 * https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_FilterLogEvents.html
 */
const streamsPerCall = 100;

/** Which lines of a log group to look for. */
export interface LogSearch extends Omit<LogStream, "stream"> {
  readonly streams: readonly WantedStream[];
  /** What is known of the streams since the searches before. */
  readonly known: KnownStreams;
  /** Milliseconds since 1970, the first and the last that count. */
  readonly from?: number;
  readonly until?: number;
  /** A filter pattern of CloudWatch Logs. */
  readonly pattern?: string;
  /** About how many lines at most, the oldest first. */
  readonly most: number;
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
      { region, ...input },
      (abortSignal) => client.send(new GetLogEventsCommand(input), { abortSignal }),
      signal,
    );
    return events.map(({ timestamp = 0, message = "" }) => ({
      time: new Date(timestamp),
      text: message.trimEnd(),
    }));
  }

  /** What some streams of a group have. Streams that are not there have none. */
  async search(search: LogSearch, signal?: AbortSignal): Promise<FoundLines> {
    const { known, group, region, streams } = search;
    const { together, alone } = known.due(`${region} ${group}`, streams);
    const found = await inBatches(together, streamsPerCall, async (batch) => [
      await this.#searchPresent(search, batch, signal),
    ]);
    const others = await inBatches(alone, 1, async (batch) => [
      await this.#searchPresent(search, batch, signal),
    ]);
    return merged([...found, ...others]);
  }

  /**
   * CloudWatch refuses a search when one of its streams is not there, so the half that has it is told from
   * the other.
   */
  async #searchPresent(
    search: LogSearch,
    names: readonly string[],
    signal?: AbortSignal,
  ): Promise<FoundLines> {
    const { known, group, region, streams } = search;
    try {
      const found = await this.#searchAll(search, names, signal);
      known.present(`${region} ${group}`, names, streams);
      return found;
    } catch (error) {
      if (!(error instanceof Error && error.name === "ResourceNotFoundException")) throw error;
      const [only = ""] = names;
      if (names.length > 1 && !/group/.test(error.message)) {
        const halves = await inBatches(names, Math.ceil(names.length / 2), async (half) => [
          await this.#searchPresent(search, half, signal),
        ]);
        return merged(halves);
      }
      if (names.length === 1) known.missing(`${region} ${group}`, only, streams);
      return { lines: [] };
    }
  }

  async #searchAll(
    { group, region, from, until, pattern, most }: LogSearch,
    names: readonly string[],
    signal?: AbortSignal,
  ): Promise<FoundLines> {
    const { FilterLogEventsCommand } = await import("@aws-sdk/client-cloudwatch-logs");
    const client = await this.#client(region);
    const found: FilteredLogEvent[] = [];
    let nextToken: string | undefined;
    do {
      const input = {
        logGroupName: group,
        logStreamNames: [...names],
        startTime: from,
        endTime: until,
        filterPattern: pattern || undefined,
        nextToken,
      };
      const page: FilterLogEventsCommandOutput = await this.#calls.read(
        "FilterLogEvents",
        // Groups of two regions can have one name.
        { region, ...input },
        (abortSignal) => client.send(new FilterLogEventsCommand(input), { abortSignal }),
        signal,
      );
      found.push(...(page.events ?? []));
      nextToken = page.nextToken;
    } while (nextToken !== undefined && found.length < most);
    const lines = found.map(({ timestamp = 0, message = "", logStreamName = "", eventId = "" }) => ({
      time: new Date(timestamp),
      text: message.trimEnd(),
      stream: logStreamName,
      id: eventId,
    }));
    const last = lines.at(-1)?.time.getTime();
    return nextToken === undefined || last === undefined ? { lines } : { lines, cutAt: last };
  }

  async #client(region: string): Promise<CloudWatchLogsClient> {
    const { CloudWatchLogsClient } = await import("@aws-sdk/client-cloudwatch-logs");
    return this.#clients.of(CloudWatchLogsClient, "CloudWatch Logs", { region });
  }
}
