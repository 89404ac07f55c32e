import type { RegisterTaskDefinitionInput, Tag, TaskDefinition } from "../aws/types.ts";
import { ownTags } from "./tagChanges.ts";

/** What DescribeTaskDefinition adds to what was registered: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskDefinition.html */
const outputOnly = new Set([
  "taskDefinitionArn",
  "revision",
  "status",
  "requiresAttributes",
  "compatibilities",
  "registeredAt",
  "registeredBy",
  "deregisteredAt",
  "deleteRequestedAt",
]);

/** The input that would register a revision like this one, its tags included but for those of AWS. */
export function inputOf(definition: TaskDefinition, tags: readonly Tag[] = []): RegisterTaskDefinitionInput {
  const own = ownTags(tags);
  const members = Object.entries(definition).filter(
    ([name, value]) => !outputOnly.has(name) && value !== undefined,
  );
  return {
    ...(Object.fromEntries(members) as unknown as RegisterTaskDefinitionInput),
    ...(own.length > 0 ? { tags: [...own] } : {}),
  };
}
