import type {
  CodeAction,
  CodeLens,
  CompletionItem,
  Diagnostic,
  DocumentHighlight,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  FormattingOptions,
  Hover,
  InlayHint,
  Location,
  Position,
  Range,
  SelectionRange,
  TextEdit,
  WorkspaceEdit,
  WorkspaceSymbol,
} from "vscode-languageserver-types";
import type {
  DocumentKind,
  LookupParams,
  LookupValue,
  NewFileAnswers,
  NewFileChoices,
  PrepareResult,
} from "../protocol.ts";
import type { LazySyntax, Parsers } from "./syntax/syntax.ts";
import { type EcsDocument, missingParser, parseEcsDocument } from "./documents/ecsDocument.ts";
import { fixAllAction, quickFixes } from "./features/codeActions.ts";
import { codeLenses } from "./features/codeLenses.ts";
import { complete } from "./features/completion/complete.ts";
import { rulePage, type RulePages } from "./data/rulePages.ts";
import { fileDiagnostics } from "./features/diagnostics.ts";
import { documentLinks } from "./features/documentLinks.ts";
import { hover } from "./features/hover/hover.ts";
import { lookupsForCompletion, lookupsForHover } from "./features/lookups.ts";
import { locate } from "./features/locate.ts";
import { inlayHints, type InlayHintSettings } from "./features/inlayHints.ts";
import { newFile, newFileChoices } from "./features/newFile.ts";
import { definition, highlights, prepareRename, references, refuseName, rename } from "./features/names.ts";
import { outline, workspaceSymbols } from "./features/outline.ts";
import { prepare } from "./features/prepare.ts";
import { type FixedText, fixedText } from "./features/fixAll.ts";
import { formatting } from "./features/formatting.ts";
import { selectionRanges } from "./features/selection.ts";
import { foldingRanges } from "./features/folding.ts";
import type { Finding } from "./features/finding.ts";
import { type RuleSettings, validate } from "./features/validate.ts";
import { WorkspaceIndex } from "./documents/workspaceIndex.ts";

/**
 * The language service: everything that is known of task definitions and services, without protocol and IO.
 * Every function is synchronous and total: any text gives an answer.
 */
export interface LanguageService {
  /** The files of the workspace, which features that look across files read. */
  readonly workspace: WorkspaceIndex;
  /** The parser to be loaded before a text can be parsed; undefined where none is missing. */
  missingParser(uri: string, text: string, language?: string): LazySyntax | undefined;
  /** @param language id of the language that the file has in the editor */
  parse(uri: string, text: string, version?: number, language?: string): EcsDocument;
  validate(document: EcsDocument, rules?: RuleSettings): Finding[];
  /** Of more than 1,000 findings the gravest, and one more that says how many there are. */
  diagnostics(document: EcsDocument, rules?: RuleSettings): Diagnostic[];
  quickFixes(document: EcsDocument, range: Range, rules?: RuleSettings): CodeAction[];
  /** The action that applies every fix which loses and chooses nothing that AWS would see. */
  fixAll(document: EcsDocument, rules?: RuleSettings): CodeAction[];
  /** The text of a file with these fixes applied, in a template of another language too. */
  fixedText(document: EcsDocument, rules?: RuleSettings): FixedText;
  complete(
    document: EcsDocument,
    position: Position,
    typed?: string,
    live?: readonly LookupValue[],
  ): CompletionItem[];
  /** What a completion at the position would like to know of the user's account. */
  lookupsForCompletion(document: EcsDocument, position: Position): LookupParams[];
  /** What a hover would like to know of the user's account, about which value. */
  lookupsForHover(
    document: EcsDocument,
    position: Position,
  ): { readonly value: string; readonly lookups: readonly LookupParams[] } | undefined;
  hover(document: EcsDocument, position: Position): Hover | undefined;
  inlayHints(document: EcsDocument, range: Range, settings?: InlayHintSettings): InlayHint[];
  codeLenses(document: EcsDocument): CodeLens[];
  documentLinks(document: EcsDocument): DocumentLink[];
  definition(document: EcsDocument, position: Position): Location[];
  references(document: EcsDocument, position: Position, includeDefinition: boolean): Location[];
  highlights(document: EcsDocument, position: Position): DocumentHighlight[];
  prepareRename(document: EcsDocument, position: Position): { range: Range; placeholder: string } | undefined;
  /** Why a new name is not acceptable; undefined when it is. */
  refuseName(document: EcsDocument, position: Position, newName: string): string | undefined;
  rename(document: EcsDocument, position: Position, newName: string): WorkspaceEdit;
  outline(document: EcsDocument): DocumentSymbol[];
  workspaceSymbols(query: string): WorkspaceSymbol[];
  foldingRanges(document: EcsDocument): FoldingRange[];
  selectionRanges(document: EcsDocument, positions: Position[]): SelectionRange[];
  formatting(document: EcsDocument, options: FormattingOptions, range?: Range): TextEdit[];
  /** The input of the API call that the file stands for; see {@link PrepareResult}. */
  prepare(
    document: EcsDocument,
    values: Readonly<Record<string, string>>,
    rules?: RuleSettings,
  ): PrepareResult;
  newFileChoices(kind: DocumentKind): NewFileChoices;
  /** The text of a new file from a scaffold; undefined where there is no such scaffold. */
  newFile(kind: DocumentKind, scaffold: string, answers: NewFileAnswers): string | undefined;
  /** Where a value of that input stands in the file. */
  locate(document: EcsDocument, path: readonly (string | number)[]): Range | undefined;
}

/**
 * @param parsers of the syntaxes that are loaded on first use; they may be added later
 * @param pages where diagnostics say that rules are explained
 */
export function createLanguageService(parsers: Parsers = {}, pages: RulePages = rulePage): LanguageService {
  const workspace = new WorkspaceIndex();
  const findings = (document: EcsDocument, rules: RuleSettings = {}): Finding[] =>
    validate(document, { rules, workspace });
  return {
    workspace,
    missingParser: (uri, text, language) => missingParser(uri, text, { language, parsers }),
    parse: (uri, text, version = 0, language) => parseEcsDocument(uri, text, { version, language, parsers }),
    validate: findings,
    diagnostics: (document, rules) => fileDiagnostics(document, findings(document, rules), pages),
    quickFixes: (document, range, rules) => quickFixes(document, findings(document, rules), range, pages),
    fixAll: (document, rules = {}) => fixAllAction(document, { rules, workspace }),
    fixedText: (document, rules = {}) => fixedText(document, { rules, workspace }),
    complete: (document, position, typed, live) => complete(document, position, workspace, typed, live),
    lookupsForCompletion: (document, position) => lookupsForCompletion(document, position, workspace),
    lookupsForHover,
    hover,
    inlayHints: (document, range, settings = {}) => inlayHints(document, range, settings),
    codeLenses: (document) => codeLenses(document, workspace),
    documentLinks,
    definition: (document, position) => definition(document, position, workspace),
    references: (document, position, includeDefinition) =>
      references(document, position, workspace, includeDefinition),
    highlights,
    prepareRename,
    refuseName: (document, position, newName) => refuseName(document, position, newName, workspace),
    rename: (document, position, newName) => rename(document, position, newName, workspace),
    outline,
    workspaceSymbols: (query) => workspaceSymbols(query, workspace),
    foldingRanges,
    selectionRanges,
    formatting,
    locate,
    prepare: (document, values, rules = {}) => prepare(document, values, { rules, workspace }),
    newFileChoices: (kind) => newFileChoices(kind, workspace),
    newFile: (kind, scaffold, answers) => newFile(kind, scaffold, answers, workspace),
  };
}
