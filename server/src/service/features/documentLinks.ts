import type { DocumentLink } from "vscode-languageserver-types";
import type { EcsDocument } from "../documents/ecsDocument.ts";
import type { JsonNode } from "../syntax/jsonNode.ts";
import { consoleLink, repositoryLink } from "../../../../shared/src/consoleLink.ts";
import { parseImageReference } from "../../../../shared/src/image.ts";

/** ARNs and images of Amazon ECR lead to the AWS console of their partition. */
export function documentLinks(document: EcsDocument): DocumentLink[] {
  return document.definitions
    .flatMap(({ root }) => strings(root))
    .flatMap((node) => {
      const target = targetOf(node);
      // The link is the text within the quotes.
      return target === undefined
        ? []
        : [
            {
              range: document.rangeOf(node.content),
              target,
              tooltip: "Open in the AWS console",
            },
          ];
    });
}

function targetOf(node: JsonNode): string | undefined {
  const text = node.string ?? "";
  if (node.key === "image") {
    const { ecr, repository } = parseImageReference(text);
    return ecr && repositoryLink(ecr, repository);
  }
  return consoleLink(text);
}

function strings(node: JsonNode | undefined): JsonNode[] {
  if (!node) return [];
  if (node.type === "string") return [node];
  return node.elements.flatMap(strings);
}
