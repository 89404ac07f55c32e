import type { DeregisterTaskDefinitionRequest, DeregisterTaskDefinitionResponse } from "@aws-sdk/client-ecs";
import { clientError } from "../../apiError.ts";
import { operation } from "../ecsOperation.ts";
import { findTaskDefinition } from "../../state/taskDefinition.ts";

/** Marks a revision as INACTIVE; running services keep it. */
export const deregisterTaskDefinition = operation<DeregisterTaskDefinitionRequest, DeregisterTaskDefinitionResponse>(
  "DeregisterTaskDefinition",
  (account, input) => {
    const reference = input.taskDefinition ?? "";
    const found = findTaskDefinition(account, reference);
    if (!/:\d+$/.test(reference) || !found) throw clientError("The specified task definition does not exist. Specify a valid account, family, revision and try again.");
    if (found.record.status === "DELETE_IN_PROGRESS") throw clientError("The specified task definition is being deleted.");
    const { record } = found;
    record.status = "INACTIVE";
    record.deregisteredAt = account.clock.now();
    return { taskDefinition: record };
  },
);
