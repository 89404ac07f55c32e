import { reservedLabelPrefix } from "../../../data/containerLimits.ts";
import { keyPlace } from "../../kit/place.ts";
import type { Rule } from "../../rule.ts";

export const reservedLabel: Rule = {
  id: "docker-label-ecs-reserved",
  summary: "The labels com.amazonaws.ecs.* belong to ECS.",
  severity: "information",
  about: ["dockerLabels"],
  appliesTo: "task-definition",
  check(task, report) {
    for (const { node } of task.containers) {
      for (const label of node.get("dockerLabels")?.members ?? []) {
        if (!label.key?.startsWith(reservedLabelPrefix)) continue;
        report(
          keyPlace(label),
          `ECS sets the labels ${reservedLabelPrefix}* itself and overwrites "${label.key}". Choose another name.`,
        );
      }
    }
  },
};
