import type { JsonNode } from "../../syntax/jsonNode.ts";
import { remove, safeFix } from "../kit/fix.ts";
import type { Report, Rule } from "../rule.ts";

/** Objects with more members than this are looked through with a map instead of pair by pair. */
const few = 8;

export const duplicateKey: Rule = {
  id: "json-duplicate-key",
  summary: "A name stands once in an object: of several only the last counts.",
  severity: "warning",
  fix: "remove the earlier member",
  appliesTo: "document",
  check({ document: { file }, host, root }, report) {
    const outermost = host === "plain" ? file : root;
    if (outermost) checkInside(outermost, report);
  },
};

function checkInside(node: JsonNode, report: Report): void {
  const { members } = node;
  if (hasRepeats(members)) reportRepeats(members, report);
  for (const child of node.type === "array" ? node.items : members) {
    if (child.type === "object" || child.type === "array") checkInside(child, report);
  }
}

function hasRepeats(members: readonly JsonNode[]): boolean {
  if (members.length > few) return new Set(members.map(({ key }) => key)).size < members.length;
  for (let later = 1; later < members.length; later++) {
    for (let earlier = 0; earlier < later; earlier++)
      if (members[earlier]!.key === members[later]!.key) return true;
  }
  return false;
}

function reportRepeats(members: readonly JsonNode[], report: Report): void {
  const seen = new Map<string, JsonNode>();
  for (const member of members) {
    const earlier = seen.get(member.key!);
    seen.set(member.key!, member);
    if (!earlier) continue;
    report(
      member.keySpan!,
      `"${member.key}" is set twice in this object, and only this last value counts. Remove one.`,
      {
        fixes: [safeFix(`Remove the earlier "${member.key}"`, remove(earlier))],
      },
    );
  }
}
