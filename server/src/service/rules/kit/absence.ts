import type { TaskDefinition } from "../../model/taskDefinition.ts";
import type { Severity } from "../rule.ts";

/**
 * How grave it is that a task-level member is missing: only a hint in a fragment, which a tool completes, and
 * nothing (undefined) where the file has no task level.
 */
export function absenceSeverity(task: TaskDefinition, severity: Severity): Severity | undefined {
  if (task.isWhole) return severity;
  return task.shape === "fragment" ? "hint" : undefined;
}

/** The same for a member of a container, which every file with containers may be asked for. */
export function containerAbsenceSeverity(task: TaskDefinition, severity: Severity): Severity {
  return task.shape === "fragment" ? "hint" : severity;
}
