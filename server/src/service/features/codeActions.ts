import { type CodeAction, CodeActionKind, type Range, type TextEdit } from "vscode-languageserver-types";
import type { EcsDocument } from "../documents/ecsDocument.ts";
import type { Edit } from "../rules/kit/fix.ts";
import { toDiagnostics } from "./diagnostics.ts";
import { fixAll } from "./fixAll.ts";
import type { Finding } from "./finding.ts";
import type { ValidateOptions } from "./validate.ts";

/** The quick fixes of the findings that a range touches; the first fix of each finding is the preferred one. */
export function quickFixes(document: EcsDocument, findings: readonly Finding[], range: Range): CodeAction[] {
  const from = document.lines.offsetAt(range.start);
  const to = document.lines.offsetAt(range.end);
  const touched = findings.filter(({ span }) => span.offset <= to && span.offset + span.length >= from);
  return touched.flatMap((finding) =>
    finding.fixes.map((fix, index) => ({
      title: fix.title,
      kind: CodeActionKind.QuickFix,
      diagnostics: toDiagnostics(document, [finding]),
      isPreferred: index === 0,
      edit: {
        changes: { [(fix.document ?? document).uri]: toTextEdits(fix.document ?? document, fix.edits) },
      },
    })),
  );
}

/** The kind of the action that applies every safe fix of a file. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.ecs`;

/** One action for all safe fixes; none where there is nothing to fix. */
export function fixAllAction(document: EcsDocument, options: ValidateOptions): CodeAction[] {
  const edits = fixAll(document, options);
  if (edits.length === 0) return [];
  return [
    {
      title: "Fix all that loses nothing",
      kind: fixAllKind,
      edit: { changes: { [document.uri]: toTextEdits(document, edits) } },
    },
  ];
}

export function toTextEdits(document: EcsDocument, edits: readonly Edit[]): TextEdit[] {
  return edits.map((edit) => ({ range: document.rangeOf(edit), newText: edit.text }));
}
