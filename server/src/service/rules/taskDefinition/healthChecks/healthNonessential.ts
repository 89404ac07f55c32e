import type { JsonNode } from "../../../syntax/jsonNode.ts";
import { keyPlace } from "../../kit/place.ts";
import type { Rule } from "../../rule.ts";
import { capitalize } from "../../kit/words.ts";

export const healthNonessential: Rule = {
  id: "health-nonessential-ignored",
  summary: "Only essential containers count for the health of a task.",
  severity: "hint",
  about: ["healthCheck"],
  appliesTo: "task-definition",
  check(task, report) {
    const candidates = task.containers.filter(({ isEssential, healthCheck }) => !isEssential && healthCheck);
    if (candidates.length === 0) return;
    const awaited = new Set(
      task.containers.flatMap(({ dependsOn }) =>
        dependsOn.filter(mayWaitForHealth).map((entry) => entry.get("containerName")?.string),
      ),
    );
    for (const { name, label, healthCheck } of candidates) {
      if (awaited.has(name)) continue;
      report(
        keyPlace(healthCheck!),
        `${capitalize(label)} is not essential, and no container waits until it is HEALTHY, so nobody acts on this check: only essential containers count ` +
          "for the health of the task.",
      );
    }
  },
};

function mayWaitForHealth(entry: JsonNode): boolean {
  const condition = entry.get("condition");
  return condition !== undefined && (condition.string === undefined || condition.string === "HEALTHY");
}
