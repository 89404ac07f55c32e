import type { CursorSite } from "./cursorSite.ts";

/** The members that a new object starts with, where ECS asks for fewer than people need. */
const usualMembers: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    "containerDefinitions/*/portMappings/*": ["containerPort"],
    "containerDefinitions/*/environment/*": ["name", "value"],
    "containerDefinitions/*/logConfiguration": ["logDriver", "options"],
    "containerDefinitions/*/logConfiguration/options": [
      "awslogs-group",
      "awslogs-region",
      "awslogs-stream-prefix",
    ],
    "containerDefinitions/*/healthCheck": ["command", "interval", "timeout", "retries", "startPeriod"],
    "containerDefinitions/*/volumesFrom/*": ["sourceContainer"],
    "containerDefinitions/*/linuxParameters": ["initProcessEnabled"],
    "containerDefinitions/*/linuxParameters/capabilities": ["drop"],
    "containerDefinitions/*/resourceRequirements/*": ["type", "value"],
    "containerDefinitions/*/systemControls/*": ["namespace", "value"],
    proxyConfiguration: ["type", "containerName", "properties"],
    "volumes/*/efsVolumeConfiguration": ["fileSystemId", "transitEncryption"],
    runtimePlatform: ["cpuArchitecture", "operatingSystemFamily"],
    "placementConstraints/*": ["type", "expression"],
    "tags/*": ["key", "value"],
    networkConfiguration: ["awsvpcConfiguration"],
    "networkConfiguration/awsvpcConfiguration": ["subnets", "securityGroups"],
    "loadBalancers/*": ["targetGroupArn", "containerName", "containerPort"],
    deploymentConfiguration: ["minimumHealthyPercent", "maximumPercent", "deploymentCircuitBreaker"],
    "deploymentConfiguration/earlySuccessCriteria": ["enable", "healthyPercent"],
    "deploymentConfiguration/lifecycleHooks/*": ["hookTargetArn", "roleArn", "lifecycleStages"],
    serviceConnectConfiguration: ["enabled", "namespace"],
    "capacityProviderStrategy/*": ["capacityProvider", "weight"],
    "placementStrategy/*": ["type", "field"],
    "volumeConfigurations/*": ["name", "managedEBSVolume"],
    "volumeConfigurations/*/managedEBSVolume": ["roleArn", "sizeInGiB"],
    "monitoring/metricConfigurations/*": ["metricNames", "resolutionSeconds"],
  }),
);

/** Values to start from, where the schema gives none. */
const usualValues: ReadonlyMap<string, string | number | boolean> = new Map(
  Object.entries({
    "containerDefinitions/*/essential": true,
    "containerDefinitions/*/startTimeout": 120,
    "containerDefinitions/*/stopTimeout": 30,
    "containerDefinitions/*/portMappings/*/hostPort": 8080,
    "containerDefinitions/*/portMappings/*/containerPortRange": "8080-8090",
    "containerDefinitions/*/environment/*/name": "NAME",
    "containerDefinitions/*/environment/*/value": "value",
    "containerDefinitions/*/secrets/*/name": "SECRET",
    "containerDefinitions/*/extraHosts/*/hostname": "database",
    "containerDefinitions/*/extraHosts/*/ipAddress": "10.0.0.1",
    "containerDefinitions/*/firelensConfiguration/options/config-file-value":
      "/fluent-bit/configs/custom.conf",
    "containerDefinitions/*/healthCheck/startPeriod": 60,
    "containerDefinitions/*/linuxParameters/maxSwap": 512,
    "containerDefinitions/*/linuxParameters/sharedMemorySize": 64,
    "containerDefinitions/*/linuxParameters/tmpfs/*/containerPath": "/tmp",
    "containerDefinitions/*/linuxParameters/tmpfs/*/size": 64,
    "containerDefinitions/*/resourceRequirements/*/value": "1",
    "containerDefinitions/*/restartPolicy/enabled": true,
    "containerDefinitions/*/restartPolicy/ignoredExitCodes/*": 0,
    "containerDefinitions/*/ulimits/*/softLimit": 65536,
    "containerDefinitions/*/ulimits/*/hardLimit": 65536,
    "containerDefinitions/*/logConfiguration/options/awslogs-group": "/ecs/",
    "containerDefinitions/*/logConfiguration/options/awslogs-stream-prefix": "ecs",
    "ephemeralStorage/sizeInGiB": 50,
    "volumes/*/efsVolumeConfiguration/transitEncryptionPort": 2999,
    "tags/*/key": "key",
    "tags/*/value": "value",
    "volumes/*/name": "data",
    desiredCount: 1,
    healthCheckGracePeriodSeconds: 60,
    "deploymentConfiguration/bakeTimeInMinutes": 5,
    "deploymentConfiguration/earlySuccessCriteria/healthyPercent": 100,
    "loadBalancers/*/containerPort": 8080,
    "serviceConnectConfiguration/services/*/clientAliases/*/port": 80,
    "volumeConfigurations/*/managedEBSVolume/sizeInGiB": 20,
  }),
);

/** The members to start an object with; undefined where those that ECS asks for will do. */
export function usualMembersAt(site: CursorSite): readonly string[] | undefined {
  const { task, service, pattern } = site;
  // Without a size of the task, its containers have to give theirs.
  if (pattern === "containerDefinitions/*") {
    const isSized = task?.isFargate || task?.root.filled("memory") !== undefined;
    return isSized ? ["name", "image", "essential"] : ["name", "image", "essential", "memory"];
  }
  if (service?.isDaemon && pattern === "deploymentConfiguration") return ["deploymentCircuitBreaker"];
  if (service && pattern === "placementConstraints/*") return ["type"];
  return usualMembers.get(pattern);
}

export function usualValueAt({ pattern }: CursorSite): string | number | boolean | undefined {
  return usualValues.get(pattern);
}
