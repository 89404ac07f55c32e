import type { JsonNode } from "../syntax/jsonNode.ts";

/** Where a file names a region: in log options, hosts of Amazon ECR and ARNs. */
const regionInText = /(?:-region"\s*:\s*"|\.ecr\.|\barn:aws[\w-]*:[\w-]+:)([a-z]{2,4}(?:-[a-z]+)+-\d)\b/;

/** The region that a file names first; undefined when it names none. */
export function firstRegion(root: JsonNode): string | undefined {
  return regionInText.exec(root.sourceText)?.[1];
}
