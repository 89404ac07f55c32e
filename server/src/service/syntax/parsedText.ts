import type { Replacement } from "./edit.ts";
import type { JsonNode, Span } from "./jsonNode.ts";

/** Something that keeps a text from being read. */
export interface SyntaxError extends Span {
  readonly message: string;
  /** The change of the text that mends it, where one is certain. */
  readonly mend?: Mend;
}

/** A small change of a text that is not what its syntax asks for. */
export interface Mend {
  readonly title: string;
  readonly replacement: Replacement;
  /** True when nothing else could have been meant. */
  readonly isSafe: boolean;
}

/** What a reader makes of a text. */
export interface ParsedText {
  /** The outermost values: one, but for the documents of a YAML stream; none in a text without a value. */
  readonly roots: readonly JsonNode[];
  /** In the order of the file; the first is the cause, later ones often follow from it. */
  readonly errors: readonly SyntaxError[];
}
