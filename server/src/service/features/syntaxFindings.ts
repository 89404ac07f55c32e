import type { EcsDocument } from "../documents/ecsDocument.ts";
import { generalRules } from "../rules/schema/generalRules.ts";
import type { Finding } from "./finding.ts";

/** How many faults of syntax are reported: later ones mostly follow from the first. */
const most = 3;

/** What keeps the text from being JSON. */
export function syntaxFindings(document: EcsDocument): Finding[] {
  if (document.file === undefined && document.text.trim() === "") return [];
  return document.syntaxErrors.slice(0, most).map(({ offset, length, message }) => ({
    code: generalRules.jsonSyntax.id,
    severity: generalRules.jsonSyntax.severity,
    span: { offset, length: Math.max(length, 1) },
    message,
    fixes: [],
    related: [],
  }));
}
