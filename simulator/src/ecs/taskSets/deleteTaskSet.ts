import type { DeleteTaskSetRequest, DeleteTaskSetResponse } from "@aws-sdk/client-ecs";
import { invalidParameter } from "../../protocol/apiError.ts";
import { lookSoon } from "../../engine/scheduler.ts";
import { operation } from "../ecsOperation.ts";
import { requireTaskSet } from "./requireTaskSet.ts";
import { taskSetRecord } from "./taskSetRecord.ts";

/** Drains the task set; it is gone when its last task has stopped. */
export const deleteTaskSet = operation<DeleteTaskSetRequest, DeleteTaskSetResponse>(
  "DeleteTaskSet",
  (account, input) => {
    const { service, taskSet } = requireTaskSet(account, input, input.taskSet);
    if (!input.force && taskSet.status === "PRIMARY")
      throw invalidParameter("The primary task set cannot be deleted without force.");
    if (!input.force && taskSet.scale.value > 0)
      throw invalidParameter("The task set cannot be deleted while it is scaled above 0.");
    Object.assign(taskSet, { status: "DRAINING", updatedAt: account.clock.now() });
    lookSoon(account, service);
    return { taskSet: taskSetRecord(account, service, taskSet) };
  },
);
