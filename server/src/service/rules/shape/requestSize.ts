import type { JsonNode, Span } from "../../syntax/jsonNode.ts";
import { findPlaceholders } from "../../syntax/placeholders.ts";
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
  appliesTo: "document",
  check({ kind, root, document: { templates } }, report) {
    if (kind !== "task-definition" || !root) return;
    if (root.length * mostBytesPerCharacter < manyBytes || (root.length < manyBytes && isAscii(root))) return;
    // Of the branches of a template only one is there in the end.
    if (templates.some(({ isStatement }) => isStatement)) return;
    const bytes = leastSize(root);
    if (bytes < manyBytes) return;
    const size = `${root.holdsDynamic ? "at least " : ""}${bytes} bytes`;
    const advice = "Move values to environment files or secrets, or split the task.";
    if (bytes > mostBytes)
      report(
        root.opening,
        `This task definition has ${size}; AWS takes at most ${mostBytes} (64 KiB). ${advice}`,
      );
    else
      report(
        root.opening,
        `This task definition has ${size}, close to the ${mostBytes} (64 KiB) that AWS takes. ${advice}`,
        { severity: "information" },
      );
  },
};

/** Most files are plain ASCII, where every character is one byte. */
function isAscii(root: JsonNode): boolean {
  return /^[\t\r\n -~]*$/.test(root.sourceText);
}

/**
 * Bytes of a value as JSON without blanks and comments, in UTF-8; placeholders may turn out to be nothing.
 */
function leastSize(root: JsonNode): number {
  if (isAscii(root)) return sizeWith(root, (node) => node.length);
  const encoder = new TextEncoder();
  return sizeWith(
    root,
    ({ offset, length }) => encoder.encode(root.source.text.slice(offset, offset + length)).length,
  );
}

/** Sums up the brackets, colons and commas of objects and lists, and the sizes of names and plain values. */
function sizeWith(node: JsonNode, sizeOf: (part: Span) => number): number {
  if (node.type === "object" && !node.isDynamic)
    return node.members.reduce(
      (sum, member) => sum + sizeOf(member.keySpan!) + 2 + sizeWith(member, sizeOf),
      node.members.length > 0 ? 1 : 2,
    );
  if (node.type === "array")
    return node.items.reduce((sum, item) => sum + 1 + sizeWith(item, sizeOf), node.items.length > 0 ? 1 : 2);
  return node.isDynamic ? plainParts(node).reduce((sum, part) => sum + sizeOf(part), 0) : sizeOf(node);
}

/** What stands around the placeholders of a text; nothing of any other value that is not known. */
function plainParts({ type, offset, sourceText }: JsonNode): readonly Span[] {
  const found = type === "string" ? findPlaceholders(sourceText) : [];
  if (found.length === 0) return [];
  const starts = [0, ...found.map((each) => each.offset + each.length)];
  const ends = [...found.map((each) => each.offset), sourceText.length];
  return starts.map((start, index) => ({ offset: offset + start, length: ends[index]! - start }));
}
