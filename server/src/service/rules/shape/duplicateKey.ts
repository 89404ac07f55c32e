import type { TemplateText } from "../../syntax/blankPlaceholders.ts";
import type { JsonNode } from "../../syntax/jsonNode.ts";
import { countWhile } from "../../syntax/sorted.ts";
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
  check({ document: { file, templates }, host, root }, report) {
    const outermost = host === "plain" ? file : root;
    if (outermost) checkInside(outermost, templates, report);
  },
};

function checkInside(node: JsonNode, templates: readonly TemplateText[], report: Report): void {
  const { members } = node;
  if (hasRepeats(members)) reportRepeats(members, templates, report);
  for (const child of node.type === "array" ? node.items : members) {
    if (child.type === "object" || child.type === "array") checkInside(child, templates, report);
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

function reportRepeats(
  members: readonly JsonNode[],
  templates: readonly TemplateText[],
  report: Report,
): void {
  const seen = new Map<string, JsonNode>();
  for (const member of members) {
    const earlier = seen.get(member.key!);
    seen.set(member.key!, member);
    if (!earlier || mayBeApart(earlier, member, templates)) continue;
    report(
      member.keySpan!,
      `"${member.key}" is set twice in this object, and only this last value counts. Remove one.`,
      {
        fixes: [safeFix(`Remove the earlier "${member.key}"`, remove(earlier))],
      },
    );
  }
}

/** Whether a template may leave one of two members out, or puts another name in place of theirs. */
function mayBeApart(earlier: JsonNode, later: JsonNode, templates: readonly TemplateText[]): boolean {
  if (later.source.isPlaceholder(later.key!)) return true;
  const first = countWhile(templates, ({ offset }) => offset < earlier.offset);
  const end = countWhile(templates, ({ offset }) => offset < later.offset);
  return templates.slice(first, end).some(({ isStatement }) => isStatement);
}
