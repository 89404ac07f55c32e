import type { JsonNode } from "../../syntax/jsonNode.ts";
import { findPlaceholders } from "../../syntax/placeholders.ts";

/**
 * True for a value that is nothing but placeholders: what they stand for may be empty, which counts as
 * absent.
 */
export function mayBeEmpty(node: JsonNode): boolean {
  if (!node.isDynamic) return false;
  const { raw } = node;
  if (raw === undefined || node.source.blanked.has(node.offset)) return true;
  const filledIn = findPlaceholders(raw).reduce((sum, { length }) => sum + length, 0);
  return filledIn === raw.length;
}
