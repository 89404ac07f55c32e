import type { Span } from "./jsonNode.ts";
import type { SyntaxId } from "./syntax.ts";

const quotedOrComment = /"(?:[^"\\\n]|\\.)*"?|\/\/[^\n]*|\/\*[^]*?(?:\*\/|$)/g;

/** The comments of a text in the order of the text, as far as they are told from the rest: in JSON. */
export function commentsOf(syntax: SyntaxId, text: string): readonly Span[] {
  return syntax === "json" ? jsonComments(text) : [];
}

/** The comments of a JSON text, or of a part of it that starts between two tokens. */
export function jsonComments(text: string): readonly Span[] {
  if (!text.includes("/")) return [];
  return [...text.matchAll(quotedOrComment)]
    .filter(([token]) => token.startsWith("/"))
    .map((match) => ({ offset: match.index, length: match[0].length }));
}
