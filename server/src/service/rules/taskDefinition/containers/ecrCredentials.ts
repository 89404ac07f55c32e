import { quickFix, remove } from "../../kit/fix.ts";
import { keyPlace } from "../../kit/place.ts";
import type { Rule } from "../../rule.ts";

export const ecrCredentials: Rule = {
  id: "repository-credentials-with-ecr",
  summary: "Images of Amazon ECR need no registry credentials.",
  severity: "hint",
  about: ["repositoryCredentials"],
  fix: "delete repositoryCredentials",
  appliesTo: "task-definition",
  check(task, report) {
    for (const { node, image } of task.containers) {
      const credentials = node.filled("repositoryCredentials");
      if (!credentials || !image?.ecr) continue;
      report(
        keyPlace(credentials),
        "Amazon ECR is reached with the execution role, so repositoryCredentials are not needed for this image. Remove them.",
        {
          fixes: [quickFix("Remove repositoryCredentials", remove(credentials))],
        },
      );
    }
  },
};
