import type { JsonNode, Span } from "../../syntax/jsonNode.ts";

/** The name of a member; the opening bracket of what has no name. */
export function keyPlace(node: JsonNode): Span {
  return node.keySpan ?? node.opening;
}

/**
 * Where to point when a member as a whole is at fault: at plain values themselves, at the name of objects and
 * lists.
 */
export function memberPlace(node: JsonNode): Span {
  const isLong = node.type === "object" || node.type === "array";
  return isLong && node.keySpan ? node.keySpan : node;
}
