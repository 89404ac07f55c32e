import type {
  DeleteTaskDefinitionsRequest,
  DeleteTaskDefinitionsResponse,
  Failure,
} from "@aws-sdk/client-ecs";
import { invalidParameter } from "../../protocol/apiError.ts";
import { operation } from "../ecsOperation.ts";
import { findTaskDefinition } from "../../state/taskDefinition.ts";
import type { Wire } from "../../protocol/wire.ts";
import type { Account, TaskDefinition } from "../../state/types.ts";

/** How long a deleted revision can still be described, in seconds. */
const deletion = 60;

/** Deletes revisions that were deregistered; they are DELETE_IN_PROGRESS for a while. */
export const deleteTaskDefinitions = operation<DeleteTaskDefinitionsRequest, DeleteTaskDefinitionsResponse>(
  "DeleteTaskDefinitions",
  (account, { taskDefinitions = [] }) => {
    if (taskDefinitions.length === 0) throw invalidParameter("Task definitions cannot be empty.");
    if (taskDefinitions.length > 10)
      throw invalidParameter("Task definitions cannot have more than 10 elements.");
    const deleted: TaskDefinition[] = [];
    const failures: Wire<Failure>[] = [];
    for (const reference of taskDefinitions) {
      const definition = findTaskDefinition(account, reference);
      if (!/:\d+$/.test(reference))
        failures.push({
          arn: reference,
          reason:
            "The specified task definition identifier is invalid. Specify a valid name or ARN and try again.",
        });
      else if (!definition)
        failures.push({
          arn: reference,
          reason:
            "The specified task definition does not exist. Specify a valid account, family, revision and try again.",
        });
      else if (definition.record.status === "ACTIVE")
        failures.push({
          arn: definition.record.taskDefinitionArn,
          reason:
            "The specified task definition is still in ACTIVE status. Please deregister the target and try again.",
        });
      else deleted.push(remove(account, definition));
    }
    return { taskDefinitions: deleted.map(({ record }) => record), failures };
  },
);

function remove(account: Account, definition: TaskDefinition): TaskDefinition {
  const { record } = definition;
  record.status = "DELETE_IN_PROGRESS";
  record.deleteRequestedAt = account.clock.now();
  account.clock.after(deletion, () => {
    const revisions = account.families.get(record.family);
    if (revisions) revisions[record.revision - 1] = undefined;
  });
  return definition;
}
