/** What the input of a call to ECS is recognised as by the names of its members. */
export type DetectedKind = "task-definition" | "service";

type Names = ReadonlySet<string>;

const hasSome = (names: Names, wanted: readonly string[]): boolean => wanted.some((name) => names.has(name));

/** API models, CloudFormation templates, AppSpec files, other calls: they mention the same names and are not ours. */
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
 * What a file surely is by the names of its outermost members, so that any JSON file may be taken for it whatever its
 * name; undefined for what might as well be something else. It says less than `classify` of the server, and nothing else.
 */
export function detect(names: Names): DetectedKind | undefined {
  if (isForeign(names) || isExpressService(names) || names.has("AWSEBDockerrunVersion")) return undefined;
  if (isTaskSet(names)) return undefined;
  if (names.has("containerDefinitions")) return hasSome(names, taskLevel) ? "task-definition" : undefined;
  if (!names.has("taskDefinition") || isWithoutContainers(names)) return undefined;
  const isNamed = hasSome(names, ["serviceName", "desiredCount"]);
  return isNamed && isService(names) && !isRunTask(names) ? "service" : undefined;
}
