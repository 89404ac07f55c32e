import type { Definition, EcsDocument } from "../documents/ecsDocument.ts";
import type { Span } from "../syntax/jsonNode.ts";
import type { Report, ReportDetails, Rule, Severity, Workspace } from "../rules/rule.ts";
import { checkSchema } from "../rules/schema/index.ts";
import { withoutCovered } from "./coveredFindings.ts";
import type { Finding } from "./finding.ts";
import { inTermsOf } from "./hostTerms.ts";
import { withoutGuesses } from "./openObjects.ts";
import { type Reporting, runRules } from "./runRules.ts";
import { withoutSuppressed } from "./suppressions.ts";
import { generalRules } from "../rules/schema/generalRules.ts";
import { syntaxFindings } from "./syntaxFindings.ts";

/** The severity that the user gave a rule, or `off`. */
export type RuleSettings = Readonly<Record<string, Severity | "off">>;

export interface ValidateOptions {
  readonly rules?: RuleSettings;
  readonly workspace?: Workspace;
  /**
   * True where comments of the file suppress nothing, as before a deploy: the file may be somebody else's.
   */
  readonly heedsNoComments?: true;
}

const noWorkspace: Workspace = { taskDefinitions: () => [], resource: () => undefined, families: () => [] };

/** All findings of a document, in the order of the file. Total: any text gives an answer. */
export function validate(document: EcsDocument, options: ValidateOptions = {}): Finding[] {
  const { definitions } = document;
  if (definitions.length === 0) return [];
  const syntax = syntaxFindings(document);
  // The faults of a text that is not JSON may change what the whole of it means.
  const judged = document.syntax === "json" || syntax.length === 0 ? definitions : [];
  const found = judged.flatMap((definition) => findingsOf(definition, options));
  const all = [...syntax, ...found];
  return heeded(document, all, options).sort(
    (a, b) => a.span.offset - b.span.offset || a.span.length - b.span.length,
  );
}

/** The findings as the comments of the file leave them. */
function heeded(document: EcsDocument, all: readonly Finding[], options: ValidateOptions): Finding[] {
  if (options.heedsNoComments) return [...all];
  const chosen = options.rules?.[generalRules.suppressionUnused.id];
  return withoutSuppressed(document, all).flatMap((finding) => {
    if (finding.code !== generalRules.suppressionUnused.id || chosen === undefined) return [finding];
    return chosen === "off" ? [] : [{ ...finding, severity: chosen }];
  });
}

function findingsOf(definition: Definition, options: ValidateOptions): readonly Finding[] {
  const collector = new Collector(options.rules ?? {});
  checkSchema(definition, (id, severity, where, message, details) =>
    collector.add(id, severity, where, message, details),
  );
  runRules(definition, options.workspace ?? noWorkspace, collector);
  return inTermsOf(definition, withoutGuesses(definition, withoutCovered(collector.findings)));
}

class Collector implements Reporting {
  readonly findings: Finding[] = [];
  readonly #settings: RuleSettings;
  #rule: Rule | undefined;

  constructor(settings: RuleSettings) {
    this.#settings = settings;
  }

  /** Takes what is reported from now on as said by this rule. False when there is no need to run it. */
  readonly begin = (rule: Rule): boolean => {
    const chosen = this.#settings[rule.id];
    this.#rule = rule;
    return chosen === undefined ? !rule.offByDefault : chosen !== "off";
  };

  /**
   * How rules report: one function for all of them, as most rules take less time than it takes to make one.
   */
  readonly report: Report = (span, message, details = {}) => {
    const { id, severity } = this.#rule!;
    this.add(id, details.severity ?? severity, span, message, details);
  };

  /** Adds a finding with the severity that the user chose, or the given one. */
  add(
    code: string,
    severity: Severity,
    span: Span,
    message: string,
    { fixes = [], related = [] }: ReportDetails = {},
  ): void {
    const chosen = this.#settings[code] ?? severity;
    if (chosen !== "off") this.findings.push({ code, severity: chosen, span, message, fixes, related });
  }
}
