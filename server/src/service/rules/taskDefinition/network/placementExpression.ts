import { placementExpressionProblem } from "../../../model/placementExpression.ts";
import type { Rule } from "../../rule.ts";

export const placementExpression: Rule = {
  id: "placement-expression-syntax",
  summary: "A placement constraint is an expression of the cluster query language.",
  severity: "warning",
  about: ["placementConstraints"],
  appliesTo: "task-definition and service",
  check({ root }, report) {
    for (const constraint of root.get("placementConstraints")?.items ?? []) {
      const expression = constraint.get("expression");
      const problem = expression?.string ? placementExpressionProblem(expression.string) : undefined;
      if (problem === undefined) continue;
      report(
        expression!,
        `"${expression!.string}" is no expression of the cluster query language: ${problem}. Write one such as attribute:ecs.instance-type =~ t3.*`,
      );
    }
  },
};
