import {
  isExpressService,
  isForeign,
  isRunTask,
  isService,
  isTaskSet,
  isWording,
  isWithoutContainers,
  serviceMembers,
  taskLevel,
} from "../../../../shared/src/detect.ts";
import { type NamedKind, promisedKind } from "./fileName.ts";
import type { JsonNode } from "../syntax/jsonNode.ts";

/** What a file is: the input of which call to ECS. */
export type Kind =
  | "task-definition"
  | "service"
  | "task-set"
  | "express-service"
  | "run-task"
  | "daemon-task-definition"
  | "daemon"
  | "gateway"
  | "capacity-provider"
  | "cluster"
  | "unknown";

/**
 * How the definition stands in its file.
 *
 * - `plain`: the input itself
 * - `wrapped`: the output of a Describe or Create call around it
 * - `fragment`: a part that a tool merges with more
 * - `container-list`: a bare list of container definitions, as Terraform takes it
 * - `dockerrun`: Dockerrun.aws.json version 2
 * - `update`: the input of UpdateService
 * - `skeleton`: as `--generate-cli-skeleton` prints it, with nothing filled in yet
 * - `pascal-case`: member names in the spelling of CloudFormation
 */
export type Shape =
  | "plain"
  | "wrapped"
  | "fragment"
  | "container-list"
  | "dockerrun"
  | "update"
  | "skeleton"
  | "pascal-case";

export interface Classification {
  readonly kind: Kind;
  readonly shape: Shape;
  /** The definition: the outermost value, or the object inside a wrapper. Undefined for unknown files. */
  readonly root: JsonNode | undefined;
}

const unknown: Classification = { kind: "unknown", shape: "plain", root: undefined };

/** Tells by content, and where that is silent by name or by the language in the editor, what a file is. */
export function classify(uri: string, file: JsonNode | undefined, language?: string): Classification {
  const named = promisedKind(uri, language);
  if (!file) return byName(named, undefined);
  if (file.type === "array")
    return named === "container-list" || file.items.some(isContainer)
      ? { kind: "task-definition", shape: "container-list", root: file }
      : unknown;
  if (file.type !== "object") return unknown;
  const kind = infrastructureKind(file);
  if (kind) return { kind, shape: "plain", root: file };
  if (isForeign(namesOf(file))) return unknown;
  const found = objectIs(named, file);
  const mayBeWording = named === undefined && found.root === file && runsTasks.has(found.kind);
  return mayBeWording && isWording(textsOf(file)) ? unknown : found;
}

/** What tasks run on: the input of the calls that create it. */
function infrastructureKind(file: JsonNode): Kind | undefined {
  if (hasSome(file, ["taskDefinition", "containerDefinitions", "Resources", "shapes"])) return undefined;
  if (has(file, "daemonName") && has(file, "daemonTaskDefinitionArn")) return "daemon";
  if (file.at("configuration", "hostSharedAlb")) return "gateway";
  if (has(file, "name") && hasSome(file, ["autoScalingGroupProvider", "managedInstancesProvider"]))
    return "capacity-provider";
  return isCluster(file) ? "cluster" : undefined;
}

function isCluster(file: JsonNode): boolean {
  if (!has(file, "clusterName")) return false;
  return (
    hasSome(file, ["capacityProviders", "defaultCapacityProviderStrategy", "serviceConnectDefaults"]) ||
    file.at("configuration", "executeCommandConfiguration") !== undefined ||
    (file.get("settings")?.items.some((item) => item.get("name")?.raw === "containerInsights") ?? false)
  );
}

function objectIs(named: NamedKind | undefined, file: JsonNode): Classification {
  return (
    wrapper(file) ??
    neighbourInput(named, file) ??
    taskDefinition(named, file) ??
    service(file) ??
    pascalCase(file) ??
    byName(named, file)
  );
}

/** Kinds whose members have names that other files use too. */
const runsTasks: ReadonlySet<Kind> = new Set(["service", "task-set", "run-task"]);

/**
 * Members that, beside an image, only a container definition has. Lists of things with a name and an image
 * are common.
 */
const containerMembers = [
  "cpu",
  "environment",
  "essential",
  "healthCheck",
  "logConfiguration",
  "memory",
  "memoryReservation",
  "mountPoints",
  "secrets",
];

function isContainer(item: JsonNode): boolean {
  return has(item, "portMappings") || (has(item, "image") && hasSome(item, containerMembers));
}

/** The output of a call: the object that it is about, under its name. */
function wrapper(file: JsonNode): Classification | undefined {
  const inside = (kind: Kind, root: JsonNode): Classification => ({ kind, shape: "wrapped", root });
  const taskDefinition = file.get("taskDefinition");
  if (taskDefinition?.get("containerDefinitions")) return inside("task-definition", taskDefinition);
  const daemon = file.get("daemonTaskDefinition");
  if (daemon?.get("containerDefinitions")) return inside("daemon-task-definition", daemon);
  const service = file.get("service") ?? file.get("services")?.items[0];
  return service?.type === "object" && (has(service, "serviceArn") || isService(namesOf(service)))
    ? inside("service", service)
    : undefined;
}

/** Members of RunTask that services have too. */
const alsoOfRunTask = new Set([
  "$schema",
  "capacityProviderStrategy",
  "clientToken",
  "cluster",
  "enableECSManagedTags",
  "enableExecuteCommand",
  "launchType",
  "networkConfiguration",
  "placementConstraints",
  "placementStrategy",
  "platformVersion",
  "propagateTags",
  "tags",
  "taskDefinition",
  "volumeConfigurations",
]);

function neighbourInput(named: NamedKind | undefined, file: JsonNode): Classification | undefined {
  const as = (kind: Kind): Classification => ({ kind, shape: "plain", root: file });
  if (isExpressService(namesOf(file))) return as("express-service");
  const namesTask = has(file, "taskDefinition");
  if (isTaskSet(namesOf(file))) return as("task-set");
  if (named === "task-set" && namesTask) return as("task-set");
  if (!namesTask || hasSome(file, ["serviceName", "service", "containerDefinitions"])) return undefined;
  if (isRunTask(namesOf(file))) return as("run-task");
  const isBoth = file.members.length > 1 && file.members.every(({ key }) => alsoOfRunTask.has(key ?? ""));
  return isBoth && named !== "service" && named !== "service-of-some-tool" ? as("run-task") : undefined;
}

function taskDefinition(named: NamedKind | undefined, file: JsonNode): Classification | undefined {
  const as = (shape: Shape): Classification => ({ kind: "task-definition", shape, root: file });
  const dockerrun = file.get("AWSEBDockerrunVersion");
  if (dockerrun) return Number(dockerrun.number ?? dockerrun.raw) === 2 ? as("dockerrun") : unknown;
  if (!has(file, "containerDefinitions")) return isWithoutContainers(namesOf(file)) ? as("plain") : undefined;
  if (named === "daemon-task-definition")
    return { kind: "daemon-task-definition", shape: "plain", root: file };
  if (isSkeleton(file)) return as("skeleton");
  return as(isFragment(file) ? "fragment" : "plain");
}

/** True when what a definition cannot do without is there and empty. */
function isSkeleton(file: JsonNode): boolean {
  const container = file.get("containerDefinitions")?.items[0];
  const needed = container
    ? [file.get("family"), container.get("image")]
    : [file.get("serviceName") ?? file.get("service"), file.get("taskDefinition")];
  return needed.every((value) => value?.raw === "");
}

function isFragment(file: JsonNode): boolean {
  return has(file, "containerOverrides") || !hasSome(file, taskLevel);
}

function service(file: JsonNode): Classification | undefined {
  if (isService(namesOf(file)) && isSkeleton(file)) return { kind: "service", shape: "skeleton", root: file };
  const isUpdate = file.get("service")?.type === "string" && !has(file, "serviceName");
  if (
    isUpdate &&
    hasSome(
      file,
      serviceMembers.filter((key) => key !== "cluster"),
    )
  )
    return { kind: "service", shape: "update", root: file };
  return isService(namesOf(file)) ? { kind: "service", shape: "plain", root: file } : undefined;
}

function pascalCase(file: JsonNode): Classification | undefined {
  const capital = file.members.filter(({ key = "" }) => /^[A-Z]/.test(key)).length;
  // One name in the wrong case is a slip, not another spelling.
  const shape = capital * 2 > file.members.length ? "pascal-case" : "plain";
  if (file.members.some(({ key }) => key?.toLowerCase() === "containerdefinitions"))
    return { kind: "task-definition", shape, root: file };
  const members = [...serviceMembers, "serviceName"].filter((key) =>
    has(file, key[0]!.toUpperCase() + key.slice(1)),
  );
  return members.length >= 2 ? { kind: "service", shape: "pascal-case", root: file } : undefined;
}

/** A file that says nothing yet: what its name promises. */
function byName(named: NamedKind | undefined, file: JsonNode | undefined): Classification {
  if (named === undefined || named === "container-list") return unknown;
  if (named === "task-definition" || named === "daemon-task-definition" || named === "service")
    return { kind: named, shape: "plain", root: file };
  // Other tools use the remaining names too.
  const isEmpty = file === undefined || file.members.length === 0;
  if (named !== "service-of-some-tool")
    return isEmpty ? { kind: named, shape: "plain", root: file } : unknown;
  return isEmpty || hasSome(file, serviceMembers) ? { kind: "service", shape: "plain", root: file } : unknown;
}

function has(node: JsonNode, key: string): boolean {
  return node.get(key) !== undefined;
}

function hasSome(node: JsonNode, keys: readonly string[]): boolean {
  return keys.some((key) => has(node, key));
}

function namesOf(node: JsonNode): ReadonlySet<string> {
  return new Set(node.members.map(({ key = "" }) => key));
}

function textsOf(node: JsonNode): ReadonlyMap<string, string | undefined> {
  return new Map(node.members.map((member) => [member.key ?? "", member.raw]));
}
