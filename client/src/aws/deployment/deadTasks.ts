import type { Task } from "@aws-sdk/client-ecs";
import { nameOfArn } from "../../model/arn.ts";
import { logStreamOf } from "../../model/logStream.ts";
import { withGroupNames } from "../../model/targets.ts";
import type { EcsReads } from "../ecsReads.ts";
import type { LogReads } from "../logReads.ts";
import type { SoughtDeployment } from "./sought.ts";

/** Why some tasks of a deployment ended: those that ended alike are one entry. */
export interface DeadTasks {
  /**
   * `container app exited with 1`, or the reason that ECS gives: health checks that failed explain the exit,
   * not the other way round.
   */
  readonly cause: string;
  readonly count: number;
  /** The last lines that the newest of them wrote, oldest first. */
  readonly lastLines: readonly string[];
}

/** How many lines of a dead container's log are told. */
const lines = 5;

export interface DeadTasksOptions {
  readonly ecs: EcsReads;
  readonly logs: LogReads;
  readonly cluster: string;
  readonly service: string;
  readonly deployment: SoughtDeployment;
}

/**
 * Why tasks of a deployment ended, most frequent cause first; ECS forgets stopped tasks after about an hour.
 */
export async function deadTasks(
  { ecs, logs, cluster, service, deployment }: DeadTasksOptions,
  signal?: AbortSignal,
): Promise<readonly DeadTasks[]> {
  const stopped = await ecs.tasks(cluster, { serviceName: service, desiredStatus: "STOPPED" }, signal);
  const failed = stopped.filter(
    (task) =>
      isOf(task, deployment) &&
      (isUnhealthy(task) ||
        (task.stopCode !== "ServiceSchedulerInitiated" && task.stopCode !== "UserInitiated")),
  );
  const byCause = new Map<string, Task[]>();
  for (const task of failed) byCause.set(causeOf(task), [...(byCause.get(causeOf(task)) ?? []), task]);
  const found = [...byCause].map(async ([cause, tasks]): Promise<DeadTasks> => {
    const [newest] = tasks.toSorted(
      (a, b) => (b.stoppedAt ?? b.createdAt ?? 0).valueOf() - (a.stoppedAt ?? a.createdAt ?? 0).valueOf(),
    );
    return {
      cause,
      count: tasks.length,
      lastLines: newest ? await lastLines(ecs, logs, newest, signal) : [],
    };
  });
  return (await Promise.all(found)).sort((a, b) => b.count - a.count);
}

const isOf = ({ startedBy, taskDefinitionArn, createdAt }: Task, sought: SoughtDeployment): boolean =>
  sought.deploymentId === undefined
    ? taskDefinitionArn === sought.taskDefinition && (createdAt?.getTime() ?? 0) >= sought.createdAt
    : startedBy === sought.deploymentId;

const isUnhealthy = ({ stoppedReason = "" }: Task): boolean => /health checks?/i.test(stoppedReason);

/**
 * The containers that ended badly; where there are none, and where ECS stopped the task as unhealthy, the
 * reason that the task gives.
 */
function causeOf(task: Task): string {
  const { containers = [], stoppedReason, stopCode } = task;
  if (isUnhealthy(task)) return withGroupNames(stoppedReason ?? "");
  const bad = containers.filter(
    ({ exitCode, reason }) => (exitCode ?? 0) !== 0 || (exitCode === undefined && reason),
  );
  const words = bad.map(({ name = "", exitCode, reason }) =>
    exitCode === undefined
      ? `container ${name}: ${reason}`
      : `container ${name} exited with ${exitCode}${reason ? ` (${reason})` : ""}`,
  );
  return (
    words.join(", ") ||
    (stoppedReason ?? stopCode ?? "stopped without a reason").replace(/\(?task [0-9a-f]{32}\)?/, "a task")
  );
}

/**
 * What the container that ended badly wrote last. That logs may not be read must not hide why the task died.
 */
async function lastLines(
  ecs: EcsReads,
  logs: LogReads,
  task: Task,
  signal: AbortSignal | undefined,
): Promise<readonly string[]> {
  const container = task.containers?.find(({ exitCode }) => (exitCode ?? 0) !== 0) ?? task.containers?.[0];
  const definition = await ecs.taskDefinition(task.taskDefinitionArn ?? "", signal);
  const defined = definition.containerDefinitions?.find(({ name }) => name === container?.name);
  const stream =
    defined &&
    container &&
    logStreamOf(defined, container, nameOfArn(task.taskArn ?? ""), task.taskArn?.split(":")[3] ?? "");
  if (!stream) return [];
  const found = await logs.lastLines(stream, lines, signal).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    return error instanceof Error && error.name === "ResourceNotFoundException"
      ? []
      : [{ text: `(the log group ${stream.group} could not be read)` }];
  });
  return found.map(({ text }) => text);
}
