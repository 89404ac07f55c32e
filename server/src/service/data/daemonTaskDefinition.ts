/**
 * Members of task definitions that daemon task definitions do not have.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterDaemonTaskDefinition.html
 */
export const notOfDaemonTasks: readonly string[] = [
  "enableFaultInjection",
  "ephemeralStorage",
  "inferenceAccelerators",
  "networkMode",
  "placementConstraints",
  "proxyConfiguration",
  "requiresCompatibilities",
  "runtimePlatform",
];

/** Members of containers that those of daemons do not have. */
export const notOfDaemonContainers: readonly string[] = [
  "credentialSpecs",
  "disableNetworking",
  "dnsSearchDomains",
  "dnsServers",
  "dockerLabels",
  "dockerSecurityOptions",
  "extraHosts",
  "hostname",
  "links",
  "portMappings",
  "resourceRequirements",
  "versionConsistency",
  "volumesFrom",
];
