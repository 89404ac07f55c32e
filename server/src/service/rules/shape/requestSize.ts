import type { JsonNode, Span } from "../../syntax/jsonNode.ts";
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
    if (root.length * mostBytesPerCharacter < manyBytes || (root.length < manyBytes && isAscii(root))) return;
    const bytes = compactSize(root);
    if (bytes < manyBytes || root.holdsDynamic) return;
    const advice = "Move values to environment files or secrets, or split the task.";
    if (bytes > mostBytes)
      report(
        root.opening,
        `This task definition has ${bytes} bytes; AWS takes at most ${mostBytes} (64 KiB). ${advice}`,
      );
    else
      report(
        root.opening,
        `This task definition has ${bytes} bytes, close to the ${mostBytes} (64 KiB) that AWS takes. ${advice}`,
        { severity: "information" },
      );
  },
};

/** Most files are plain ASCII, where every character is one byte. */
function isAscii(root: JsonNode): boolean {
  return /^[\t\r\n -~]*$/.test(root.sourceText);
}

/** Bytes of a value as JSON without blanks and comments, in UTF-8. */
function compactSize(root: JsonNode): number {
  if (isAscii(root)) return sizeWith(root, (node) => node.length);
  const encoder = new TextEncoder();
  return sizeWith(
    root,
    ({ offset, length }) => encoder.encode(root.source.text.slice(offset, offset + length)).length,
  );
}

/** Sums up the brackets, colons and commas of objects and lists, and the sizes of names and plain values. */
function sizeWith(node: JsonNode, sizeOf: (part: Span) => number): number {
  if (node.type === "object")
    return node.members.reduce(
      (sum, member) => sum + sizeOf(member.keySpan!) + 2 + sizeWith(member, sizeOf),
      node.members.length > 0 ? 1 : 2,
    );
  if (node.type === "array")
    return node.items.reduce((sum, item) => sum + 1 + sizeWith(item, sizeOf), node.items.length > 0 ? 1 : 2);
  return sizeOf(node);
}
