import type { EcsDocument } from "../ecsDocument.ts";
import type { JsonNode } from "../jsonNode.ts";
import { EcsService, familyOf } from "../model/ecsService.ts";
import { TaskDefinition } from "../model/taskDefinition.ts";
import { rules } from "../rules/index.ts";
import type { NeighbourContext, NeighbourKind, Report, Rule, Workspace } from "../rules/rule.ts";

/** Takes what rules report. */
export interface Reporting {
  /** Told which rule comes next; false when it need not run. */
  readonly begin: (rule: Rule) => boolean;
  readonly report: Report;
}

// The rules by what they look at, so that a file meets only those that can concern it.
const ofDocuments = rules.filter((rule) => rule.appliesTo === "document");
const ofTaskDefinitions = rules.filter((rule) => rule.appliesTo === "task-definition" || rule.appliesTo === "task-definition and service");
const ofServices = rules.filter((rule) => rule.appliesTo === "service" || rule.appliesTo === "task-definition and service");
const ofPairs = rules.filter((rule) => rule.appliesTo === "service with its task definition");

/** Runs the rules on a document, and gives each the view that it applies to. */
export function runRules(document: EcsDocument, workspace: Workspace, reporting: Reporting): void {
  const { kind, shape, root } = document;
  for (const rule of ofDocuments) if (reporting.begin(rule)) rule.check(document, reporting.report, workspace);
  // A file in CloudFormation's spelling gets one hint; its members mean nothing to the other rules. A skeleton says nothing yet.
  if (!root || shape === "pascal-case" || shape === "skeleton") return;
  if (kind === "task-definition") onTaskDefinition(new TaskDefinition(root, shape), reporting);
  else if (kind === "service") onService(new EcsService(root, shape), neighbour(document, workspace), reporting);
  else if (kind !== "unknown") onNeighbour(kind, root, neighbour(document, workspace), reporting);
}

function onTaskDefinition(task: TaskDefinition, { begin, report }: Reporting): void {
  for (const rule of ofTaskDefinitions) if (begin(rule)) rule.check(task, report);
}

function onService(service: EcsService, neighbour: NeighbourContext, { begin, report }: Reporting): void {
  for (const rule of ofServices) if (begin(rule)) rule.check(service, report, neighbour);
  const { task, taskDocument } = neighbour;
  if (!task || !taskDocument) return;
  for (const rule of ofPairs) if (begin(rule)) rule.check(service, task, report, taskDocument);
}

function onNeighbour(kind: NeighbourKind, root: JsonNode, neighbour: NeighbourContext, { begin, report }: Reporting): void {
  for (const rule of rules) if (rule.appliesTo === kind && begin(rule)) rule.check(root, report, neighbour);
}

/** The task definition of the workspace that a service or a RunTask input names. */
function neighbour(document: EcsDocument, workspace: Workspace): NeighbourContext {
  const family = familyOf(document.root?.get("taskDefinition")?.string);
  const found = family === undefined ? undefined : workspace.taskDefinitions(family, document.uri)[0];
  return { task: found?.root && new TaskDefinition(found.root, found.shape), taskDocument: found?.root && found };
}
