import type { Connection } from "../../aws/connection.ts";
import type { Task } from "../../aws/types.ts";
import { nameOfArn } from "../../model/arn.ts";
import { kindOf } from "../../model/failure.ts";
import { logPlace } from "../../model/logStream.ts";
import { taskStatus } from "../../model/taskState.ts";
import type { CommandContext } from "../command.ts";
import { setTimeout as delay } from "node:timers/promises";

/** How many lines of each container's log are shown when the task has ended. */
const lines = 20;

/** Waits until a task has stopped and tells how; cancelling stops the waiting only. */
export async function waitForTask(context: CommandContext, connection: Connection, started: Task): Promise<void> {
  const { ui, settings, explorer } = context;
  const name = nameOfArn(started.taskArn ?? "").slice(0, 8);
  const stopped = await ui.progress(`Task ${name} of ${nameOfArn(started.taskDefinitionArn ?? "")}`, async (progress, signal) => {
    while (!signal.aborted) {
      const task = await look(connection, started);
      if (task) progress.report(taskStatus(task));
      if (task?.lastStatus === "STOPPED") return task;
      await delay(settings.followInterval() * 1000, undefined, { signal }).catch(() => undefined);
    }
    return undefined;
  });
  void explorer.refresh();
  if (stopped) await tellEnd(context, connection, stopped);
  else await ui.info(`No longer waiting for task ${name}. It goes on in AWS.`);
}

/** Undefined while AWS cannot be asked. */
async function look({ ecs }: Connection, { clusterArn = "", taskArn = "" }: Task): Promise<Task | undefined> {
  try {
    const [task] = await ecs.describeTasks(clusterArn, [taskArn]);
    return task;
  } catch (error) {
    if (kindOf(error) === "throttled" || kindOf(error) === "unreachable") return undefined;
    throw error;
  }
}

async function tellEnd({ ui, output, showOutput }: CommandContext, connection: Connection, task: Task): Promise<void> {
  const definition = await connection.ecs.taskDefinition(task.taskDefinitionArn ?? "");
  const taskId = nameOfArn(task.taskArn ?? "");
  for (const container of task.containers ?? []) {
    const defined = definition.containerDefinitions?.find(({ name }) => name === container.name);
    const place = defined && logPlace(defined, container, taskId, connection.target.region);
    const last = place ? await connection.logs.lastLines(place, lines).catch(() => []) : [];
    for (const { text } of last) output.info(`${container.name}: ${text}`);
  }
  const exits = (task.containers ?? []).map(({ name = "", exitCode, reason }) => `${name} exited with ${exitCode ?? "no code"}${reason ? ` (${reason})` : ""}`);
  const isGood = (task.containers ?? []).every(({ exitCode }) => exitCode === 0);
  const words = `Task ${taskId.slice(0, 8)} of ${nameOfArn(task.taskDefinitionArn ?? "")} ended: ${exits.join(", ")}.`;
  const chosen = isGood ? await ui.info(words, "Show Output") : await ui.error(`${words} ${task.stoppedReason ?? ""}`.trim(), "Show Output");
  if (chosen !== undefined) showOutput();
}
