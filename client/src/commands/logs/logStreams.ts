import type { Container, Task } from "../../aws/types.ts";
import { merged, type FoundLines } from "../../model/foundLines.ts";
import type { KnownStreams } from "../../model/knownStreams.ts";
import { logSource } from "../../model/logSource.ts";
import type { LogStream } from "../../model/logStream.ts";
import type { CommandContext } from "../command.ts";
import { shortId, type LogSubject } from "./logSubject.ts";

/** A stream, and whether its container may have written to it. */
export interface LogSource extends LogStream {
  readonly hasStarted: boolean;
}

export interface Streams {
  /** By what a line's stream is labelled: `7f2c1a9e api`. */
  readonly labels: ReadonlyMap<string, string>;
  readonly sources: readonly LogSource[];
  /** Where the logs are that cannot be read here. */
  readonly elsewhere: readonly string[];
  /** When the last task stopped, if no more lines can come. */
  readonly isOver: Date | undefined;
}

/** Finds the log streams of a subject's containers. */
export async function findStreams({ connection, tasks, container, isOpen }: LogSubject): Promise<Streams> {
  const labels = new Map<string, string>();
  const sources: LogSource[] = [];
  const elsewhere = new Set<string>();
  const found = await tasks();
  for (const task of found) {
    const { containerDefinitions = [] } = await connection.ecs.taskDefinition(task.taskDefinitionArn ?? "");
    for (const running of (task.containers ?? []).filter(
      ({ name }) => container === undefined || name === container,
    )) {
      const defined = containerDefinitions.find(({ name }) => name === running.name);
      if (!defined) continue;
      const source = logSource(defined, task, running);
      if (typeof source === "string") elsewhere.add(source);
      else {
        sources.push({ ...source, hasStarted: hasStarted(task, running) });
        labels.set(source.stream, `${shortId(task)} ${running.name}`);
      }
    }
  }
  return { labels, sources, elsewhere: [...elsewhere], isOver: isOpen ? undefined : lastStop(found) };
}

/** Whether a container has run. Of a task that never started, one that others wait for may have. */
const hasStarted = ({ startedAt }: Task, { exitCode, lastStatus }: Container): boolean =>
  startedAt !== undefined || exitCode !== undefined || lastStatus === "RUNNING";

/** When the last of some tasks stopped; undefined while one runs. */
function lastStop(tasks: readonly Task[]): Date | undefined {
  const stops = tasks.flatMap(({ lastStatus, stoppedAt }) =>
    lastStatus === "STOPPED" && stoppedAt ? [stoppedAt.getTime()] : [],
  );
  return stops.length === tasks.length ? new Date(Math.max(...stops)) : undefined;
}

/** When nothing can be read here, the user is told where to look. */
export async function isElsewhere(
  { ui }: CommandContext,
  { title }: LogSubject,
  { sources, elsewhere }: Streams,
): Promise<boolean> {
  if (sources.length > 0) return false;
  await ui.info(
    elsewhere.length > 0 ? elsewhere.join(" ") : `${title} has no containers whose logs could be read.`,
  );
  return true;
}

/** Which lines to read. */
export interface LineSearch {
  /** Milliseconds since 1970. */
  readonly from: number;
  readonly until?: number;
  /** A filter pattern of CloudWatch Logs; empty: everything. */
  readonly pattern: string;
  /** About how many of each log group at most, the oldest first. */
  readonly most: number;
  /** What is known of the streams since the searches before. */
  readonly known: KnownStreams;
}

/** The lines of all streams, interleaved by time. */
export async function readLines(
  { connection }: LogSubject,
  { sources }: Streams,
  search: LineSearch,
  signal?: AbortSignal,
): Promise<FoundLines> {
  const groups = new Map<string, LogSource[]>();
  for (const source of sources) {
    const key = `${source.region} ${source.group}`;
    groups.set(key, [...(groups.get(key) ?? []), source]);
  }
  const found = [...groups.values()].map(async (each) => {
    const { region, group } = each[0]!;
    const streams = each.map(({ stream, hasStarted }) => ({ name: stream, hasStarted }));
    return connection.logs.search({ ...search, region, group, streams }, signal);
  });
  return merged(await Promise.all(found));
}
