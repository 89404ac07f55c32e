import { insertMember, quickFix } from "../../kit/fix.ts";
import type { Rule } from "../../rule.ts";
import { capitalize } from "../../kit/words.ts";
import { awslogsConfiguration } from "./awslogsConfiguration.ts";

export const logConfigurationMissing: Rule = {
  id: "log-configuration-missing",
  summary: "On Fargate a container without logConfiguration leaves no logs.",
  severity: "hint",
  fix: "insert an awslogs configuration",
  appliesTo: "task-definition",
  check(task, report) {
    if (!task.isFargate) return;
    for (const { node, label, place, logConfiguration } of task.containers) {
      if (logConfiguration || node.isDynamic) continue;
      report(
        place,
        `${capitalize(label)} has no logConfiguration, so on Fargate nobody can read what it prints. Send its logs to CloudWatch with awslogs.`,
        {
          fixes: [
            quickFix("Log with awslogs", insertMember(node, "logConfiguration", awslogsConfiguration(task))),
          ],
        },
      );
    }
  },
};
