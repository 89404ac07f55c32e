import type { Span } from "./jsonNode.ts";

const quotedOrComment = /"(?:[^"\\\n\r]|\\.)*"?|\/\/[^\n\r]*|\/\*[^]*?(?:\*\/|$)/g;

/** The comments of a JSON text in its order, or of a part of it that starts between two tokens. */
export function jsonComments(text: string): readonly Span[] {
  if (!text.includes("/")) return [];
  return [...text.matchAll(quotedOrComment)]
    .filter(([token]) => token.startsWith("/"))
    .map((match) => ({ offset: match.index, length: match[0].length }));
}
