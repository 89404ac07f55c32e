import { insertMember, quickFix } from "../kit/fix.ts";
import type { Rule } from "../rule.ts";

export const containerDefinitionsRequired: Rule = {
  id: "container-definitions-required",
  summary: "A task definition needs at least one container.",
  severity: "error",
  fix: "add a container to start from",
  appliesTo: "task-definition",
  check({ root, isWhole }, report) {
    const list = root.get("containerDefinitions");
    const isMisspelt = root.members.some(
      ({ key }) => key !== "containerDefinitions" && key?.toLowerCase() === "containerdefinitions",
    );
    if (!isWhole || isMisspelt || (list && !(list.type === "array" && list.items.length === 0))) return;
    const hasMemory = root.filled("memory") !== undefined;
    const container = {
      name: "app",
      image: "public.ecr.aws/nginx/nginx:stable",
      essential: true,
      ...(!hasMemory && { memory: 512 }),
    };
    report(
      list ?? root.opening,
      'A task definition needs at least one container: AWS answers "Container list cannot be empty". Add one to containerDefinitions.',
      {
        fixes: [quickFix("Add a container", insertMember(root, "containerDefinitions", [container]))],
      },
    );
  },
};
