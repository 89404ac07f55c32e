import { promisedKind } from "../documents/fileName.ts";
import type { JsonNode } from "../syntax/jsonNode.ts";
import { isTemplate, templateDefinitions } from "./cloudFormation/template.ts";
import type { FoundDefinition } from "./host.ts";
import { plainDefinition } from "./plain.ts";

/** What a file is besides its content. */
interface Named {
  readonly uri: string;
  readonly language: string | undefined;
}

/** The definitions of a file, in its order, whatever it is. */
export function findDefinitions(
  { uri, language }: Named,
  roots: readonly JsonNode[],
): readonly FoundDefinition[] {
  const [first, ...others] = roots;
  if (first && isTemplate(first)) return templateDefinitions(first);
  // Only in a file with one value the name may tell what it is.
  const documents: readonly (JsonNode | undefined)[] = [first, ...others];
  return documents.flatMap((root) => plainDefinition(uri, root, language) ?? []);
}

/** Names that a text with ECS in it holds; the last ones are those of services and tasks in the API's spelling. */
const traces =
  /AWS::ECS::|aws_ecs_|containerDefinitions|\b(?:taskDefinition|requiresCompatibilities|primaryContainer|AWSEBDockerrunVersion)\b/;

/** A cheap look at name and text that most files fail, so that they need not be parsed. */
export function mayHoldEcs({ uri, language }: Named, text: string): boolean {
  return traces.test(text) || promisedKind(uri, language) !== undefined;
}
