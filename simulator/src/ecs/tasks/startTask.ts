import type { StartTaskRequest, StartTaskResponse } from "@aws-sdk/client-ecs";
import { invalidParameter } from "../../protocol/apiError.ts";
import { instanceCompute } from "../../engine/compute.ts";
import { launchTask } from "../../engine/launchTask.ts";
import { standaloneTags } from "../../engine/taskTags.ts";
import { operation } from "../ecsOperation.ts";
import { requireCluster } from "../../state/cluster.ts";
import { findContainerInstance } from "../../state/containerInstance.ts";
import { requireTaskDefinition } from "../../state/taskDefinition.ts";
import { missing } from "../failures.ts";
import { taskRecord } from "./taskRecord.ts";

/** Starts a task on each of the instances named. */
export const startTask = operation<StartTaskRequest, StartTaskResponse>("StartTask", (account, input) => {
  const cluster = requireCluster(account, input.cluster);
  const definition = requireTaskDefinition(account, input.taskDefinition ?? "");
  const {
    containerInstances = [],
    startedBy,
    overrides,
    enableExecuteCommand,
    group = `family:${definition.record.family}`,
  } = input;
  if (containerInstances.length === 0) throw invalidParameter("Container instances cannot be empty.");
  if (containerInstances.length > 10)
    throw invalidParameter("Container instances cannot have more than 10 elements.");
  const instances = containerInstances.flatMap(
    (reference) => findContainerInstance(cluster, reference) ?? [],
  );
  const tags = standaloneTags(cluster, definition, input);
  const network = input.networkConfiguration?.awsvpcConfiguration;
  const tasks = instances.map((instance, index) => {
    const compute = instanceCompute({ launchType: "EC2" }, instance);
    return launchTask(
      account,
      {
        cluster,
        definition,
        compute,
        group,
        ordinal: index + 1,
        startedBy,
        network,
        overrides,
        enableExecuteCommand,
      },
      [...tags],
    );
  });
  const unknown = containerInstances.filter((reference) => !findContainerInstance(cluster, reference));
  return {
    tasks: tasks.map((task) => taskRecord(account, task)),
    failures: missing(account, `container-instance/${cluster.name}/`, unknown),
  };
});
