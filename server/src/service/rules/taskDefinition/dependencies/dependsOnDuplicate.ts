import { quickFix, remove } from "../../kit/fix.ts";
import { repeated } from "../../kit/repeated.ts";
import type { Rule } from "../../rule.ts";
import { capitalize } from "../../kit/words.ts";

export const dependsOnDuplicate: Rule = {
  id: "depends-on-duplicate",
  summary: "dependsOn lists a container once.",
  severity: "information",
  about: ["dependsOn"],
  fix: "delete the second entry",
  appliesTo: "task-definition",
  check(task, report) {
    for (const { dependsOn, label } of task.containers) {
      for (const name of repeated(dependsOn.map((entry) => entry.get("containerName")))) {
        report(
          name,
          `${capitalize(label)} lists "${name.string}" twice in dependsOn; which of the two conditions holds is not defined. Keep one of them.`,
          {
            fixes: [quickFix("Remove this dependency", remove(name.parent!))],
          },
        );
      }
    }
  },
};
