import { retiredPlatformVersions } from "../../../data/platformVersions.ts";
import { quickFix, replaceValue } from "../../kit/fix.ts";
import type { Rule } from "../../rule.ts";

export const dependsOnPlatform: Rule = {
  id: "depends-on-fargate-platform",
  summary: "dependsOn needs platform version 1.3.0 of Fargate or later.",
  severity: "warning",
  fix: "use LATEST",
  appliesTo: "service with its task definition",
  check(service, task, report, taskDocument) {
    const version = service.root.get("platformVersion");
    if (!retiredPlatformVersions.has(version?.string ?? "") || task.isWindows) return;
    const dependsOn = task.containers
      .map(({ node }) => node.filled("dependsOn"))
      .find((list) => list !== undefined);
    if (!dependsOn) return;
    report(
      version!,
      `Platform version ${version!.string} does not know dependsOn, which the task definition uses: it needs 1.3.0 or later. Use LATEST.`,
      {
        fixes: [quickFix("Use LATEST", replaceValue(version!, "LATEST"))],
        related: [{ message: "dependsOn is used here.", span: dependsOn.keySpan!, document: taskDocument }],
      },
    );
  },
};
