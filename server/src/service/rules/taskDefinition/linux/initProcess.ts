import type { Container } from "../../../model/container.ts";
import { type Edits, insertMember, quickFix } from "../../kit/fix.ts";
import type { Rule } from "../../rule.ts";
import { listOf } from "../../kit/words.ts";

export const initProcess: Rule = {
  id: "init-process-hint",
  summary: "With ECS Exec an init process cleans up behind the sessions.",
  severity: "hint",
  fix: "set initProcessEnabled",
  appliesTo: "service with its task definition",
  check(service, task, report, taskDocument) {
    const exec = service.root.get("enableExecuteCommand");
    if (exec?.boolean !== true || task.isWindows) return;
    const without = task.containers.filter(
      ({ node }) =>
        !node.get("linuxParameters")?.isDynamic && !node.at("linuxParameters", "initProcessEnabled"),
    );
    if (without.length === 0) return;
    const labels = listOf(
      without.map(({ label }) => label),
      "and",
    );
    report(
      exec,
      `ECS Exec may leave processes behind, and in ${labels} no init process removes them. Set initProcessEnabled in linuxParameters of the task definition.`,
      {
        fixes: [
          {
            ...quickFix("Set initProcessEnabled in the task definition", ...without.map(enable)),
            document: taskDocument,
          },
        ],
        related: without.map(({ label, place }) => ({
          message: `${label} has no init process.`,
          span: place,
          document: taskDocument,
        })),
      },
    );
  },
};

function enable({ node }: Container): Edits {
  const linuxParameters = node.get("linuxParameters");
  return linuxParameters
    ? insertMember(linuxParameters, "initProcessEnabled", true)
    : insertMember(node, "linuxParameters", { initProcessEnabled: true });
}
