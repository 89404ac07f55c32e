import type { CloudWatchLogsClient } from "@aws-sdk/client-cloudwatch-logs";
import type { LogLine } from "../model/findings/evidence.ts";
import type { LogPlace } from "../model/logStream.ts";
import type { Calls } from "./calls.ts";
import type { ClientSettings } from "./clientSettings.ts";

/** Reads logs of CloudWatch, in whatever region a task definition sends them to. */
export class LogReads {
  readonly #settings: ClientSettings;
  readonly #calls: Calls;
  readonly #clients = new Map<string, CloudWatchLogsClient>();

  constructor(settings: ClientSettings, calls: Calls) {
    this.#settings = settings;
    this.#calls = calls;
  }

  /** The last lines of a stream, oldest first: one call. */
  async lastLines({ region, group, stream }: LogPlace, count: number, signal?: AbortSignal): Promise<readonly LogLine[]> {
    const { GetLogEventsCommand } = await import("@aws-sdk/client-cloudwatch-logs");
    const client = await this.#client(region);
    const input = { logGroupName: group, logStreamName: stream, limit: count, startFromHead: false };
    const { events = [] } = await this.#calls.read("GetLogEvents", input, (abortSignal) => client.send(new GetLogEventsCommand(input), { abortSignal }), signal);
    return events.map(({ timestamp = 0, message = "" }) => ({ time: new Date(timestamp), text: message.trimEnd() }));
  }

  async #client(region: string): Promise<CloudWatchLogsClient> {
    const { CloudWatchLogsClient } = await import("@aws-sdk/client-cloudwatch-logs");
    const client = this.#clients.get(region) ?? new CloudWatchLogsClient({ ...this.#settings, region });
    this.#clients.set(region, client);
    return client;
  }
}
