import * as vscode from "vscode";
import { languages } from "../model/languages.ts";
import type { AccountFinding, Mend } from "../model/accountFinding.ts";
import { memberAfter, movedRange, type TextRange } from "../model/movedRange.ts";
import { repository } from "../../../shared/src/repository.ts";

/** A finding at its place in a file. */
export interface AccountMark {
  readonly range: TextRange;
  readonly finding: AccountFinding;
}

const severities = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
} as const;

const pages = `${repository}/blob/main/docs/verify.md`;

/**
 * What a verification found, as diagnostics beside those of the server. A mark goes when its place is edited,
 * and all when the file is closed.
 */
export class AccountMarks implements vscode.CodeActionProvider {
  readonly #diagnostics = vscode.languages.createDiagnosticCollection("ecs-account");
  readonly #marks = new Map<string, readonly AccountMark[]>();

  constructor(subscriptions: vscode.Disposable[]) {
    subscriptions.push(
      this.#diagnostics,
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) =>
        this.#edited(document.uri, contentChanges),
      ),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.set(uri, [])),
      vscode.languages.registerCodeActionsProvider(
        ["yaml", ...languages].map((language) => ({ language })),
        this,
        { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
      ),
    );
  }

  /** Shows these marks in a file, in place of those before. */
  set(uri: vscode.Uri, marks: readonly AccountMark[]): void {
    if (marks.length === 0 && !this.#marks.has(uri.toString())) return;
    if (marks.length === 0) this.#marks.delete(uri.toString());
    else this.#marks.set(uri.toString(), marks);
    this.#diagnostics.set(uri, marks.map(diagnosticOf));
  }

  provideCodeActions(document: vscode.TextDocument, range: vscode.Range): vscode.CodeAction[] {
    const marks = (this.#marks.get(document.uri.toString()) ?? []).filter((mark) =>
      toRange(mark.range).intersection(range),
    );
    return marks.flatMap((mark) => mark.finding.mends.map((mend) => actionOf(document, mark, mend)));
  }

  #edited(uri: vscode.Uri, changes: readonly vscode.TextDocumentContentChangeEvent[]): void {
    const marks = this.#marks.get(uri.toString());
    if (!marks || changes.length === 0) return;
    // VS Code gives the changes of one edit from the last place to the first.
    const left = marks.flatMap(({ range, finding }) => {
      const moved = changes.reduce<TextRange | undefined>(
        (current, change) => current && movedRange(current, change.range, change.text),
        range,
      );
      return moved ? [{ range: moved, finding }] : [];
    });
    this.set(uri, left);
  }
}

const toRange = ({ start, end }: TextRange): vscode.Range =>
  new vscode.Range(start.line, start.character, end.line, end.character);

function diagnosticOf({ range, finding }: AccountMark): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(toRange(range), finding.message, severities[finding.severity]);
  diagnostic.source = "ecs";
  diagnostic.code = { value: finding.code, target: vscode.Uri.parse(`${pages}#${finding.code}`) };
  return diagnostic;
}

function actionOf(
  document: vscode.TextDocument,
  mark: AccountMark,
  { title, value, member }: Mend,
): vscode.CodeAction {
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  const range = toRange(mark.range);
  action.diagnostics = [diagnosticOf(mark)];
  action.edit = new vscode.WorkspaceEdit();
  if (value !== undefined) action.edit.replace(document.uri, range, JSON.stringify(value));
  if (member)
    action.edit.insert(
      document.uri,
      range.end,
      memberAfter(document.lineAt(range.end.line).text, member.name, member.value),
    );
  return action;
}
