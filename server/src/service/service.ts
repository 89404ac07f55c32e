import type { CodeAction, CompletionItem, Diagnostic, Hover, Position, Range } from "vscode-languageserver-types";
import type { PrepareResult } from "../protocol.ts";
import { type EcsDocument, parseEcsDocument } from "./ecsDocument.ts";
import { quickFixes } from "./features/codeActions.ts";
import { complete } from "./features/completion/complete.ts";
import { toDiagnostics } from "./features/diagnostics.ts";
import { hover } from "./features/hover.ts";
import { prepare } from "./features/prepare.ts";
import { type Finding, type RuleSettings, validate } from "./features/validate.ts";
import { WorkspaceIndex } from "./workspaceIndex.ts";

/**
 * The language service: everything that is known of task definitions and services, without protocol and IO.
 * Every function is synchronous and total: any text gives an answer.
 */
export interface LanguageService {
  /** The files of the workspace, which features that look across files read. */
  readonly workspace: WorkspaceIndex;
  parse(uri: string, text: string, version?: number): EcsDocument;
  validate(document: EcsDocument, rules?: RuleSettings): Finding[];
  diagnostics(document: EcsDocument, rules?: RuleSettings): Diagnostic[];
  quickFixes(document: EcsDocument, range: Range, rules?: RuleSettings): CodeAction[];
  complete(document: EcsDocument, position: Position): CompletionItem[];
  hover(document: EcsDocument, position: Position): Hover | undefined;
  /** The input of the API call that the file stands for; see {@link PrepareResult}. */
  prepare(document: EcsDocument, values: Readonly<Record<string, string>>, rules?: RuleSettings): PrepareResult;
}

export function createLanguageService(): LanguageService {
  const workspace = new WorkspaceIndex();
  const findings = (document: EcsDocument, rules: RuleSettings = {}): Finding[] => validate(document, { rules, workspace });
  return {
    workspace,
    parse: parseEcsDocument,
    validate: findings,
    diagnostics: (document, rules) => toDiagnostics(document, findings(document, rules)),
    quickFixes: (document, range, rules) => quickFixes(document, findings(document, rules), range),
    complete,
    hover,
    prepare: (document, values, rules = {}) => prepare(document, values, { rules, workspace }),
  };
}
