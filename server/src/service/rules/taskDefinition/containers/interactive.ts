import type { Rule } from "../../rule.ts";

export const interactive: Rule = {
  id: "interactive-without-tty",
  summary: "Nothing is attached to the standard input of a container.",
  severity: "hint",
  about: ["interactive"],
  appliesTo: "task-definition",
  check(task, report) {
    for (const { node } of task.containers) {
      const flag = node.get("interactive");
      const terminal = node.get("pseudoTerminal");
      if (flag?.boolean !== true || terminal?.boolean === true || terminal?.isDynamic) continue;
      report(
        flag,
        "interactive keeps the standard input open, but ECS attaches nothing to it, so a service seldom has a use for it.",
      );
    }
  },
};
