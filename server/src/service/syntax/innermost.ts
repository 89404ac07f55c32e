import type { JsonNode } from "./jsonNode.ts";

/** The innermost value around an offset, or whose name is there; undefined outside of the given one. */
export function innermostAt(node: JsonNode, offset: number): JsonNode | undefined {
  const start = node.keySpan?.offset ?? node.offset;
  if (offset < start || offset > node.offset + node.length) return undefined;
  for (const child of node.elements) {
    const found = innermostAt(child, offset);
    if (found) return found;
  }
  return node;
}
