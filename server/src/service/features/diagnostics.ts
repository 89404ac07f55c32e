import {
  type Diagnostic,
  DiagnosticSeverity,
  type DiagnosticRelatedInformation,
} from "vscode-languageserver-types";
import { rulePage, type RulePages } from "../data/rulePages.ts";
import type { EcsDocument } from "../documents/ecsDocument.ts";
import type { RelatedPlace, Severity } from "../rules/rule.ts";
import type { Finding } from "./finding.ts";

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** More diagnostics of one file help nobody, and slow an editor down. */
const mostShown = 1_000;

/**
 * The findings of a file as diagnostics: of very many those that are gravest, and one that says how many
 * there are.
 */
export function fileDiagnostics(
  document: EcsDocument,
  findings: readonly Finding[],
  pages: RulePages,
): Diagnostic[] {
  if (findings.length <= mostShown) return toDiagnostics(document, findings, pages);
  const gravest = new Set(
    findings.toSorted((a, b) => severities[a.severity] - severities[b.severity]).slice(0, mostShown),
  );
  const shown = findings.filter((finding) => gravest.has(finding));
  return [tooMany(document, findings.length), ...toDiagnostics(document, shown, pages)];
}

function tooMany(document: EcsDocument, count: number): Diagnostic {
  return {
    range: document.rangeOf({ offset: 0, length: 0 }),
    severity: DiagnosticSeverity.Warning,
    source: "ecs",
    message: `This file has ${count} findings; ${mostShown} of them are shown, the gravest first. "taskwright check" lists all of them.`,
  };
}

/** Findings as the protocol has them. */
export function toDiagnostics(
  document: EcsDocument,
  findings: readonly Finding[],
  pages: RulePages = rulePage,
): Diagnostic[] {
  return findings.map((finding) => ({
    range: document.rangeOf(finding.span),
    severity: severities[finding.severity],
    code: finding.code,
    codeDescription: { href: pages(finding.code) },
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
