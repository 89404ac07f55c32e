/**
 * The messages that client and server exchange beyond the Language Server Protocol.
 * The client imports this file and nothing else of server/.
 */
import type { Range } from "vscode-languageserver-types";

/**
 * Method of the request by which the client asks for the input of RegisterTaskDefinition, CreateService or
 * UpdateService.
 */
export const prepareRequest = "taskwright/prepare";

/** Method of the request by which the client asks what a new file may start from: {@link NewFileChoices}. */
export const newFileChoicesRequest = "taskwright/newFileChoices";

/** Method of the request by which the client asks for the text of a new file: a string. */
export const newFileRequest = "taskwright/newFile";

/** Method of the request by which the server asks the client for live values of the user's account. */
export const lookupRequest = "taskwright/lookup";

/** What the client says of itself when it starts the server. */
export interface InitializationOptions {
  /** True when the client has the commands of {@link lensCommands}. */
  readonly codeLenses?: boolean;
  /** True when the client answers {@link lookupRequest}. */
  readonly lookups?: boolean;
  /**
   * Ids of languages whose files the client gives to a language of ours if they are task definitions or
   * services. What stays in them is answered for only if it is a template or the input of another call.
   */
  readonly sharedLanguages?: readonly string[];
  /**
   * How the addresses of rules' pages begin when the client shows them, `taskwright-rule:/`; the id of the
   * rule and `.md` follow. Without it, diagnostics link to the pages on the web.
   */
  readonly rulePages?: string;
}

/** The kinds of file that the product knows; `unknown` is JSON that is none of ours. */
export type DocumentKind = "task-definition" | "service" | "unknown";

export interface PrepareParams {
  /** The document to prepare, which the client has open. */
  readonly uri: string;
  /** Values for placeholders, by the name that {@link Placeholder.name} gave. */
  readonly values?: Readonly<Record<string, string>>;
  /**
   * The severities that the user set for rules. What a workspace sets turns off no error that stops a deploy.
   */
  readonly ownRules?: Readonly<Record<string, "error" | "warning" | "information" | "hint" | "off">>;
}

/** A placeholder in the text of a file, such as `${IMAGE_TAG}` or `<IMAGE1_NAME>`. */
export interface Placeholder {
  /** The name without its marks: `IMAGE_TAG`. */
  readonly name: string;
  /** The placeholder as written, marks included. */
  readonly text: string;
  readonly range: Range;
  /** The default that the file itself gives, as in `{{ env "X" "default" }}` or `${X:-default}`. */
  readonly fallback?: string;
}

/** A finding that stands in the way of registering. */
export interface Problem {
  /** Rule id. */
  readonly code: string;
  readonly message: string;
  readonly range: Range;
}

export interface PrepareResult {
  readonly kind: DocumentKind;
  /**
   * The input in the spelling of the ECS API: wrapper opened, comments and output-only members removed,
   * placeholders resolved with the given values. Absent while {@link problems} or {@link unresolved} is not
   * empty.
   */
  readonly input?: Readonly<Record<string, unknown>>;
  /** Placeholders for which no value was given, in the order of the file. */
  readonly unresolved: readonly Placeholder[];
  /** Findings of severity error, after placeholders were resolved, in the order of the file. */
  readonly problems: readonly Problem[];
}

export interface NewFileChoicesParams {
  readonly kind: DocumentKind;
}

export interface NewFileChoices {
  readonly scaffolds: readonly ScaffoldChoice[];
  /** Sizes of tasks on Fargate for Linux, the smallest first. */
  readonly sizes: readonly TaskSizeChoice[];
  readonly windowsSizes: readonly TaskSizeChoice[];
  /** The families of the workspace. */
  readonly families: readonly string[];
}

/** What a file may start from. */
export interface ScaffoldChoice {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** What is worth asking before the file is made. */
  readonly asks: readonly ScaffoldQuestion[];
}

/** What is worth asking before a whole file is made, beside its name. */
export type ScaffoldQuestion =
  | "image"
  | "port"
  | "size"
  | "windowsSize"
  | "healthCheck"
  | "taskRole"
  | "fileSystem";

/** The programs with which a container can ask itself over HTTP. */
export type HealthProgram = "wget" | "curl";

export interface TaskSizeChoice {
  /** CPU units. */
  readonly cpu: string;
  /** MiB. */
  readonly memory: string;
  /** In words: `0.25 vCPU, 512 MiB`. */
  readonly label: string;
  /** What it costs. */
  readonly detail: string;
}

export interface NewFileParams {
  readonly kind: DocumentKind;
  /** Of {@link ScaffoldChoice.id}. */
  readonly scaffold: string;
  readonly answers: NewFileAnswers;
}

/** What the user has decided; the rest is filled in with examples. */
export interface NewFileAnswers {
  /** The family of a task definition, the name of a service. */
  readonly family?: string;
  readonly image?: string;
  readonly size?: { readonly cpu: string; readonly memory: string };
  readonly port?: number;
  readonly cluster?: string;
  /** The family that a service runs. */
  readonly taskDefinition?: string;
  readonly region?: string;
  /** Twelve digits. */
  readonly account?: string;
  /** The program that the image has; without it the container gets no health check. */
  readonly healthCheck?: HealthProgram;
  /** ARNs of roles that exist. */
  readonly executionRole?: string;
  readonly taskRole?: string;
  /** The id of an EFS file system that exists. */
  readonly fileSystem?: string;
}

/** Method of the request by which the client asks where values of a prepared input stand in the file. */
export const locateRequest = "taskwright/locate";

export interface LocateParams {
  readonly uri: string;
  /** Member names and list indexes that lead from the top of the input to each value. */
  readonly paths: readonly (readonly (string | number)[])[];
}

export interface LocateResult {
  /**
   * For each path where the value stands; for a value that is not there, the innermost that holds its place.
   * Empty when the file is not known.
   */
  readonly ranges: readonly Range[];
}

/** What the server may ask the client to look up in the account of the current connection. */
export type LookupKind =
  | "cluster"
  | "efs-file-system"
  | "image-tag"
  | "log-group"
  | "parameter"
  | "repository"
  | "role"
  | "secret"
  | "security-group"
  | "service"
  | "subnet"
  | "target-group"
  | "task-definition-family"
  | "task-definition-revision";

export interface LookupParams {
  readonly kind: LookupKind;
  /**
   * What narrows the look-up: the repository of an image tag, the family of a revision, the start of a name.
   */
  readonly scope?: string;
  /** The region that the file names for the value; only a connection to that region can answer. */
  readonly region?: string;
}

export interface LookupValue {
  /** The text to insert: a name, an id or an ARN. */
  readonly value: string;
  /** A few words beside it: a size, a date, a VPC. */
  readonly detail?: string;
}

export interface LookupResult {
  /**
   * False when there is no session, or the call was refused: the server then offers what it knows by itself.
   */
  readonly available: boolean;
  readonly values: readonly LookupValue[];
  /** True when the account has more than was read: what is not among the values may exist all the same. */
  readonly hasMore?: boolean;
  /** Why a call failed, as a sentence to be shown. */
  readonly reason?: string;
}

/** Commands of the client that code lenses run; each takes the document's URI as its first argument. */
export const lensCommands = {
  register: { title: "Register", command: "taskwright.register" },
  compare: { title: "Compare with live", command: "taskwright.compare" },
  deploy: { title: "Deploy…", command: "taskwright.deploy" },
  verify: { title: "Verify", command: "taskwright.verify" },
  /** Also takes a position and a list of locations. */
  showReferences: { title: "Show references", command: "taskwright.showReferences" },
} as const;
