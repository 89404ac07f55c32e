import type { JsonNode, Span } from "./jsonNode.ts";

/** Something that keeps a text from being read. */
export interface SyntaxError extends Span {
  readonly message: string;
}

/** What a reader makes of a text. */
export interface ParsedText {
  /** The outermost values: one, but for the documents of a YAML stream; none in a text without a value. */
  readonly roots: readonly JsonNode[];
  /** In the order of the file; the first is the cause, later ones often follow from it. */
  readonly errors: readonly SyntaxError[];
}
