import { EcsService } from "../../model/ecsService.ts";
import type { TaskDefinition } from "../../model/taskDefinition.ts";
import type { Rule } from "../rule.ts";

export const tagsMissing: Rule = {
  id: "tags-missing",
  summary: "Tags say what a task definition or service belongs to.",
  severity: "hint",
  offByDefault: true,
  appliesTo: "task-definition and service",
  check(definition, report) {
    if (definition.isDescribed || !isCreated(definition) || definition.root.filled("tags")) return;
    report(definition.place, "There are no tags, so nobody can tell what this belongs to. Add tags.");
  },
};

/** Tags are given when something is registered or created. */
function isCreated(definition: TaskDefinition | EcsService): boolean {
  return definition.isWhole && !(definition instanceof EcsService && definition.isUpdate);
}
