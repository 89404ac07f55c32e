import type { Rule } from "../../rule.ts";

export const sameRole: Rule = {
  id: "task-role-equals-execution-role",
  summary: "The application should not have the rights of the execution role.",
  severity: "information",
  about: ["taskRoleArn"],
  appliesTo: "task-definition",
  check({ taskRole, executionRole }, report) {
    if (taskRole?.string === undefined || taskRole.string !== executionRole?.string) return;
    report(
      taskRole,
      "taskRoleArn and executionRoleArn are the same role, so the application may pull images, write logs and read the secrets of " +
        "the execution role. Give it a role of its own.",
    );
  },
};
