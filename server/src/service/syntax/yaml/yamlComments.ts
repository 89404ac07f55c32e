import type { JsonNode, Span } from "../jsonNode.ts";
import { spanAt } from "../sorted.ts";

/**
 * The comments of a YAML text in the order of the text: from a # that stands in no text to the end of its
 * line.
 */
export function yamlComments(text: string, roots: readonly JsonNode[]): readonly Span[] {
  // What an alias leads to is met once more.
  const texts = roots.flatMap(textsIn).sort((a, b) => a.offset - b.offset);
  return [...text.matchAll(/(?<![^\s])#[^\n\r]*/g)]
    .filter(({ index }) => !spanAt(texts, index))
    .map(({ 0: comment, index }) => ({ offset: index, length: comment.length }));
}

function textsIn(node: JsonNode): readonly Span[] {
  const own = node.type === "string" || node.type === "dynamic" ? [node] : [];
  const key = node.keySpan ? [node.keySpan] : [];
  return [...key, ...own, ...node.elements.flatMap(textsIn)];
}
