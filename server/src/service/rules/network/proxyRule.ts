import type { JsonNode } from "../../jsonNode.ts";
import type { TaskDefinition } from "../../model/taskDefinition.ts";
import type { Report, Rule, RuleFacts } from "../rule.ts";

/** A rule about proxyConfiguration. */
export function proxyRule(facts: RuleFacts, check: (proxy: JsonNode, report: Report, task: TaskDefinition) => void): Rule {
  return {
    ...facts,
    appliesTo: "task-definition",
    check(task, report) {
      const proxy = task.root.filled("proxyConfiguration");
      if (proxy && !proxy.isDynamic) check(proxy, report, task);
    },
  };
}

/** APPMESH is the only type, and the default. */
export function isAppMesh(proxy: JsonNode): boolean {
  const type = proxy.filled("type");
  return !type || type.string === "APPMESH";
}
