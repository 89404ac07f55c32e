import type { RunTaskRequest, RunTaskResponse } from "@aws-sdk/client-ecs";
import { invalidParameter } from "../../apiError.ts";
import { launchTask } from "../../engine/tasks.ts";
import { operation } from "../../operation.ts";
import { requireCluster } from "../../state/cluster.ts";
import { requireTaskDefinition } from "../../state/taskDefinition.ts";

export const runTask = operation<RunTaskRequest, RunTaskResponse>("RunTask", (account, input) => {
  const cluster = requireCluster(account, input.cluster);
  const definition = requireTaskDefinition(account, input.taskDefinition ?? "");
  const { count = 1, launchType, enableExecuteCommand, group = `family:${definition.record.family}` } = input;
  if (count < 1 || count > 10) throw invalidParameter("Count should be between 1 and 10, inclusive.");
  const { startedBy, overrides, tags } = input;
  const spec = { cluster, definition, group, startedBy, overrides, tags, settings: { launchType, enableExecuteCommand } };
  return { tasks: Array.from({ length: count }, () => launchTask(account, spec).record), failures: [] };
});
