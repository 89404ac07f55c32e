import type { JsonNode } from "../../syntax/jsonNode.ts";
import type { EcsService } from "../../model/ecsService.ts";
import { placeOf } from "../kit/placeOf.ts";
import type { Rule } from "../rule.ts";
import { listOf } from "../kit/words.ts";

function switchedOn({ root }: EcsService): JsonNode | undefined {
  const enabled = root.get("enableExecuteCommand");
  return enabled?.boolean === true ? enabled : undefined;
}

const taskRole: Rule = {
  id: "execute-command-task-role",
  summary: "ECS Exec needs a task role.",
  severity: "error",
  appliesTo: "service with its task definition",
  check(service, task, report, taskDocument) {
    const enabled = switchedOn(service);
    if (!enabled || task.taskRole || !task.isWhole) return;
    report(
      enabled,
      'ECS Exec opens its channel with the task role, and the task definition has none: AWS answers that "a valid taskRoleArn is not being used". Give it a taskRoleArn that may use ssmmessages.',
      { related: placeOf("The task definition without taskRoleArn", task.family, taskDocument) },
    );
  },
};

const readOnly: Rule = {
  id: "execute-command-readonly",
  summary: "ECS Exec writes to the root filesystem of a container.",
  severity: "warning",
  appliesTo: "service with its task definition",
  check(service, task, report, taskDocument) {
    const enabled = switchedOn(service);
    const readOnlyContainers = task.containers.filter(
      ({ node }) => node.get("readonlyRootFilesystem")?.boolean === true,
    );
    if (!enabled || readOnlyContainers.length === 0) return;
    const names = listOf(
      readOnlyContainers.map(({ label }) => label),
      "and",
    );
    report(
      enabled,
      `ECS Exec writes to the root filesystem and fails where it is read-only: in ${names}. Set readonlyRootFilesystem to false there, or do without ECS Exec.`,
      {
        related: readOnlyContainers.flatMap(({ label, node }) =>
          placeOf(`The root filesystem of ${label}`, node.get("readonlyRootFilesystem"), taskDocument),
        ),
      },
    );
  },
};

/** What ECS Exec needs of a task definition. */
export const executeCommand: readonly Rule[] = [taskRole, readOnly];
