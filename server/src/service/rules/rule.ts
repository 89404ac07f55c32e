import type { Definition, DefinitionKind, EcsDocument } from "../documents/ecsDocument.ts";
import type { JsonNode, Span } from "../syntax/jsonNode.ts";
import type { EcsService } from "../model/ecsService.ts";
import type { TaskDefinition } from "../model/taskDefinition.ts";
import type { Fix } from "./kit/fix.ts";

/**
 * - `error`: AWS refuses the call, or the task cannot start
 * - `warning`: it bites at run time, or is deprecated
 * - `information`, `hint`: advice
 */
export type Severity = "error" | "warning" | "information" | "hint";

/** What is known of a rule without running it. */
export interface RuleFacts {
  /** Subject first, so that lists sort by subject. The setting's key and the diagnostic's code. */
  readonly id: string;
  /** One sentence that states the fact. */
  readonly summary: string;
  readonly severity: Severity;
  /** What its quick fix does, in a few words; absent when it has none. */
  readonly fix?: string;
  /**
   * Names of members without any of which in the file the rule has nothing to say, so that it need not run.
   * Absent where a rule may report what is missing.
   */
  readonly about?: readonly string[];
  /** Rules whose findings at the same place are about the same mistake, and say less of it. */
  readonly covers?: readonly string[];
  /** House advice that only those see who ask for it in the settings. */
  readonly offByDefault?: true;
}

export interface ReportDetails {
  /** In the order in which they are offered; the first is the preferred one. */
  readonly fixes?: readonly Fix[];
  /** Where a case is milder than the rule. */
  readonly severity?: Severity;
  /** A place, perhaps in another file, that explains the finding. */
  readonly related?: readonly RelatedPlace[];
}

export interface RelatedPlace {
  readonly message: string;
  readonly span: Span;
  /** The document of the place; the one that is checked when absent. */
  readonly document?: EcsDocument;
}

/** Reports a finding. The message says what is wrong, quoting the value, why, and what to do. */
export type Report = (where: Span, message: string, details?: ReportDetails) => void;

interface TaskDefinitionRule extends RuleFacts {
  readonly appliesTo: "task-definition";
  check(task: TaskDefinition, report: Report): void;
}

interface ServiceRule extends RuleFacts {
  readonly appliesTo: "service";
  check(service: EcsService, report: Report, context: NeighbourContext): void;
}

/** For facts that task definitions and services share, such as tags. */
interface DefinitionRule extends RuleFacts {
  readonly appliesTo: "task-definition and service";
  check(definition: TaskDefinition | EcsService, report: Report): void;
}

/** For facts that need a service and the task definition of the workspace that it names. */
interface CrossFileRule extends RuleFacts {
  readonly appliesTo: "service with its task definition";
  check(service: EcsService, task: TaskDefinition, report: Report, taskDocument: EcsDocument): void;
}

/** The inputs of neighbouring calls. */
export type NeighbourKind = Exclude<DefinitionKind, "task-definition" | "service">;

export interface NeighbourRule extends RuleFacts {
  readonly appliesTo: NeighbourKind;
  check(root: JsonNode, report: Report, context: NeighbourContext): void;
}

export interface NeighbourContext {
  /** The task definition of the workspace that the input names. */
  readonly task: TaskDefinition | undefined;
  /** Its file. */
  readonly taskDocument: EcsDocument | undefined;
}

/** For facts about the file as a whole: its wrapper, its size, what it lacks in the workspace. */
interface DocumentRule extends RuleFacts {
  readonly appliesTo: "document";
  check(definition: Definition, report: Report, workspace: Workspace): void;
}

/** A rule is one object: pure, synchronous, with its quick fixes beside it. */
export type Rule =
  | TaskDefinitionRule
  | ServiceRule
  | DefinitionRule
  | CrossFileRule
  | NeighbourRule
  | DocumentRule;

/** What a document can learn of the other files of the workspace. */
export interface Workspace {
  /** The task definitions of a family, nearest file first. */
  taskDefinitions(family: string, fromUri: string): readonly Definition[];
  /** The resource of that address in a file of the same module as another. */
  resource(id: string, fromUri: string): Definition | undefined;
  /** The families that have a file. */
  families(): readonly string[];
}
