import type { EcsDocument } from "../../documents/ecsDocument.ts";
import type { JsonNode } from "../../syntax/jsonNode.ts";
import type { RelatedPlace } from "../rule.ts";

/** A place in another file, for the reader to go to: none where the node or the file is not known. */
export function placeOf(
  message: string,
  node: JsonNode | undefined,
  document: EcsDocument | undefined,
): readonly RelatedPlace[] {
  return node && document ? [{ message, span: node.keySpan ?? node, document }] : [];
}
