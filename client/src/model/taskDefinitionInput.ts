import { readOnlyMembers } from "../../../shared/src/readOnlyMembers.ts";
import type { RegisterTaskDefinitionInput, Tag, TaskDefinition } from "../aws/types.ts";
import { ownTags } from "./tagChanges.ts";

/** What DescribeTaskDefinition adds to what was registered. */
const outputOnly = new Set<string>(readOnlyMembers.taskDefinition);

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
