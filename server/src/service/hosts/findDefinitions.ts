import { hasEcsTraces } from "../../../../shared/src/ecsTraces.ts";
import { promisedKind } from "../documents/fileName.ts";
import type { JsonNode } from "../syntax/jsonNode.ts";
import { isTemplate, templateDefinitions } from "./cloudFormation/template.ts";
import type { FoundDefinition } from "./host.ts";
import { plainDefinition } from "./plain.ts";
import { isModule, moduleDefinitions } from "./terraform/module.ts";

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
  if (first && isModule(uri, first)) return moduleDefinitions(first);
  if (first && isTemplate(first)) return templateDefinitions(first);
  // Only in a file with one value the name may tell what it is.
  const documents: readonly (JsonNode | undefined)[] = [first, ...others];
  return documents.flatMap((root) => plainDefinition(uri, root, language) ?? []);
}

/** A cheap look at name and text that most files fail, so that they need not be parsed. */
export function mayHoldEcs({ uri, language }: Named, text: string): boolean {
  return hasEcsTraces(text) || promisedKind(uri, language) !== undefined;
}
