import { Lasting } from "../../model/lasting.ts";
import type { Connection } from "../../aws/connection.ts";
import type { Container, Task } from "../../aws/types.ts";
import { errorText } from "../../host/log.ts";
import { nameOfArn } from "../../model/arn.ts";
import { describeFailure } from "../../model/failure.ts";
import { logStreamOf } from "../../model/logStream.ts";
import { taskStatus } from "../../model/taskState.ts";
import { TaskNode } from "../../tree/taskNode.ts";
import type { Progress } from "../../host/ui.ts";
import { askToSignIn } from "../askToSignIn.ts";
import type { CommandContext } from "../command.ts";
import { followLogs } from "../logs/followLogs.ts";
import { shortId } from "../logs/logSubject.ts";
import { RunJournal, type RunEntry } from "./runJournal.ts";

/** Waits for tasks that were just started, side by side, and offers their logs meanwhile. */
export async function waitForTasks(
  context: CommandContext,
  connection: Connection,
  tasks: readonly Task[],
): Promise<void> {
  const journal = new RunJournal(context.memory);
  for (const { clusterArn = "", taskArn = "" } of tasks)
    await journal.add({ target: connection.target, cluster: clusterArn, task: taskArn });
  await Promise.all(tasks.map((task) => waitForTask(context, connection, task)));
}

/**
 * Waits on for the tasks that were running when the window was closed, and tells how those ended that no
 * longer do.
 */
export async function resumeRuns(context: CommandContext): Promise<void> {
  await Promise.all(
    new RunJournal(context.memory)
      .entries()
      .map((entry) =>
        resume(context, entry).catch((error: unknown) =>
          context.output.warn(`Could not wait on for ${nameOfArn(entry.task)}: ${errorText(error)}`),
        ),
      ),
  );
}

async function resume(context: CommandContext, { target, cluster, task }: RunEntry): Promise<void> {
  const connection = await context.connections.open(target);
  const { found } = await persistently(context, connection, new AbortController().signal, async () => {
    const [found] = await connection.ecs.describeTasks(cluster, [task]);
    return { found };
  });
  if (found) return waitForTask(context, connection, found);
  await new RunJournal(context.memory).remove(task);
  await context.ui.info(
    `Task ${nameOfArn(task).slice(0, 8)}, which was run from this window, ended more than an hour ago. Its logs may still be in CloudWatch.`,
  );
}

/** Waits until a task has stopped and tells how; cancelling stops the waiting only. */
async function waitForTask(context: CommandContext, connection: Connection, started: Task): Promise<void> {
  const { ui, explorer } = context;
  const what = `Task ${shortId(started)} of ${nameOfArn(started.taskDefinitionArn ?? "")}`;
  if (started.lastStatus !== "STOPPED") void offerLogs(context, connection, started, what);
  const stopped = await ui.progress(what, (progress, signal) =>
    stoppedOf(context, connection, started, progress, signal),
  );
  void explorer.refresh();
  await new RunJournal(context.memory).remove(started.taskArn ?? "");
  if (stopped) await reportEnd(context, connection, stopped, what);
  else await ui.info(`No longer waiting for task ${shortId(started)}. It goes on in AWS.`);
}

async function offerLogs(
  context: CommandContext,
  connection: Connection,
  task: Task,
  what: string,
): Promise<void> {
  if ((await context.ui.info(`${what} was started.`, "Follow Logs")) !== undefined)
    await showLogsOf(context, connection, task);
}

async function showLogsOf(context: CommandContext, connection: Connection, task: Task): Promise<void> {
  await followLogs.run(context, new TaskNode(await context.sessions.open(connection.target), task), []);
}

/**
 * The task when it has stopped; undefined when the user cancels. Trouble with the network or the credentials
 * puts a look off.
 */
async function stoppedOf(
  context: CommandContext,
  connection: Connection,
  { clusterArn = "", taskArn = "" }: Task,
  progress: Progress,
  signal: AbortSignal,
): Promise<Task | undefined> {
  const absence = new Lasting(context.clock);
  const look = async (): Promise<Task | undefined> => {
    const [task] = await connection.ecs.describeTasks(clusterArn, [taskArn], signal);
    if (absence.isOld(task === undefined))
      throw new Error(`ECS no longer knows task ${nameOfArn(taskArn)}, so how it ended cannot be told.`);
    if (task) progress.report(taskStatus(task));
    return task?.lastStatus === "STOPPED" ? task : undefined;
  };
  try {
    return await persistently(context, connection, signal, look, (words) => progress.report(words));
  } catch (error) {
    if (signal.aborted) return undefined;
    throw error;
  }
}

function persistently<T>(
  context: CommandContext,
  connection: Connection,
  signal: AbortSignal,
  look: () => Promise<T | undefined>,
  report: (words: string) => void = () => undefined,
): Promise<T> {
  const onTrouble = (error: unknown): void => {
    report(`${describeFailure(error, "look").message} Looking again; the task goes on in AWS.`);
    askToSignIn(context, connection, error);
  };
  return connection.persistently(look, { interval: context.settings.followInterval(), onTrouble }, signal);
}

async function reportEnd(
  context: CommandContext,
  connection: Connection,
  task: Task,
  what: string,
): Promise<void> {
  const { ui } = context;
  const containers = task.containers ?? [];
  const failed = containers.filter(({ exitCode }) => exitCode !== 0);
  const exits = containers.map(
    ({ name = "", exitCode, reason }) =>
      `${name} exited with ${exitCode ?? "no code"}${reason ? ` (${reason})` : ""}`,
  );
  const words = `${what} ended: ${exits.join(", ")}.`;
  if (failed.length === 0) {
    if ((await ui.info(words, "Logs")) !== undefined) await showLogsOf(context, connection, task);
    return;
  }
  const last = await lastLine(context, connection, task, failed[0]);
  const details = [words, task.stoppedReason && `${task.stoppedReason}.`, last && `Its last line: ${last}`]
    .filter(Boolean)
    .join(" ");
  if ((await ui.error(details, "Logs")) !== undefined) await showLogsOf(context, connection, task);
}

/** What a container wrote last; undefined where that cannot be read. */
async function lastLine(
  { output }: CommandContext,
  connection: Connection,
  task: Task,
  container: Container | undefined,
): Promise<string | undefined> {
  const { containerDefinitions = [] } = await connection.ecs.taskDefinition(task.taskDefinitionArn ?? "");
  const defined = containerDefinitions.find(({ name }) => name === container?.name);
  const ref =
    container &&
    defined &&
    logStreamOf(defined, container, nameOfArn(task.taskArn ?? ""), connection.target.region);
  if (!ref) return undefined;
  try {
    const [line] = await connection.logs.lastLines(ref, 1);
    return line?.text;
  } catch (error) {
    output.warn(`The log of ${container.name} could not be read: ${errorText(error)}`);
    return undefined;
  }
}
