import { quickFix, remove } from "../../kit/fix.ts";
import type { Rule } from "../../rule.ts";

export const capabilityAddAndDrop: Rule = {
  id: "capability-add-and-drop",
  summary: "A capability is added or dropped, not both.",
  severity: "warning",
  about: ["capabilities"],
  fix: "delete it from one of the lists",
  appliesTo: "task-definition",
  check(task, report) {
    for (const { node } of task.containers) {
      const capabilities = node.at("linuxParameters", "capabilities");
      const added = new Map((capabilities?.get("add")?.items ?? []).map((item) => [item.string, item]));
      for (const dropped of capabilities?.get("drop")?.items ?? []) {
        const other = dropped.string ? added.get(dropped.string) : undefined;
        if (!other) continue;
        report(
          dropped,
          `${dropped.string} is both added and dropped, so one of the two has no effect. Keep it in one list.`,
          {
            fixes: [
              quickFix(`Do not drop ${dropped.string}`, remove(dropped)),
              quickFix(`Do not add ${dropped.string}`, remove(other)),
            ],
          },
        );
      }
    }
  },
};
