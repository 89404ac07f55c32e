import type { StopTaskRequest, StopTaskResponse } from "@aws-sdk/client-ecs";
import { invalidParameter } from "../../protocol/apiError.ts";
import { stopTask as stop } from "../../engine/taskLife.ts";
import { operation } from "../ecsOperation.ts";
import { requireCluster } from "../../state/cluster.ts";
import { findTask } from "../../state/task.ts";
import { taskRecord } from "./taskRecord.ts";

export const stopTask = operation<StopTaskRequest, StopTaskResponse>("StopTask", (account, input) => {
  const task = findTask(requireCluster(account, input.cluster), input.task ?? "");
  if (!task) throw invalidParameter("The referenced task was not found.");
  stop(account, task, { code: "UserInitiated", reason: input.reason ?? "Task stopped by user" });
  return { task: taskRecord(account, task) };
});
