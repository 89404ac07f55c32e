import type { Definition } from "../documents/ecsDocument.ts";
import { taskDefinitionOf } from "../documents/taskDefinitionOf.ts";
import { EcsService } from "../model/ecsService.ts";
import { TaskDefinition } from "../model/taskDefinition.ts";
import { rules } from "../rules/index.ts";
import type {
  NeighbourContext,
  NeighbourKind,
  NeighbourRule,
  Report,
  Rule,
  Workspace,
} from "../rules/rule.ts";
import { RuleSelection } from "./ruleSelection.ts";

/** Takes what rules report. */
export interface Reporting {
  /** Told which rule comes next; false when it need not run. */
  readonly begin: (rule: Rule) => boolean;
  readonly report: Report;
}

// The rules by what they look at, and then by the members that they are about.
const ofDocuments = new RuleSelection(rules.filter((rule) => rule.appliesTo === "document"));
const ofTaskDefinitions = new RuleSelection(
  rules.filter(
    (rule) => rule.appliesTo === "task-definition" || rule.appliesTo === "task-definition and service",
  ),
);
const ofServices = new RuleSelection(
  rules.filter((rule) => rule.appliesTo === "service" || rule.appliesTo === "task-definition and service"),
);
const ofPairs = new RuleSelection(
  rules.filter((rule) => rule.appliesTo === "service with its task definition"),
);
const ofNeighbours = {
  "task-set": rulesOf("task-set"),
  "express-service": rulesOf("express-service"),
  "run-task": rulesOf("run-task"),
  "daemon-task-definition": rulesOf("daemon-task-definition"),
  daemon: rulesOf("daemon"),
  gateway: rulesOf("gateway"),
  "capacity-provider": rulesOf("capacity-provider"),
  cluster: rulesOf("cluster"),
};

function rulesOf(kind: NeighbourKind): RuleSelection<NeighbourRule> {
  return new RuleSelection(rules.filter((rule): rule is NeighbourRule => rule.appliesTo === kind));
}

/** Runs the rules on a definition, and gives each the view that it applies to. */
export function runRules(definition: Definition, workspace: Workspace, reporting: Reporting): void {
  const { kind, shape, root, memberNames } = definition;
  const { begin, report } = reporting;
  for (const rule of ofDocuments.concerning(memberNames))
    if (begin(rule)) rule.check(definition, report, workspace);
  // A file in CloudFormation's spelling gets one hint; its members mean nothing to the other rules. A
  // skeleton says nothing yet.
  if (!root || shape === "pascal-case" || shape === "skeleton") return;
  if (kind === "task-definition") {
    const task = new TaskDefinition(root, shape);
    for (const rule of ofTaskDefinitions.concerning(memberNames)) if (begin(rule)) rule.check(task, report);
  } else if (kind === "service") {
    onService(
      definition,
      new EcsService(root, shape, definition.supplied),
      neighbour(definition, workspace),
      reporting,
    );
  } else {
    const context = neighbour(definition, workspace);
    for (const rule of ofNeighbours[kind].concerning(memberNames))
      if (begin(rule)) rule.check(root, report, context);
  }
}

function onService(
  { memberNames }: Definition,
  service: EcsService,
  context: NeighbourContext,
  { begin, report }: Reporting,
): void {
  for (const rule of ofServices.concerning(memberNames))
    if (begin(rule)) rule.check(service, report, context);
  const { task, taskDocument } = context;
  if (!task || !taskDocument) return;
  for (const rule of ofPairs.concerning(memberNames))
    if (begin(rule)) rule.check(service, task, report, taskDocument);
}

/** What rules learn of the task definition that a service or a RunTask input names. */
function neighbour(definition: Definition, workspace: Workspace): NeighbourContext {
  const found = taskDefinitionOf(definition, workspace);
  return {
    task: found?.root && new TaskDefinition(found.root, found.shape),
    taskDocument: found?.root && found.document,
  };
}
