import type { JsonNode } from "../../../syntax/jsonNode.ts";
import type { TaskDefinition } from "../../../model/taskDefinition.ts";
import type { Report, Rule, RuleFacts } from "../../rule.ts";

/**
 * A rule about proxyConfiguration. AWS did not always check it as strictly as it does now, so what was
 * registered once is at most a warning.
 */
export function proxyRule(
  facts: RuleFacts,
  check: (proxy: JsonNode, report: Report, task: TaskDefinition) => void,
): Rule {
  return {
    ...facts,
    about: ["proxyConfiguration"],
    appliesTo: "task-definition",
    check(task, report) {
      const proxy = task.root.filled("proxyConfiguration");
      if (!proxy || proxy.isDynamic) return;
      check(proxy, task.isDescribed && facts.severity === "error" ? asWarning(report) : report, task);
    },
  };
}

function asWarning(report: Report): Report {
  return (where, message, details) => report(where, message, { ...details, severity: "warning" });
}

/** APPMESH is the only type, and the default. */
export function isAppMesh(proxy: JsonNode): boolean {
  const type = proxy.filled("type");
  return !type || type.string === "APPMESH";
}
