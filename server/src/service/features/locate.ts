import type { Range } from "vscode-languageserver-types";
import type { EcsDocument } from "../documents/ecsDocument.ts";
import type { JsonNode } from "../syntax/jsonNode.ts";

/**
 * Where a value of the prepared input stands in the file; for a value that is not there, the innermost that
 * holds its place.
 */
export function locate(document: EcsDocument, path: readonly (string | number)[]): Range | undefined {
  const root = document.definitions[0]?.root;
  return root && document.rangeOf(innermost(root, path));
}

function innermost(node: JsonNode, [step, ...rest]: readonly (string | number)[]): JsonNode {
  if (step === undefined) return node;
  // Nulls are left out of the input, and so do not count.
  const next = typeof step === "number" ? node.items[step] : node.get(step);
  return next ? innermost(next, rest) : node;
}
