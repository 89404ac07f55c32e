import type { Failure, RunTaskRequest, RunTaskResponse } from "@aws-sdk/client-ecs";
import { invalidParameter } from "../../protocol/apiError.ts";
import { launchTask } from "../../engine/launchTask.ts";
import { place, type PlacementFailure } from "../../engine/placement.ts";
import { standaloneTags } from "../../engine/taskTags.ts";
import { operation } from "../ecsOperation.ts";
import { requireCluster } from "../../state/cluster.ts";
import { requireTaskDefinition } from "../../state/taskDefinition.ts";
import type { Wire } from "../../protocol/wire.ts";
import { refuseTask } from "../refusals/task.ts";
import { taskRecord } from "./taskRecord.ts";
import { earlierRun, rememberRun } from "./taskRuns.ts";
import type { Account, Cluster, Task, TaskRun } from "../../state/types.ts";

/** Starts up to ten standalone tasks; those without a place are told of in `failures`. */
export const runTask = operation<RunTaskRequest, RunTaskResponse>("RunTask", (account, input) => {
  const cluster = requireCluster(account, input.cluster);
  const { tasks, failures } = earlierRun(account, cluster, input) ?? run(account, cluster, input);
  return { tasks: tasks.map((task) => taskRecord(account, task)), failures };
});

function run(account: Account, cluster: Cluster, input: Wire<RunTaskRequest>): TaskRun {
  const { count = 1 } = input;
  refuseTask(input, cluster, requireTaskDefinition(account, input.taskDefinition ?? ""));
  const tasks: Task[] = [];
  const failures: Wire<Failure>[] = [];
  for (let ordinal = 1; ordinal <= count; ordinal++) {
    const one = runOne(account, input, ordinal);
    if ("launch" in one) tasks.push(one);
    else failures.push({ reason: one.reason, ...(one.instance && { arn: one.instance.arn }) });
  }
  const started = { request: input, tasks, failures };
  rememberRun(account, cluster, started);
  return started;
}

function runOne(account: Account, input: Wire<RunTaskRequest>, ordinal: number): Task | PlacementFailure {
  const cluster = requireCluster(account, input.cluster);
  const definition = requireTaskDefinition(account, input.taskDefinition ?? "");
  const compute = place(account, cluster, definition, input, ordinal);
  if ("event" in compute) {
    if (!compute.instance && compute.reason.startsWith("No Container Instances"))
      throw invalidParameter(compute.reason);
    return compute;
  }
  const { startedBy, overrides, enableExecuteCommand, platformVersion, networkConfiguration } = input;
  const group = input.group ?? `family:${definition.record.family}`;
  const tags = standaloneTags(cluster, definition, input);
  const network = networkConfiguration?.awsvpcConfiguration;
  return launchTask(
    account,
    {
      cluster,
      definition,
      compute,
      group,
      ordinal,
      startedBy,
      network,
      enableExecuteCommand,
      platformVersion,
      overrides,
    },
    tags,
  );
}
