import type {
  DeregisterContainerInstanceRequest,
  DeregisterContainerInstanceResponse,
} from "@aws-sdk/client-ecs";
import { invalidParameter } from "../../protocol/apiError.ts";
import { stopTask } from "../../engine/taskLife.ts";
import { operation } from "../ecsOperation.ts";
import { requireCluster } from "../../state/cluster.ts";
import { findContainerInstance } from "../../state/containerInstance.ts";
import { isWanted } from "../../state/task.ts";
import { containerInstanceRecord } from "./containerInstanceRecord.ts";

export const deregisterContainerInstance = operation<
  DeregisterContainerInstanceRequest,
  DeregisterContainerInstanceResponse
>("DeregisterContainerInstance", (account, input) => {
  const cluster = requireCluster(account, input.cluster);
  const instance = findContainerInstance(cluster, input.containerInstance ?? "");
  if (!instance) throw invalidParameter("The referenced container instance was not found.");
  const tasks = [...cluster.tasks.values()].filter(
    (task) => task.launch.compute.instance === instance && isWanted(task),
  );
  if (tasks.length > 0 && !input.force) throw invalidParameter("Found running tasks on the instance.");
  for (const task of tasks)
    stopTask(account, task, {
      code: "UserInitiated",
      reason: "Container instance deregistration forced by user",
    });
  cluster.instances.delete(instance.id);
  return { containerInstance: { ...containerInstanceRecord(cluster, instance), status: "INACTIVE" } };
});
