import type { DeregisterTaskDefinitionRequest, DeregisterTaskDefinitionResponse } from "@aws-sdk/client-ecs";
import { clientError, invalidParameter } from "../../protocol/apiError.ts";
import { lastPart } from "../../state/arn.ts";
import { operation } from "../ecsOperation.ts";
import { findTaskDefinition } from "../../state/taskDefinition.ts";

/** Marks a revision as INACTIVE; running services keep it. */
export const deregisterTaskDefinition = operation<
  DeregisterTaskDefinitionRequest,
  DeregisterTaskDefinitionResponse
>("DeregisterTaskDefinition", (account, input) => {
  const reference = input.taskDefinition ?? "";
  const found = findTaskDefinition(account, reference);
  const [, revision] = lastPart(reference).split(":");
  if (revision === undefined) throw clientError("Revision is missing.");
  if (!/^\d+$/.test(revision)) throw invalidParameter(`Invalid revision number. Number: ${revision}`);
  if (!found)
    throw clientError(
      "The specified task definition does not exist. Specify a valid account, family, revision and try again.",
    );
  if (found.record.status === "DELETE_IN_PROGRESS")
    throw clientError("The specified task definition is being deleted.");
  const { record } = found;
  record.status = "INACTIVE";
  record.deregisteredAt = account.clock.now();
  return { taskDefinition: record };
});
