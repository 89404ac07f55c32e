import { familyOf } from "../model/ecsService.ts";
import type { Workspace } from "../rules/rule.ts";
import type { Definition } from "./ecsDocument.ts";

/**
 * The task definition that a service, task set or RunTask input names: one of its file, else one of the
 * workspace.
 */
export function taskDefinitionOf(
  { root, document, runs, host }: Definition,
  workspace: Pick<Workspace, "taskDefinitions" | "resource">,
): Definition | undefined {
  if (runs !== undefined) {
    const found = document.definitions.find(({ id }) => id === runs);
    // All files of a folder are one module of Terraform.
    const task = host === "terraform" ? (found ?? workspace.resource(runs, document.uri)) : found;
    return task?.kind === "task-definition" ? task : undefined;
  }
  const family = familyOf(root?.get("taskDefinition")?.string);
  return family === undefined ? undefined : workspace.taskDefinitions(family, document.uri)[0];
}
