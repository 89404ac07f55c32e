import {
  type CodeAction,
  CodeActionKind,
  type Range,
  type TextEdit,
  type WorkspaceEdit,
} from "vscode-languageserver-types";
import type { EcsDocument } from "../documents/ecsDocument.ts";
import type { Replacement } from "../syntax/edit.ts";
import { changesOf, type Fix } from "../rules/kit/fix.ts";
import type { RulePages } from "../data/rulePages.ts";
import { toDiagnostics } from "./diagnostics.ts";
import { fixAll } from "./fixAll.ts";
import type { Finding } from "./finding.ts";
import type { ValidateOptions } from "./validate.ts";

/**
 * The quick fixes of the findings that a range touches; the first fix of each finding is the preferred one.
 */
export function quickFixes(
  document: EcsDocument,
  findings: readonly Finding[],
  range: Range,
  pages: RulePages,
): CodeAction[] {
  const from = document.lines.offsetAt(range.start);
  const to = document.lines.offsetAt(range.end);
  const touched = findings.filter(({ span }) => span.offset <= to && span.offset + span.length >= from);
  return touched.flatMap((finding) => {
    const possible = finding.fixes.flatMap((fix) => workspaceEdit(document, fix) ?? []);
    return possible.map(({ title, edit }, index) => ({
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: toDiagnostics(document, [finding], pages),
      isPreferred: index === 0,
      edit,
    }));
  });
}

/** What a fix changes; undefined where that cannot be done safely. */
function workspaceEdit(document: EcsDocument, fix: Fix): { title: string; edit: WorkspaceEdit } | undefined {
  const { title, document: changed = document } = fix;
  const replacements = changesOf(fix, changed);
  return replacements && { title, edit: { changes: { [changed.uri]: toTextEdits(changed, replacements) } } };
}

/** The kind of the action that applies every safe fix of a file. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.ecs`;

/** One action for all safe fixes; none where there is nothing to fix. */
export function fixAllAction(document: EcsDocument, options: ValidateOptions): CodeAction[] {
  const replacements = fixAll(document, options);
  if (replacements.length === 0) return [];
  return [
    {
      title: "Fix all safe ECS problems",
      kind: fixAllKind,
      edit: { changes: { [document.uri]: toTextEdits(document, replacements) } },
    },
  ];
}

function toTextEdits(document: EcsDocument, replacements: readonly Replacement[]): TextEdit[] {
  return replacements.map((each) => ({ range: document.rangeOf(each), newText: each.text }));
}
