import type { JsonNode } from "../../../syntax/jsonNode.ts";
import { quickFix, remove } from "../../kit/fix.ts";
import { keyPlace } from "../../kit/place.ts";
import type { Report, Rule } from "../../rule.ts";

export const inferenceAccelerators: Rule = {
  id: "inference-accelerators-removed",
  summary: "Amazon Elastic Inference no longer exists.",
  severity: "error",
  about: ["inferenceAccelerators", "resourceRequirements"],
  fix: "delete it",
  appliesTo: "task-definition",
  check(task, report) {
    const list = task.root.filled("inferenceAccelerators");
    if (list) refuse(report, list, list);
    for (const { node } of task.containers) {
      for (const requirement of node.get("resourceRequirements")?.items ?? []) {
        const type = requirement.get("type");
        if (type?.string === "InferenceAccelerator") refuse(report, type, requirement);
      }
    }
  },
};

function refuse(report: Report, member: JsonNode, removed: JsonNode): void {
  report(
    keyPlace(member),
    `Amazon Elastic Inference was shut down; AWS answers "Unsupported field 'inferenceAccelerators'". Remove it.`,
    {
      fixes: [quickFix("Remove the inference accelerator", remove(removed))],
    },
  );
}
