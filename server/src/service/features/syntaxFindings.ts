import type { EcsDocument } from "../documents/ecsDocument.ts";
import { generalRules } from "../rules/schema/generalRules.ts";
import type { Fix } from "../rules/kit/fix.ts";
import type { Span } from "../syntax/jsonNode.ts";
import type { Mend } from "../syntax/parsedText.ts";
import type { Finding } from "./finding.ts";

/** How many faults of syntax are reported: later ones mostly follow from the first. */
const most = 3;

/** What keeps the text from being JSON. */
export function syntaxFindings(document: EcsDocument): Finding[] {
  if (document.file === undefined && document.text.trim() === "") return [];
  return document.syntaxErrors.slice(0, most).map(({ offset, length, message, mend }) => ({
    code: generalRules.jsonSyntax.id,
    severity: generalRules.jsonSyntax.severity,
    span: visible({ offset, length }, document.text),
    message,
    fixes: mend ? [toFix(mend)] : [],
    related: [],
  }));
}

function toFix({ title, replacement, isSafe }: Mend): Fix {
  return { title, edits: [], text: [replacement], ...(isSafe && { isSafe }) };
}

/**
 * A span that an editor can show: of at least one character. What is missing at the end is marked at the last
 * word.
 */
function visible({ offset, length }: Span, text: string): Span {
  return offset < text.length
    ? { offset, length: Math.max(length, 1) }
    : { offset: Math.max(text.trimEnd().length - 1, 0), length: 1 };
}
