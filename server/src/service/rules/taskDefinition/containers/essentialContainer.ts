import { quickFix, replaceValue } from "../../kit/fix.ts";
import type { Rule } from "../../rule.ts";

export const essentialContainer: Rule = {
  id: "essential-container-required",
  summary: "At least one container must be essential.",
  severity: "error",
  about: ["essential"],
  fix: "make the first container essential",
  appliesTo: "task-definition",
  check(task, report) {
    const flags = task.containers.map((container) => container.node.get("essential"));
    const first = flags[0];
    if (!first || flags.some((flag) => flag?.boolean !== false)) return;
    report(
      first,
      "No container is essential: every one has essential false, so nothing would keep the task running and AWS refuses it. " +
        "Make the container that does the work essential.",
      { fixes: [quickFix(`Make ${task.containers[0]!.label} essential`, replaceValue(first, true))] },
    );
  },
};
