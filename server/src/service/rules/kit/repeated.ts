import type { JsonNode } from "../../syntax/jsonNode.ts";

/** Of texts, those that stand before in the list already; placeholders are left out. */
export function repeated(texts: readonly (JsonNode | undefined)[]): readonly JsonNode[] {
  const seen = new Set<string>();
  return texts.filter((node): node is JsonNode => {
    const text = node?.string;
    if (text === undefined) return false;
    const isRepeated = seen.has(text);
    seen.add(text);
    return isRepeated;
  });
}
