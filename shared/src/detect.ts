/** What the input of a call to ECS is recognised as by the names of its members. */
export type DetectedKind = "task-definition" | "service";

type Names = ReadonlySet<string>;

const hasSome = (names: Names, wanted: readonly string[]): boolean => wanted.some((name) => names.has(name));

/**
 * API models, CloudFormation templates, AppSpec files, other calls: they mention the same names and are not
 * ours.
 */
const foreign = [
  "smithy",
  "shapes",
  "operations",
  "AWSTemplateFormatVersion",
  "Resources",
  "daemonName",
  "clusterName",
];

/** Whether an object that mentions names of ours is something else. */
export function isForeign(names: Names): boolean {
  if (hasSome(names, foreign)) return true;
  return names.has("properties") && hasSome(names, ["type", "$schema", "definitions"]);
}

/** Members of a task definition beside its containers. */
export const taskLevel: readonly string[] = [
  "family",
  "cpu",
  "memory",
  "networkMode",
  "requiresCompatibilities",
  "executionRoleArn",
];

/** Whether an object is a task definition that is only begun, or lacks its containers. */
export function isWithoutContainers(names: Names): boolean {
  return (
    names.has("requiresCompatibilities") ||
    (names.has("family") && taskLevel.filter((name) => names.has(name)).length > 1)
  );
}

/** Members that only a service has; one of them is enough. */
const onlyOfService = [
  "availabilityZoneRebalancing",
  "deploymentController",
  "healthCheckGracePeriodSeconds",
  "schedulingStrategy",
  "serviceConnectConfiguration",
  "serviceRegistries",
  "vpcLatticeConfigurations",
];

export const serviceMembers: readonly string[] = [
  ...onlyOfService,
  "capacityProviderStrategy",
  "cluster",
  "deploymentConfiguration",
  "desiredCount",
  "enableECSManagedTags",
  "enableExecuteCommand",
  "forceNewDeployment",
  "gatewayConnectors",
  "launchType",
  "loadBalancers",
  "networkConfiguration",
  "placementConstraints",
  "placementStrategy",
  "platformVersion",
  "propagateTags",
  "taskDefinition",
  "volumeConfigurations",
];

/** Whether an object that is not foreign has what makes it a service. */
export function isService(names: Names): boolean {
  const known = serviceMembers.filter((name) => names.has(name)).length;
  return known > 1 || (known > 0 && names.has("serviceName")) || hasSome(names, onlyOfService);
}

/** Members of RunTask and StartTask that say at once that it is one. */
const onlyOfRunTask = ["overrides", "startedBy", "count", "containerInstances", "group", "referenceId"];

/** Whether an object that names a task definition is the input of RunTask or StartTask. */
export function isRunTask(names: Names): boolean {
  return hasSome(names, onlyOfRunTask);
}

/** Whether an object is the input of a call for Express services. */
export function isExpressService(names: Names): boolean {
  if (hasSome(names, ["infrastructureRoleArn", "primaryContainer"])) return true;
  return names.has("taskDefinitionArn") && hasSome(names, ["healthCheckPath", "scalingTarget"]);
}

/** Whether an object is the input of a call for task sets. */
export function isTaskSet(names: Names): boolean {
  return hasSome(names, ["externalId", "scale"]) && hasSome(names, ["taskDefinition", "taskSet", "service"]);
}

/**
 * What a file surely is by the names of its outermost members, so that any JSON file may be taken for it
 * whatever its name; undefined for what might as well be something else. It says less than `classify` of the
 * server, and nothing else.
 */
export function detect(names: Names): DetectedKind | undefined {
  if (isForeign(names) || isExpressService(names) || names.has("AWSEBDockerrunVersion")) return undefined;
  if (isTaskSet(names)) return undefined;
  if (names.has("containerDefinitions")) return hasSome(names, taskLevel) ? "task-definition" : undefined;
  if (!names.has("taskDefinition") || isWithoutContainers(names)) return undefined;
  const isNamed = hasSome(names, ["serviceName", "desiredCount"]);
  return isNamed && isService(names) && !isRunTask(names) ? "service" : undefined;
}

/** Members of services and tasks whose value is no text: a number, a list or an object. */
const neverText: ReadonlySet<string> = new Set([
  "capacityProviderStrategy",
  "containerInstances",
  "count",
  "deploymentConfiguration",
  "deploymentController",
  "desiredCount",
  "enableECSManagedTags",
  "enableExecuteCommand",
  "forceNewDeployment",
  "healthCheckGracePeriodSeconds",
  "loadBalancers",
  "networkConfiguration",
  "overrides",
  "placementConstraints",
  "placementStrategy",
  "scale",
  "serviceConnectConfiguration",
  "serviceRegistries",
  "volumeConfigurations",
]);

const ofServicesAndTasks: Names = new Set([
  ...serviceMembers,
  ...onlyOfRunTask,
  "$schema",
  "clientToken",
  "externalId",
  "role",
  "service",
  "serviceName",
  "taskSet",
]);

/**
 * Whether an object holds nothing but texts of which some stand where services and tasks have none: words of
 * a program in some language, under names such as "cluster" and "desiredCount".
 *
 * @param texts of each member the text; undefined where the value is something else
 */
export function isWording(texts: ReadonlyMap<string, string | undefined>): boolean {
  const members = [...texts];
  // Whoever writes placeholders writes no dictionary.
  if (members.some(([, text]) => text === undefined || /[${%<#@]|\(\(/.test(text))) return false;
  const wrong = members.some(([name, text]) => neverText.has(name) && !/^(?:\d*|true|false)$/.test(text!));
  return wrong || members.filter(([name]) => !ofServicesAndTasks.has(name)).length > 1;
}

/** An object as far as it is looked at to tell what a text is. */
export interface DetectedObject {
  readonly names: Names;
  /** Of each member the text; undefined where the value is something else. */
  readonly texts: ReadonlyMap<string, string | undefined>;
}

/** The objects of a text that tell what it is. */
export interface DetectedOutline {
  readonly outermost?: DetectedObject | undefined;
  /** The object under the name "taskDefinition", as DescribeTaskDefinition answers. */
  readonly taskDefinition?: DetectedObject | undefined;
  /** The object under the name "service", or those in the list "services". */
  readonly service?: DetectedObject | undefined;
  /** The elements of a list that is the whole text. */
  readonly listed?: DetectedObject | undefined;
}

/**
 * What {@link detect} says of a text as a whole: also of the output of a call, and of a bare list of
 * containers.
 */
export function detectIn({
  outermost,
  taskDefinition,
  service,
  listed,
}: DetectedOutline): DetectedKind | undefined {
  if (listed) return isContainer(listed.names) ? "task-definition" : undefined;
  if (!outermost || isForeign(outermost.names)) return undefined;
  if (taskDefinition?.names.has("containerDefinitions")) return "task-definition";
  if (service && (service.names.has("serviceArn") || detect(service.names) === "service")) return "service";
  const kind = detect(outermost.names);
  return kind === "service" && isWording(outermost.texts) ? undefined : kind;
}

/** Members that, beside name and image, only a container of ECS has. */
const onlyOfContainers = [
  "essential",
  "logConfiguration",
  "memoryReservation",
  "mountPoints",
  "portMappings",
  "secrets",
];

function isContainer(names: Names): boolean {
  return names.has("name") && names.has("image") && hasSome(names, onlyOfContainers);
}
