import { placeOf } from "../kit/placeOf.ts";
import type { Rule } from "../rule.ts";

export const serviceConnectMemory: Rule = {
  id: "service-connect-task-limits",
  summary: "A task with a Service Connect proxy should have a task-level memory.",
  severity: "information",
  appliesTo: "service with its task definition",
  check({ serviceConnect }, task, report, taskDocument) {
    if (!serviceConnect?.keySpan || task.memory || !task.isWhole) return;
    report(
      serviceConnect.keySpan,
      "Service Connect adds a proxy to each task, but the task definition has no task-level memory that would give it a share. Set memory there: what the containers need, and 64 MiB or more for the proxy.",
      {
        related: placeOf("The task definition without memory", task.family, taskDocument),
      },
    );
  },
};
