import type { UpdateTaskSetRequest, UpdateTaskSetResponse } from "@aws-sdk/client-ecs";
import { lookSoon } from "../../engine/scheduler.ts";
import { operation } from "../ecsOperation.ts";
import { requireTaskSet } from "./requireTaskSet.ts";
import { readScale } from "./scale.ts";
import { taskSetRecord } from "./taskSetRecord.ts";

/** Changes how many of the service's tasks the task set is to have. */
export const updateTaskSet = operation<UpdateTaskSetRequest, UpdateTaskSetResponse>(
  "UpdateTaskSet",
  (account, input) => {
    const { service, taskSet } = requireTaskSet(account, input, input.taskSet);
    Object.assign(taskSet, { scale: readScale(input.scale), updatedAt: account.clock.now() });
    lookSoon(account, service);
    return { taskSet: taskSetRecord(account, service, taskSet) };
  },
);
