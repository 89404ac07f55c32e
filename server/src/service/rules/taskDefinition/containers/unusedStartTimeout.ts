import { quickFix, remove } from "../../kit/fix.ts";
import type { Rule } from "../../rule.ts";

export const unusedStartTimeout: Rule = {
  id: "start-timeout-without-dependents",
  summary: "startTimeout counts only for containers that others wait for.",
  severity: "hint",
  about: ["startTimeout"],
  fix: "delete startTimeout",
  appliesTo: "task-definition",
  check(task, report) {
    const timeouts = task.containers.filter(({ node }) => node.get("startTimeout")?.number !== undefined);
    if (timeouts.length === 0) return;
    const awaited = task.containers.flatMap(({ dependsOn }) =>
      dependsOn.map((dependency) => dependency.get("containerName")),
    );
    if (task.hasDynamicContainers || awaited.some((name) => name?.isDynamic)) return;
    const names = new Set(awaited.map((name) => name?.string));
    for (const { name, node, label } of timeouts) {
      const timeout = node.get("startTimeout")!;
      if (name === undefined || names.has(name)) continue;
      report(
        timeout,
        `startTimeout counts only while another container waits for this one, and none depends on ${label}.`,
        {
          fixes: [quickFix("Remove startTimeout", remove(timeout))],
        },
      );
    }
  },
};
