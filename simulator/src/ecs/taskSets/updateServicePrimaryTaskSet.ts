import type {
  UpdateServicePrimaryTaskSetRequest,
  UpdateServicePrimaryTaskSetResponse,
} from "@aws-sdk/client-ecs";
import { invalidParameter } from "../../protocol/apiError.ts";
import { operation } from "../ecsOperation.ts";
import { requireTaskSet } from "./requireTaskSet.ts";
import { taskSetRecord } from "./taskSetRecord.ts";

/** Makes the task set the one that serves production traffic, in place of the one before. */
export const updateServicePrimaryTaskSet = operation<
  UpdateServicePrimaryTaskSetRequest,
  UpdateServicePrimaryTaskSetResponse
>("UpdateServicePrimaryTaskSet", (account, input) => {
  const { service, taskSet } = requireTaskSet(account, input, input.primaryTaskSet);
  if (taskSet.status === "DRAINING")
    throw invalidParameter("A task set that is draining cannot be the primary one.");
  const updatedAt = account.clock.now();
  for (const other of service.taskSets)
    if (other.status === "PRIMARY") Object.assign(other, { status: "ACTIVE", updatedAt });
  Object.assign(taskSet, { status: "PRIMARY", updatedAt });
  return { taskSet: taskSetRecord(account, service, taskSet) };
});
