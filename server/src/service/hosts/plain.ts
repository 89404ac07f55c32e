import { classify } from "../documents/classify.ts";
import type { JsonNode } from "../syntax/jsonNode.ts";
import { apiSpelling } from "../syntax/spelling.ts";
import { everyAbility, type FoundDefinition, guestAbilities } from "./host.ts";

const nothing: ReadonlySet<string> = new Set();

/** The definition that a file is as a whole, perhaps in the wrapper of a Describe call. */
export function plainDefinition(
  uri: string,
  file: JsonNode | undefined,
  language: string | undefined,
): FoundDefinition | undefined {
  const { kind, shape, root } = classify(uri, file, language);
  if (kind === "unknown") return undefined;
  const abilities = !file || file.source.syntax === "json" ? everyAbility : guestAbilities;
  return { kind, shape, root, host: "plain", abilities, spelling: apiSpelling, supplied: nothing };
}
