import { notOfDaemonContainers, notOfDaemonTasks } from "../../data/daemonTaskDefinition.ts";
import { quickFix, remove } from "../kit/fix.ts";
import { keyPlace } from "../kit/place.ts";
import type { Rule } from "../rule.ts";

export const daemonTaskDefinition: Rule = {
  id: "daemon-task-definition-fields",
  summary: "Daemon task definitions have fewer members than others.",
  severity: "warning",
  fix: "delete the member",
  appliesTo: "daemon-task-definition",
  check(root, report) {
    const containers = root.get("containerDefinitions")?.items ?? [];
    const found = [
      ...notOfDaemonTasks.map((key) => root.filled(key)),
      ...containers.flatMap((container) => notOfDaemonContainers.map((key) => container.filled(key))),
    ];
    for (const node of found.filter((member) => member !== undefined)) {
      report(
        keyPlace(node),
        `Daemon task definitions do not take ${node.key}: a daemon runs on each instance, in the instance's own network. Remove it.`,
        {
          fixes: [quickFix(`Remove ${node.key}`, remove(node))],
        },
      );
    }
  },
};
