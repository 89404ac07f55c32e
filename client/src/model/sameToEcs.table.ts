type Members = Readonly<Record<string, unknown>>;

/** Where a row is known from: a test finds the phrase in the SDK's own documentation of the member. */
export type Proof =
  | { readonly sdk: string; readonly says: string }
  /** What others have seen ECS answer. */
  | { readonly seen: string }
  /** Why the order of a list can have no meaning. */
  | { readonly because: string };

/** Rows name a structure by the member that holds it; the inputs themselves are "taskDefinition" and "service". */
interface Row {
  readonly in: string;
  readonly member: string;
  readonly proof: Proof;
}

/** A value that says the same as none. */
export interface DefaultRow extends Row {
  /** The value, or what it is for a structure of an input. */
  readonly value: string | number | boolean | ((holder: Members, input: Members) => unknown);
}

/** A value that can be written in several ways. */
export interface SpellingRow extends Row {
  readonly spelled: (text: string) => string;
}

/** A list whose order says nothing. */
export interface UnorderedRow {
  readonly list: string;
  /** By which member of its entries it is shown in order; absent: its entries are words. */
  readonly by?: string;
  readonly proof: Proof;
}

const seenByTerraform = (what: string): Proof => ({
  seen: `terraform-provider-aws, internal/service/ecs: ${what}`,
});
const sdk = (member: string, says: string): Proof => ({ sdk: member, says });
const unique = (member: string): Proof => ({ because: `No two entries have the same ${member}.` });
const set: Proof = { because: "ECS uses it as a set." };

const hasHostPorts = ({ networkMode }: Members): boolean =>
  networkMode === "awsvpc" || networkMode === "host";

export const defaultRows: readonly DefaultRow[] = [
  {
    in: "taskDefinition",
    member: "enableFaultInjection",
    value: false,
    proof: sdk("RegisterTaskDefinitionRequest.enableFaultInjection", "The default value is `false`"),
  },
  {
    in: "containerDefinitions",
    member: "cpu",
    value: 0,
    proof: seenByTerraform("a container that is registered without cpu is answered with 0"),
  },
  {
    in: "containerDefinitions",
    member: "essential",
    value: true,
    proof: sdk("ContainerDefinition.essential", "a container is assumed to be essential"),
  },
  {
    in: "containerDefinitions",
    member: "versionConsistency",
    value: "enabled",
    proof: sdk("ContainerDefinition.versionConsistency", "By default, the value is `enabled`"),
  },
  {
    in: "portMappings",
    member: "protocol",
    value: "tcp",
    proof: sdk("PortMapping.protocol", "The default is `tcp`"),
  },
  {
    in: "portMappings",
    member: "hostPort",
    value: 0,
    proof: sdk("PortMapping.hostPort", "you can omit the `hostPort` (or set it to `0`)"),
  },
  {
    in: "portMappings",
    member: "hostPort",
    value: ({ containerPort }, input) => (hasHostPorts(input) ? containerPort : undefined),
    proof: sdk(
      "PortMapping.hostPort",
      "can either be left blank or set to the same value as the `containerPort`",
    ),
  },
  {
    in: "healthCheck",
    member: "interval",
    value: 30,
    proof: sdk("HealthCheck.interval", "The default value is 30 seconds"),
  },
  {
    in: "healthCheck",
    member: "timeout",
    value: 5,
    proof: sdk("HealthCheck.timeout", "The default value is 5"),
  },
  {
    in: "healthCheck",
    member: "retries",
    value: 3,
    proof: sdk("HealthCheck.retries", "The default value is 3"),
  },
  {
    in: "restartPolicy",
    member: "restartAttemptPeriod",
    value: 300,
    proof: sdk(
      "ContainerRestartPolicy.restartAttemptPeriod",
      "By default, a container must run for 300 seconds",
    ),
  },
  {
    in: "mountPoints",
    member: "readOnly",
    value: false,
    proof: sdk("MountPoint.readOnly", "The default value is `false`"),
  },
  {
    in: "volumesFrom",
    member: "readOnly",
    value: false,
    proof: sdk("VolumeFrom.readOnly", "The default value is `false`"),
  },
  {
    in: "efsVolumeConfiguration",
    member: "rootDirectory",
    value: "/",
    proof: sdk(
      "EFSVolumeConfiguration.rootDirectory",
      "will have the same effect as omitting this parameter",
    ),
  },
  {
    in: "efsVolumeConfiguration",
    member: "transitEncryption",
    value: "DISABLED",
    proof: sdk("EFSVolumeConfiguration.transitEncryption", "the default value of `DISABLED` is used"),
  },
  {
    in: "authorizationConfig",
    member: "iam",
    value: "DISABLED",
    proof: sdk("EFSAuthorizationConfig.iam", "the default value of `DISABLED` is used"),
  },
  {
    in: "proxyConfiguration",
    member: "type",
    value: "APPMESH",
    proof: sdk("ProxyConfiguration.type", "The only supported value is `APPMESH`"),
  },
  {
    in: "capacityProviderStrategy",
    member: "base",
    value: 0,
    proof: sdk("CapacityProviderStrategyItem.base", "the default value of `0` is used"),
  },
  {
    in: "capacityProviderStrategy",
    member: "weight",
    value: 0,
    proof: sdk("CapacityProviderStrategyItem.weight", "the default value of `0` is used"),
  },
  {
    in: "services",
    member: "discoveryName",
    value: ({ portName }) => portName,
    proof: sdk(
      "ServiceConnectService.discoveryName",
      "the port mapping name from the task definition is used",
    ),
  },
  {
    in: "accessLogConfiguration",
    member: "includeQueryParameters",
    value: "DISABLED",
    proof: sdk("ServiceConnectAccessLogConfiguration.includeQueryParameters", "this parameter is `DISABLED`"),
  },
  {
    in: "managedEBSVolume",
    member: "filesystemType",
    value: "xfs",
    proof: sdk(
      "ServiceManagedEBSVolumeConfiguration.filesystemType",
      "the `xfs` filesystem type is used by default",
    ),
  },
];

/** `1 vCPU` is 1024 units, and `2 GB` 2048 MiB. */
function inUnits(text: string): string {
  const amount = /^\s*(\d+|\d*\.\d+)\s*(?:vcpu|gb)\s*$/i.exec(text)?.[1];
  return amount === undefined ? text : String(Number(amount) * 1024);
}

export const spellingRows: readonly SpellingRow[] = [
  {
    in: "taskDefinition",
    member: "cpu",
    spelled: inUnits,
    proof: sdk("RegisterTaskDefinitionRequest.cpu", "String values are converted to an integer"),
  },
  {
    in: "taskDefinition",
    member: "memory",
    spelled: inUnits,
    proof: sdk("RegisterTaskDefinitionRequest.memory", "String values are converted to an integer"),
  },
  {
    in: "placementStrategy",
    member: "field",
    spelled: (text) => (text === "host" ? "instanceId" : text),
    proof: sdk("PlacementStrategy.field", "(or `host`, which has the same effect)"),
  },
  {
    in: "placementStrategy",
    member: "field",
    spelled: (text) => (/^(?:cpu|memory)$/i.test(text) ? text.toLowerCase() : text),
    proof: seenByTerraform("cpu and memory are answered as CPU and MEMORY"),
  },
];

/** Not here, as their order counts: command, entryPoint, environmentFiles, dnsServers, dnsSearchDomains, mountOptions, placementStrategy, lifecycleHooks. */
export const unorderedRows: readonly UnorderedRow[] = [
  { list: "containerDefinitions", by: "name", proof: unique("name") },
  { list: "environment", by: "name", proof: unique("name") },
  { list: "secrets", by: "name", proof: unique("name") },
  { list: "secretOptions", by: "name", proof: unique("name") },
  { list: "volumes", by: "name", proof: unique("name") },
  { list: "ulimits", by: "name", proof: unique("name") },
  { list: "properties", by: "name", proof: unique("name") },
  { list: "systemControls", by: "namespace", proof: unique("namespace") },
  { list: "mountPoints", by: "containerPath", proof: unique("containerPath") },
  { list: "tmpfs", by: "containerPath", proof: unique("containerPath") },
  { list: "devices", by: "hostPath", proof: set },
  { list: "volumesFrom", by: "sourceContainer", proof: unique("sourceContainer") },
  { list: "portMappings", by: "containerPort", proof: set },
  { list: "resourceRequirements", by: "type", proof: unique("type") },
  { list: "inferenceAccelerators", by: "deviceName", proof: unique("deviceName") },
  {
    list: "dependsOn",
    by: "containerName",
    proof: { because: "A container starts when all of its conditions are met." },
  },
  {
    list: "extraHosts",
    by: "hostname",
    proof: { because: "Each entry is a line of its own in /etc/hosts." },
  },
  { list: "links", proof: set },
  { list: "add", proof: set },
  { list: "drop", proof: set },
  { list: "permissions", proof: set },
  { list: "ignoredExitCodes", proof: set },
  { list: "dockerSecurityOptions", proof: set },
  { list: "credentialSpecs", proof: set },
  { list: "requiresCompatibilities", proof: set },
  { list: "tags", by: "key", proof: unique("key") },
  {
    list: "placementConstraints",
    by: "expression",
    proof: { because: "A task is placed where all of them hold." },
  },
  { list: "subnets", proof: set },
  { list: "securityGroups", proof: set },
  { list: "alarmNames", proof: set },
  { list: "loadBalancers", by: "targetGroupArn", proof: seenByTerraform("load_balancer is a set") },
  { list: "serviceRegistries", by: "registryArn", proof: set },
  {
    list: "capacityProviderStrategy",
    by: "capacityProvider",
    proof: seenByTerraform("capacity_provider_strategy is a set"),
  },
  { list: "lifecycleStages", proof: set },
  { list: "services", by: "portName", proof: unique("portName") },
  { list: "clientAliases", by: "port", proof: set },
  { list: "volumeConfigurations", by: "name", proof: unique("name") },
  { list: "vpcLatticeConfigurations", by: "portName", proof: set },
  { list: "metricConfigurations", by: "resolutionSeconds", proof: set },
  { list: "metricNames", proof: set },
  { list: "accessTypes", proof: set },
];

/** Maps whose keys the user chooses, so that no row can mean them. */
export const maps: ReadonlySet<string> = new Set([
  "options",
  "dockerLabels",
  "driverOpts",
  "labels",
  "hookDetails",
]);

/** Where an empty text is a value: a variable can be empty, and so can a tag. */
export const emptyTexts: ReadonlySet<string> = new Set([
  "environment.value",
  "properties.value",
  "tags.value",
]);
