import type { Definition } from "../documents/ecsDocument.ts";
import { innermostAt } from "../syntax/innermost.ts";
import type { JsonNode } from "../syntax/jsonNode.ts";
import type { Finding } from "./finding.ts";

/**
 * Leaves out what is said to be missing where a placeholder may stand for it: `{ "name": "web", ${REST} }`.
 */
export function withoutGuesses(
  { root, document }: Definition,
  findings: readonly Finding[],
): readonly Finding[] {
  const open = new Set<JsonNode>();
  for (const { isMembers, offset } of document.templates) {
    const object = isMembers && root ? objectAround(innermostAt(root, offset)) : undefined;
    if (object) open.add(object);
  }
  return open.size === 0 ? findings : findings.filter((finding) => !tellsOfAbsence(finding, open));
}

function objectAround(node: JsonNode | undefined): JsonNode | undefined {
  return node?.type === "object" ? node : node?.parent;
}

/** A finding that stands at the opening of an object, or whose fix puts something into it. */
function tellsOfAbsence({ span, fixes }: Finding, objects: ReadonlySet<JsonNode>): boolean {
  const isAtOpening = [...objects].some(({ opening }) => opening.offset === span.offset && span.length === 1);
  const edits = fixes.flatMap((fix) => fix.edits);
  return isAtOpening || edits.some((edit) => edit.kind === "insert members" && objects.has(edit.into));
}
