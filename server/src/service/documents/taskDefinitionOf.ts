import { familyOf } from "../model/ecsService.ts";
import type { Workspace } from "../rules/rule.ts";
import type { Definition } from "./ecsDocument.ts";

/** The task definition that a service, task set or RunTask input names: one of its file, else one of the workspace. */
export function taskDefinitionOf(
  { root, document, runs }: Definition,
  workspace: Pick<Workspace, "taskDefinitions">,
): Definition | undefined {
  if (runs !== undefined)
    return document.definitions.find(({ id, kind }) => id === runs && kind === "task-definition");
  const family = familyOf(root?.get("taskDefinition")?.string);
  return family === undefined ? undefined : workspace.taskDefinitions(family, document.uri)[0];
}
