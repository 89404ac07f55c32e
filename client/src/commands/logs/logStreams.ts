import type { Connection } from "../../aws/connection.ts";
import type { FoundLine } from "../../aws/logReads.ts";
import type { Task } from "../../aws/types.ts";
import { nameOfArn } from "../../model/arn.ts";
import { logSource } from "../../model/logSource.ts";
import type { LogPlace } from "../../model/logStream.ts";
import { ContainerNode } from "../../tree/containerNode.ts";
import type { TreeNode } from "../../tree/node.ts";
import { ServiceNode } from "../../tree/serviceNode.ts";
import { TaskNode } from "../../tree/taskNode.ts";

/** Whose logs are read: one container, all of a task, or all tasks of a service, those to come included. */
export interface LogSubject {
  readonly connection: Connection;
  readonly title: string;
  /** The tasks at the moment. */
  readonly tasks: () => Promise<readonly Task[]>;
  readonly container?: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** The subject that a row of the tree stands for. */
export function subjectOf(node: TreeNode | undefined): LogSubject | undefined {
  if (node instanceof ContainerNode) return { connection: node.connection, title: `${node.name} of ${shortId(node.task)}`, tasks: async () => [node.task], container: node.name, now: () => node.session.now() };
  if (node instanceof TaskNode) return { connection: node.connection, title: `task ${shortId(node.task)}`, tasks: async () => [node.task], now: () => node.session.now() };
  if (!(node instanceof ServiceNode)) return undefined;
  const { connection, service } = node;
  const cluster = service.clusterArn ?? "";
  const serviceName = service.serviceName ?? "";
  return {
    connection,
    title: serviceName,
    now: () => node.session.now(),
    // Those that died tell most of a service in trouble, so they are read as well.
    tasks: async () => [...(await connection.ecs.tasks(cluster, { serviceName })), ...(await connection.ecs.tasks(cluster, { serviceName, desiredStatus: "STOPPED" }))],
  };
}

const shortId = ({ taskArn = "" }: Task): string => nameOfArn(taskArn).slice(0, 8);

export interface Streams {
  /** By what a line's stream is labelled: `7f2c1a9e api`. */
  readonly labels: ReadonlyMap<string, string>;
  readonly places: readonly LogPlace[];
  /** Where the logs are that cannot be read here. */
  readonly elsewhere: readonly string[];
}

/** Finds the log streams of a subject's containers. */
export async function findStreams({ connection, tasks, container }: LogSubject): Promise<Streams> {
  const labels = new Map<string, string>();
  const places: LogPlace[] = [];
  const elsewhere = new Set<string>();
  for (const task of await tasks()) {
    const { containerDefinitions = [] } = await connection.ecs.taskDefinition(task.taskDefinitionArn ?? "");
    for (const running of (task.containers ?? []).filter(({ name }) => container === undefined || name === container)) {
      const defined = containerDefinitions.find(({ name }) => name === running.name);
      if (!defined) continue;
      const source = logSource(defined, task, running);
      if (typeof source === "string") elsewhere.add(source);
      else {
        places.push(source);
        labels.set(source.stream, `${shortId(task)} ${running.name}`);
      }
    }
  }
  return { labels, places, elsewhere: [...elsewhere] };
}

/** The lines of all streams since a moment (milliseconds since 1970), interleaved by time. */
export async function readLines({ connection }: LogSubject, { places }: Streams, search: { readonly from: number; readonly pattern: string; readonly most: number }, signal?: AbortSignal): Promise<readonly FoundLine[]> {
  const groups = new Map<string, LogPlace[]>();
  for (const place of places) groups.set(`${place.region} ${place.group}`, [...(groups.get(`${place.region} ${place.group}`) ?? []), place]);
  const found = [...groups.values()].map(async ([first, ...others]) => {
    if (!first) return [];
    const streams = [first, ...others].map(({ stream }) => stream);
    return connection.logs.search({ region: first.region, group: first.group, streams, from: search.from, pattern: search.pattern }, search.most, signal);
  });
  return (await Promise.all(found)).flat().sort((a, b) => a.time.getTime() - b.time.getTime());
}

/** A line as it is shown: `12:00:05.123 7f2c1a9e api  text`; the label only where there are several streams. */
export function lineText({ time, stream, text }: FoundLine, { labels }: Streams): string {
  const label = labels.size > 1 ? ` ${labels.get(stream) ?? stream}` : "";
  return `${time.toISOString().slice(11, 23)}${label}  ${text}`;
}
