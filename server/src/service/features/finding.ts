import type { Span } from "../syntax/jsonNode.ts";
import type { Fix } from "../rules/kit/fix.ts";
import type { RelatedPlace, Severity } from "../rules/rule.ts";

/** One fact about a document, at its place. */
export interface Finding {
  /** Rule id. */
  readonly code: string;
  readonly severity: Severity;
  readonly span: Span;
  readonly message: string;
  readonly fixes: readonly Fix[];
  readonly related: readonly RelatedPlace[];
}
