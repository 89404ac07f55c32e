import type { DocumentLink } from "vscode-languageserver-types";
import type { EcsDocument } from "../documents/ecsDocument.ts";
import { firstRegion } from "../model/region.ts";
import type { JsonNode } from "../syntax/jsonNode.ts";
import { linkTarget } from "./linkTargets.ts";

/** ARNs, images, ids and names lead to the page that shows what they stand for. */
export function documentLinks(document: EcsDocument): DocumentLink[] {
  return document.definitions.flatMap(({ root }) => {
    const region = root && firstRegion(root);
    return strings(root).flatMap((node) => {
      const target = linkTarget(node, region);
      // The link is the text within the quotes.
      return target
        ? [{ range: document.rangeOf(node.content), target: target.url, tooltip: target.tooltip }]
        : [];
    });
  });
}

function strings(node: JsonNode | undefined): JsonNode[] {
  if (!node) return [];
  if (node.type === "string") return [node];
  return node.elements.flatMap(strings);
}
