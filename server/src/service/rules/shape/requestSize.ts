import type { JsonNode } from "../../jsonNode.ts";
import type { Rule } from "../rule.ts";

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html */
const mostBytes = 64 * 1024;
/** From here on it is worth knowing that the limit is near. */
const manyBytes = 60_000;
/** A UTF-16 unit of text takes at most so many bytes in UTF-8. */
const mostBytesPerCharacter = 3;

export const requestSize: Rule = {
  id: "task-definition-too-large",
  summary: "A task definition has at most 64 KiB, not counting the blanks between its parts.",
  severity: "error",
  appliesTo: "task-definition",
  check({ root }, report) {
    if (root.length * mostBytesPerCharacter < manyBytes) return;
    const bytes = compactSize(root);
    if (bytes < manyBytes || root.holdsDynamic) return;
    const advice = "Move values to environment files or secrets, or split the task.";
    if (bytes > mostBytes) report(root.opening, `This task definition has ${bytes} bytes; AWS takes at most ${mostBytes} (64 KiB). ${advice}`);
    else report(root.opening, `This task definition has ${bytes} bytes, close to the ${mostBytes} (64 KiB) that AWS takes. ${advice}`, { severity: "information" });
  },
};

/** Bytes of a value as JSON without blanks and comments, in UTF-8. */
function compactSize(node: JsonNode): number {
  if (node.type === "object") return node.members.reduce((sum, member) => sum + bytesOf(member.key!) + 4 + compactSize(member), node.members.length > 0 ? 1 : 2);
  if (node.type === "array") return node.items.reduce((sum, item) => sum + 1 + compactSize(item), node.items.length > 0 ? 1 : 2);
  return node.raw === undefined ? node.length : bytesOf(node.sourceText);
}

function bytesOf(text: string): number {
  // Most texts are plain ASCII, one byte a character.
  return /^[ -~]*$/.test(text) ? text.length : new TextEncoder().encode(text).length;
}
