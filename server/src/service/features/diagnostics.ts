import {
  type Diagnostic,
  DiagnosticSeverity,
  type DiagnosticRelatedInformation,
} from "vscode-languageserver-types";
import { rulePage } from "../data/rulePages.ts";
import type { EcsDocument } from "../documents/ecsDocument.ts";
import type { RelatedPlace, Severity } from "../rules/rule.ts";
import type { Finding } from "./finding.ts";

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** Findings as the protocol has them. */
export function toDiagnostics(document: EcsDocument, findings: readonly Finding[]): Diagnostic[] {
  return findings.map((finding) => ({
    range: document.rangeOf(finding.span),
    severity: severities[finding.severity],
    code: finding.code,
    codeDescription: { href: rulePage(finding.code) },
    source: "ecs",
    message: finding.message,
    ...(finding.related.length > 0 && {
      relatedInformation: finding.related.map((place) => toRelated(document, place)),
    }),
  }));
}

function toRelated(
  document: EcsDocument,
  { message, span, document: other = document }: RelatedPlace,
): DiagnosticRelatedInformation {
  return { message, location: { uri: other.uri, range: other.rangeOf(span) } };
}
