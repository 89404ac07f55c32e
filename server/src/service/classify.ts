import type { JsonNode } from "./jsonNode.ts";

/** What a file is: the input of which call to ECS. */
export type Kind =
  | "task-definition"
  | "service"
  | "task-set"
  | "express-service"
  | "run-task"
  | "daemon-task-definition"
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
 * - `pascal-case`: member names in the spelling of CloudFormation
 */
export type Shape = "plain" | "wrapped" | "fragment" | "container-list" | "dockerrun" | "update" | "pascal-case";

export interface Classification {
  readonly kind: Kind;
  readonly shape: Shape;
  /** The definition: the outermost value, or the object inside a wrapper. Undefined for unknown files. */
  readonly root: JsonNode | undefined;
}

const unknown: Classification = { kind: "unknown", shape: "plain", root: undefined };

/** Tells by content, and where that is silent by name, what a file is. */
export function classify(uri: string, file: JsonNode | undefined): Classification {
  if (!file) return byName(uri, undefined);
  if (file.type === "array") return classifyList(uri, file);
  if (file.type !== "object" || isForeign(file)) return unknown;
  return wrapper(file) ?? neighbourInput(file) ?? taskDefinition(uri, file) ?? service(file) ?? pascalCase(file) ?? byName(uri, file);
}

function classifyList(uri: string, file: JsonNode): Classification {
  const looksLikeContainers = file.items.some((item) => item.get("image") !== undefined || item.get("portMappings") !== undefined);
  const isNamedSo = /container[-_]?def/i.test(fileName(uri));
  return looksLikeContainers || isNamedSo ? { kind: "task-definition", shape: "container-list", root: file } : unknown;
}

/** API models, JSON schemas, CloudFormation templates, AppSpec files: they mention the same names and are not ours. */
function isForeign(file: JsonNode): boolean {
  if (["smithy", "shapes", "operations", "AWSTemplateFormatVersion", "Resources"].some((key) => has(file, key))) return true;
  return has(file, "properties") && (has(file, "type") || has(file, "$schema") || has(file, "definitions"));
}

function wrapper(file: JsonNode): Classification | undefined {
  const taskDefinition = file.get("taskDefinition");
  if (taskDefinition?.get("containerDefinitions")) return { kind: "task-definition", shape: "wrapped", root: taskDefinition };
  const service = file.get("service") ?? file.get("services")?.items[0];
  if (service?.type === "object") return { kind: "service", shape: "wrapped", root: service };
  return undefined;
}

function neighbourInput(file: JsonNode): Classification | undefined {
  const as = (kind: Kind): Classification => ({ kind, shape: "plain", root: file });
  if (has(file, "infrastructureRoleArn") || has(file, "primaryContainer")) return as("express-service");
  if (has(file, "externalId") || (has(file, "scale") && has(file, "taskDefinition"))) return as("task-set");
  const isRun = has(file, "taskDefinition") && !has(file, "serviceName") && !has(file, "service");
  if (isRun && ["overrides", "startedBy", "count", "containerInstances"].some((key) => has(file, key))) return as("run-task");
  return undefined;
}

function taskDefinition(uri: string, file: JsonNode): Classification | undefined {
  if (has(file, "AWSEBDockerrunVersion")) return { kind: "task-definition", shape: "dockerrun", root: file };
  if (!has(file, "containerDefinitions")) return undefined;
  if (/daemon[-_]?task[-_]?def/i.test(fileName(uri))) return { kind: "daemon-task-definition", shape: "plain", root: file };
  return { kind: "task-definition", shape: isFragment(file) ? "fragment" : "plain", root: file };
}

const taskLevel = ["family", "cpu", "memory", "networkMode", "requiresCompatibilities", "executionRoleArn"];

function isFragment(file: JsonNode): boolean {
  return has(file, "containerOverrides") || !taskLevel.some((key) => has(file, key));
}

const serviceMembers = [
  "capacityProviderStrategy",
  "cluster",
  "deploymentConfiguration",
  "deploymentController",
  "desiredCount",
  "enableExecuteCommand",
  "healthCheckGracePeriodSeconds",
  "launchType",
  "loadBalancers",
  "networkConfiguration",
  "placementStrategy",
  "platformVersion",
  "schedulingStrategy",
  "serviceConnectConfiguration",
  "serviceRegistries",
  "taskDefinition",
];

function service(file: JsonNode): Classification | undefined {
  const isUpdate = file.get("service")?.type === "string";
  if (isUpdate && !has(file, "serviceName")) return { kind: "service", shape: "update", root: file };
  const known = serviceMembers.filter((key) => has(file, key)).length;
  if (known === 0 || (known < 2 && !has(file, "serviceName"))) return undefined;
  const isRunTask = !has(file, "serviceName") && known <= 4 && ["cluster", "networkConfiguration", "taskDefinition"].every((key) => has(file, key)) && !hasServiceOnly(file);
  return { kind: isRunTask ? "run-task" : "service", shape: "plain", root: file };
}

/** Members that a service has and RunTask does not. */
function hasServiceOnly(file: JsonNode): boolean {
  return ["deploymentConfiguration", "desiredCount", "loadBalancers", "schedulingStrategy", "serviceConnectConfiguration"].some((key) => has(file, key));
}

function pascalCase(file: JsonNode): Classification | undefined {
  if (has(file, "ContainerDefinitions")) return { kind: "task-definition", shape: "pascal-case", root: file };
  const members = serviceMembers.filter((key) => has(file, key[0]!.toUpperCase() + key.slice(1)));
  return members.length >= 2 ? { kind: "service", shape: "pascal-case", root: file } : undefined;
}

const taskDefinitionName = /^(?:ecs-)?task[-_]?def(?:inition)?(?:[-_.][\w.-]*)?\.jsonc?$|[-_.]task[-_]?def(?:inition)?\.jsonc?$/i;
const serviceName = /^(?:create-service|ecs-service(?:-def(?:inition)?)?|service-def(?:inition)?)(?:[-_.][\w.-]*)?\.jsonc?$/i;
/** Names that other tools use too: only with the right content. */
const sharedName = /^service-def/i;

/** A file that says nothing yet: what its name promises. */
function byName(uri: string, file: JsonNode | undefined): Classification {
  const name = fileName(uri);
  if (taskDefinitionName.test(name)) return { kind: "task-definition", shape: "plain", root: file };
  const isPromising = serviceName.test(name) || /\/ecs\/service\.jsonc?$/i.test(decode(uri));
  const isConvincing = !sharedName.test(name) || file === undefined || file.members.length === 0 || serviceMembers.some((key) => has(file, key));
  return isPromising && isConvincing ? { kind: "service", shape: "plain", root: file } : unknown;
}

/** The name of the file that a URI leads to. */
export function fileName(uri: string): string {
  return decode(uri).split(/[/\\]/).at(-1) ?? "";
}

function decode(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri; // not percent-encoded: a plain path that holds "%"
  }
}

function has(node: JsonNode, key: string): boolean {
  return node.get(key) !== undefined;
}
