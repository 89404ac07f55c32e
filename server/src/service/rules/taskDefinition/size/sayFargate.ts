import { insertMember, quickFix } from "../../kit/fix.ts";
import type { Rule } from "../../rule.ts";

export const sayFargate: Rule = {
  id: "compat-empty-hints-fargate",
  summary: "A task that is made for Fargate should say so.",
  severity: "information",
  fix: "insert requiresCompatibilities",
  appliesTo: "task-definition",
  check(task, report) {
    const { networkMode } = task;
    if (
      !task.isWhole ||
      !task.isAwsvpc ||
      !networkMode ||
      !task.cpu ||
      !task.memory ||
      task.root.filled("requiresCompatibilities")
    )
      return;
    report(
      networkMode,
      "This task has the network mode and the size that Fargate asks for. If it is meant for Fargate, add requiresCompatibilities, so that AWS checks the limits of Fargate when it is registered.",
      {
        fixes: [
          quickFix(
            'Add requiresCompatibilities ["FARGATE"]',
            insertMember(task.root, "requiresCompatibilities", ["FARGATE"], "networkMode"),
          ),
        ],
      },
    );
  },
};
