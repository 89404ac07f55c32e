import { memberPlace } from "../../kit/place.ts";
import { isSet } from "../../kit/refusal.ts";
import type { Rule } from "../../rule.ts";

export const disabledRestartPolicy: Rule = {
  id: "restart-policy-disabled-with-options",
  summary: "A restart policy that is disabled needs no options.",
  severity: "hint",
  about: ["restartPolicy"],
  appliesTo: "task-definition",
  check(task, report) {
    for (const { node } of task.containers) {
      const policy = node.get("restartPolicy");
      if (policy?.get("enabled")?.boolean !== false) continue;
      for (const option of policy.members) {
        if (option.key === "enabled" || option.type === "null" || !isSet(option)) continue;
        report(
          memberPlace(option),
          `${option.key} has no effect while enabled is false. Enable the policy, or leave this out.`,
        );
      }
    }
  },
};
