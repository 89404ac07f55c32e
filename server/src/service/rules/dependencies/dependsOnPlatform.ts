import { replaceValue } from "../fix.ts";
import type { Rule } from "../rule.ts";

/** Retired versions of the Linux platform. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/platform-fargate.html */
const withoutDependsOn: ReadonlySet<string> = new Set(["1.0.0", "1.1.0", "1.2.0"]);

export const dependsOnPlatform: Rule = {
  id: "depends-on-fargate-platform",
  summary: "dependsOn needs platform version 1.3.0 of Fargate or later.",
  severity: "warning",
  fix: "use LATEST",
  appliesTo: "service with its task definition",
  check(service, task, report, taskDocument) {
    const version = service.root.get("platformVersion");
    if (!withoutDependsOn.has(version?.string ?? "") || task.isWindows) return;
    const dependsOn = task.containers.map(({ node }) => node.filled("dependsOn")).find((list) => list !== undefined);
    if (!dependsOn) return;
    report(
      version!,
      `Platform version ${version!.string} does not know dependsOn, which the task definition uses: it needs 1.3.0 or later. Use LATEST.`,
      {
        fixes: [replaceValue("Use LATEST", version!, "LATEST")],
        related: [{ message: "dependsOn is used here.", span: dependsOn.keySpan!, document: taskDocument }],
      },
    );
  },
};
