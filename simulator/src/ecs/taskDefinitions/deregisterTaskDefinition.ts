import type { DeregisterTaskDefinitionRequest, DeregisterTaskDefinitionResponse } from "@aws-sdk/client-ecs";
import { clientError } from "../../apiError.ts";
import { operation } from "../../operation.ts";
import { requireTaskDefinition } from "../../state/taskDefinition.ts";

/** Marks a revision as INACTIVE; running services keep it. */
export const deregisterTaskDefinition = operation<DeregisterTaskDefinitionRequest, DeregisterTaskDefinitionResponse>(
  "DeregisterTaskDefinition",
  (account, input) => {
    const reference = input.taskDefinition ?? "";
    if (!/:\d+$/.test(reference)) throw clientError("Task definition ARN must contain a revision.");
    const { record } = requireTaskDefinition(account, reference);
    record.status = "INACTIVE";
    record.deregisteredAt = account.clock.now();
    return { taskDefinition: record };
  },
);
