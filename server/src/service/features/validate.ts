import type { Kind } from "../classify.ts";
import type { EcsDocument } from "../ecsDocument.ts";
import type { JsonNode, Span } from "../jsonNode.ts";
import { EcsService, familyOf } from "../model/ecsService.ts";
import { TaskDefinition } from "../model/taskDefinition.ts";
import type { Fix } from "../rules/fix.ts";
import { rules } from "../rules/index.ts";
import type { RelatedPlace, Report, ReportDetails, Rule, Severity, Workspace } from "../rules/rule.ts";
import { checkSchema } from "../rules/schema/index.ts";
import { syntaxFindings } from "./syntaxFindings.ts";

/** One fact about a document, at its place. */
export interface Finding {
  /** Rule id. */
  readonly code: string;
  readonly severity: Severity;
  readonly span: Span;
  readonly message: string;
  readonly fixes: readonly Fix[];
  readonly related: readonly RelatedPlace[];
}

/** The severity that the user gave a rule, or `off`. */
export type RuleSettings = Readonly<Record<string, Severity | "off">>;

export interface ValidateOptions {
  readonly rules?: RuleSettings;
  readonly workspace?: Workspace;
}

const noWorkspace: Workspace = { taskDefinitions: () => [], families: () => [] };

/** All findings of a document, in the order of the file. Total: any text gives an answer. */
export function validate(document: EcsDocument, options: ValidateOptions = {}): Finding[] {
  if (document.kind === "unknown") return [];
  const collector = new Collector(options.rules ?? {});
  collector.findings.push(...syntaxFindings(document));
  checkSchema(document, (id, severity, where, message, details) => collector.add(id, severity, where, message, details));
  const run = runner(document, options.workspace ?? noWorkspace);
  for (const rule of rules) {
    const report = collector.reportFor(rule);
    if (report) run(rule, report);
  }
  return collector.findings.sort((a, b) => a.span.offset - b.span.offset || a.span.length - b.span.length);
}

class Collector {
  readonly findings: Finding[] = [];
  readonly #settings: RuleSettings;

  constructor(settings: RuleSettings) {
    this.#settings = settings;
  }

  /** How a rule reports, or undefined when it is off. */
  reportFor(rule: Rule): Report | undefined {
    const chosen = this.#settings[rule.id];
    if (chosen === "off" || (rule.offByDefault && chosen === undefined)) return undefined;
    return (span, message, details = {}) => this.add(rule.id, details.severity ?? rule.severity, span, message, details);
  }

  /** Adds a finding with the severity that the user chose, or the given one. */
  add(code: string, severity: Severity, span: Span, message: string, { fixes = [], related = [] }: ReportDetails = {}): void {
    const chosen = this.#settings[code] ?? severity;
    if (chosen !== "off") this.findings.push({ code, severity: chosen, span, message, fixes, related });
  }
}

type Run = (rule: Rule, report: Report) => void;

/** Prepares what rules look at once, and gives each rule what it applies to. */
function runner(document: EcsDocument, workspace: Workspace): Run {
  const runOnDefinition = definitionRunner(document, workspace);
  return (rule, report) => {
    if (rule.appliesTo === "document") rule.check(document, report, workspace);
    else runOnDefinition(rule, report);
  };
}

function definitionRunner(document: EcsDocument, workspace: Workspace): Run {
  const { kind, shape, root } = document;
  // A file in CloudFormation's spelling gets one hint; its members mean nothing to the other rules. A skeleton says nothing yet.
  if (!root || shape === "pascal-case" || shape === "skeleton") return () => undefined;
  if (kind === "task-definition") return taskDefinitionRunner(new TaskDefinition(root, shape));
  const other = neighbour(document, workspace);
  return kind === "service" ? serviceRunner(new EcsService(root, shape), other) : neighbourRunner(kind, root, other);
}

function taskDefinitionRunner(task: TaskDefinition): Run {
  return (rule, report) => {
    if (rule.appliesTo === "task-definition" || rule.appliesTo === "task-definition and service") rule.check(task, report);
  };
}

function serviceRunner(service: EcsService, other: Neighbour | undefined): Run {
  return (rule, report) => {
    if (rule.appliesTo === "task-definition and service") rule.check(service, report);
    else if (rule.appliesTo === "service") rule.check(service, report, { task: other?.task, taskDocument: other?.document });
    else if (rule.appliesTo === "service with its task definition" && other) rule.check(service, other.task, report, other.document);
  };
}

function neighbourRunner(kind: Kind, root: JsonNode, other: Neighbour | undefined): Run {
  return (rule, report) => {
    switch (rule.appliesTo) {
      case "task-set":
      case "express-service":
      case "run-task":
      case "daemon-task-definition":
        if (rule.appliesTo === kind) rule.check(root, report, { task: other?.task, taskDocument: other?.document });
    }
  };
}

interface Neighbour {
  readonly task: TaskDefinition;
  readonly document: EcsDocument;
}

/** The task definition of the workspace that a service or a RunTask input names. */
function neighbour(document: EcsDocument, workspace: Workspace): Neighbour | undefined {
  const family = familyOf(document.root?.get("taskDefinition")?.string);
  const found = family === undefined ? undefined : workspace.taskDefinitions(family, document.uri)[0];
  return found?.root && { task: new TaskDefinition(found.root, found.shape), document: found };
}
