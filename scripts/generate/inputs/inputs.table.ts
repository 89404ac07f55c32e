import {
  notOfDaemonContainers,
  notOfDaemonTasks,
} from "../../../server/src/service/data/daemonTaskDefinition.ts";

/** A schema that is made of the types of the SDK and of words of ours. */
export interface InputTable {
  /** Of the file: `schemas/NAME.schema.json`. */
  readonly name: string;
  readonly title: string;
  /** The operations of the API that take the input. */
  readonly operations: readonly string[];
  /** What members of the outermost object are, in the order in which they are offered. */
  readonly members: Readonly<Record<string, string>>;
  /** Keywords of the outermost object about which a rule in `server/src/service/rules` says more. */
  readonly spokenFor?: readonly string[];
}

const cluster = "Name or ARN of the cluster. Without it, the cluster called `default`.";
const tags = "Tags of what is made, up to 50.";
const token =
  "Token that makes a repeated call harmless. Tools set it themselves; it does not belong in a file.";
const managedTags = "Puts tags of ECS with the names of cluster and service on the tasks.";
const exec = "Allows `aws ecs execute-command` in the containers. The tasks need a task role.";

export const inputs: readonly InputTable[] = [
  {
    name: "run-task",
    title: "Amazon ECS tasks to run",
    operations: ["RunTask", "StartTask"],
    members: {
      cluster,
      taskDefinition: "Family, `family:revision` or ARN of the task definition to run.",
      count: "How many tasks RunTask starts: 1 to 10, one if absent.",
      containerInstances: "Ids or ARNs of the instances on which StartTask places the task, up to 10.",
      launchType: "Where the tasks run, for RunTask. Not together with `capacityProviderStrategy`.",
      capacityProviderStrategy:
        "Capacity providers that share the tasks, for RunTask. Not together with `launchType`.",
      platformVersion: "Version of the Fargate platform, `LATEST` if absent.",
      networkConfiguration:
        "Subnets and security groups of the tasks. Needed with network mode `awsvpc`, refused with others.",
      overrides: "What is different in these tasks from their task definition.",
      group: "Name of a group of tasks. Without it, the family's.",
      startedBy: "Words by which the tasks are found later, up to 128 characters.",
      referenceId: "Reference of your own that the tasks carry, up to 1024 characters.",
      enableExecuteCommand: exec,
      enableECSManagedTags: "Puts tags of ECS with the name of the cluster on the tasks.",
      propagateTags:
        "Where the tasks take more tags from. Tasks have no service, so only `TASK_DEFINITION` makes sense.",
      placementConstraints: "Rules that an instance must meet to get a task, up to 10, for RunTask on EC2.",
      placementStrategy: "How tasks are spread over instances, up to 5 steps, for RunTask on EC2.",
      volumeConfigurations: "The EBS volume that each task gets, for a volume with `configuredAtLaunch`.",
      tags,
      clientToken: token,
    },
  },
  {
    name: "task-set",
    title: "Amazon ECS task set",
    operations: ["CreateTaskSet", "UpdateTaskSet"],
    members: {
      cluster: "Name or ARN of the cluster of the service.",
      service: "Name or ARN of the service, whose deployment controller is `EXTERNAL`.",
      taskSet: "Id or ARN of the task set to change, for UpdateTaskSet.",
      externalId:
        "Id of the task set in your own system. With AWS Cloud Map it is an attribute of the instances.",
      taskDefinition: "Family, `family:revision` or ARN of the task definition to run.",
      launchType: "Where the tasks run. Not together with `capacityProviderStrategy`.",
      capacityProviderStrategy: "Capacity providers that share the tasks. Not together with `launchType`.",
      platformVersion: "Version of the Fargate platform, `LATEST` if absent. On EC2 AWS refuses it.",
      networkConfiguration: "Subnets and security groups of the tasks. Needed with network mode `awsvpc`.",
      loadBalancers: "The target group that the tasks register with, one at most.",
      serviceRegistries: "The service of AWS Cloud Map in which the tasks are found.",
      scale: "How many of the service's desired tasks this set runs.",
      tags,
      clientToken: token,
    },
  },
  {
    name: "express-service",
    title: "Amazon ECS Express service",
    operations: ["CreateExpressGatewayService", "UpdateExpressGatewayService"],
    members: {
      serviceName: "Name of the service, unique in its cluster. ECS makes one up if it is absent.",
      serviceArn: "ARN of the service to change, for UpdateExpressGatewayService.",
      cluster,
      primaryContainer: "The container that answers requests. Not together with `taskDefinitionArn`.",
      taskDefinitionArn:
        "ARN of a task definition to run. Not together with what makes one, such as `primaryContainer`.",
      executionRoleArn: "ARN of the role with which ECS pulls the image and writes logs.",
      infrastructureRoleArn:
        "ARN of the role with which ECS makes load balancer, scaling and security groups.",
      taskRoleArn: "ARN of the role that the code in the containers has.",
      cpu: "CPU units of a task, in quotes: 1024 are one vCPU. `256` if absent.",
      memory: "MiB of memory of a task, in quotes. `512` if absent.",
      cpuArchitecture: "Processor for which the image was built.",
      healthCheckPath: "Path that the load balancer asks for, `/ping` if absent. It begins with a slash.",
      networkConfiguration:
        "Subnets and security groups. Without them, the default VPC with public addresses.",
      scalingTarget: "Between how many tasks the service scales, and by which measure.",
      tags,
    },
  },
  {
    name: "daemon-task-definition",
    title: "Amazon ECS daemon task definition",
    operations: ["RegisterDaemonTaskDefinition"],
    members: {
      family: "Name under which the revisions are kept: up to 255 letters, digits, `-` and `_`.",
      taskRoleArn: "ARN of the role that the code in the containers has.",
      executionRoleArn: "ARN of the role with which ECS pulls images, reads secrets and writes logs.",
      cpu: "CPU units of the daemon on each instance, in quotes.",
      memory: "MiB of memory of the daemon on each instance, in quotes.",
      pidMode: "Whether the containers of the daemon see each other's processes.",
      ipcMode: "Whether the containers of the daemon share memory between processes.",
      containerDefinitions: "The containers of the daemon, at least one.",
      volumes: "Folders of the instance that containers mount.",
      tags,
    },
    spokenFor: notOfDaemonTasks.map((name) => `additionalProperties:${name}`),
  },
  {
    name: "daemon",
    title: "Amazon ECS daemon",
    operations: ["CreateDaemon"],
    members: {
      daemonName: "Name of the daemon, unique in its cluster.",
      clusterArn: "ARN of the cluster. Without it, the cluster called `default`.",
      daemonTaskDefinitionArn: "ARN of the daemon task definition that runs on each instance.",
      capacityProviderArns: "ARNs of the capacity providers on whose instances the daemon runs.",
      deploymentConfiguration: "How a new revision replaces the running one.",
      critical: "Whether an instance is of no use without the daemon, so that ECS replaces it.",
      enableExecuteCommand: exec,
      enableECSManagedTags: managedTags,
      propagateTags: "Whether the tasks get the tags of the daemon.",
      tags,
      clientToken: token,
    },
  },
  {
    name: "gateway",
    title: "Amazon ECS gateway",
    operations: ["CreateGateway"],
    members: {
      name: "Name of the gateway, unique in its region.",
      infrastructureRoleArn: "ARN of the role with which ECS makes and changes load balancers.",
      configuration: "What kind of gateway it is, and how it is set up.",
      deletionProtection: "Whether deleting the gateway is refused until this is off.",
      propagateTags: "Whether the load balancers get the tags of the gateway.",
      tags,
      clientToken: token,
    },
  },
  {
    name: "capacity-provider",
    title: "Amazon ECS capacity provider",
    operations: ["CreateCapacityProvider"],
    members: {
      name: "Name of up to 255 letters, digits, `-` and `_`; not beginning with `aws`, `ecs` or `fargate`.",
      cluster: "Name or ARN of the cluster, for managed instances only.",
      autoScalingGroupProvider: "An Auto Scaling group whose instances run the tasks.",
      managedInstancesProvider: "Instances that ECS starts, patches and stops by itself.",
      tags,
    },
  },
  {
    name: "cluster",
    title: "Amazon ECS cluster",
    operations: ["CreateCluster"],
    members: {
      clusterName: "Name of up to 255 letters, digits, `-` and `_`. Without it, `default`.",
      settings: "Settings of the cluster: how much Container Insights collects.",
      configuration: "Where sessions of ECS Exec are logged, and which keys encrypt storage.",
      capacityProviders:
        "Names of the capacity providers that the cluster may use, `FARGATE` and `FARGATE_SPOT` among them.",
      defaultCapacityProviderStrategy: "What runs tasks that name neither launch type nor strategy.",
      serviceConnectDefaults: "The namespace that services with Service Connect use if they name none.",
      tags,
    },
  },
];

/** Types of the SDK that resemble one which is described already: members of the same name and type are taken from it. */
export const resembling: Readonly<Record<string, string>> = {
  ContainerOverride: "ContainerDefinition",
  DaemonContainerDefinition: "ContainerDefinition",
  DaemonLinuxParameters: "LinuxParameters",
  DaemonVolume: "Volume",
  ExpressGatewayContainer: "ContainerDefinition",
  ExpressGatewayServiceNetworkConfiguration: "AwsVpcConfiguration",
  ManagedInstancesNetworkConfiguration: "AwsVpcConfiguration",
  TaskManagedEBSVolumeConfiguration: "ServiceManagedEBSVolumeConfiguration",
  TaskVolumeConfiguration: "ServiceVolumeConfiguration",
};

/** What members of types are that no other schema describes. */
export const words: Readonly<Record<string, string>> = {
  "TaskOverride.containerOverrides": "What is different in single containers, by their names.",
  "TaskOverride.cpu": "CPU units of the task, in quotes, in place of those of the task definition.",
  "TaskOverride.memory": "MiB of memory of the task, in quotes, in place of those of the task definition.",
  "TaskOverride.executionRoleArn": "ARN of another role with which ECS pulls images and reads secrets.",
  "TaskOverride.taskRoleArn": "ARN of another role for the code in the containers.",
  "TaskOverride.ephemeralStorage": "GiB of storage of a task on Fargate, 21 to 200.",
  "TaskOverride.inferenceAcceleratorOverrides":
    "Other types of Elastic Inference accelerators, which AWS no longer offers.",
  "ContainerOverride.name": "Name of the container in the task definition to which the rest applies.",
  "ContainerOverride.command": "Another command, a list with each word as a text of its own.",
  "ContainerOverride.environment": "Variables that are added, or take the place of those of the same name.",
  "ContainerOverride.environmentFiles":
    "Files with variables on S3, in place of those of the task definition.",
  "ContainerOverride.cpu": "CPU units of the container in place of those of the task definition.",
  "ContainerOverride.memory": "Hard limit of memory of the container, MiB.",
  "ContainerOverride.memoryReservation": "Soft limit of memory of the container, MiB.",
  "ContainerOverride.resourceRequirements": "Other numbers of GPUs for the container.",
  "InferenceAcceleratorOverride.deviceName": "Name of the accelerator in the task definition.",
  "InferenceAcceleratorOverride.deviceType": "Another type of accelerator to use.",
  "TaskVolumeConfiguration.name": "Name of the volume in the task definition that has `configuredAtLaunch`.",
  "TaskVolumeConfiguration.managedEBSVolume": "The EBS volume that ECS makes for each task.",
  "TaskManagedEBSVolumeConfiguration.roleArn":
    "ARN of the role with which ECS makes and attaches the volume.",
  "TaskManagedEBSVolumeConfiguration.terminationPolicy": "What becomes of the volume when its task ends.",
  "TaskManagedEBSVolumeTerminationPolicy.deleteOnTermination":
    "Whether the volume is deleted when its task ends, `true` if absent.",
  "Scale.value": "Per cent of the service's desired tasks, 0 to 100.",
  "Scale.unit": "Unit of the value, which is always per cent.",
  "ExpressGatewayContainer.containerPort": "Port on which the container listens, 80 if absent.",
  "ExpressGatewayContainer.awsLogsConfiguration":
    "The log group to which the container writes. ECS makes one if it is absent.",
  "ExpressGatewayContainer.repositoryCredentials": "The secret with which a private registry is opened.",
  "ExpressGatewayServiceAwsLogsConfiguration.logGroup": "Name of a log group of CloudWatch Logs.",
  "ExpressGatewayServiceAwsLogsConfiguration.logStreamPrefix": "Beginning of the names of the log streams.",
  "ExpressGatewayRepositoryCredentials.credentialsParameter":
    "ARN of the secret with user name and password of the registry.",
  "ExpressGatewayServiceNetworkConfiguration.subnets":
    "Ids of the subnets. Public ones make the service reachable from the internet.",
  "ExpressGatewayServiceNetworkConfiguration.securityGroups":
    "Ids of security groups for the tasks, besides the one that ECS makes.",
  "ExpressGatewayScalingTarget.minTaskCount": "Fewest tasks that run, one if absent.",
  "ExpressGatewayScalingTarget.maxTaskCount": "Most tasks that run, 20 if absent.",
  "ExpressGatewayScalingTarget.autoScalingMetric":
    "Measure by which the service scales, average CPU if absent.",
  "ExpressGatewayScalingTarget.autoScalingTargetValue":
    "Value at which the measure is to be kept, 60 if absent.",
  "DaemonLinuxParameters.devices": "Devices of the instance that the container may use.",
  "DaemonVolume.name": "Name by which containers mount the volume.",
  "DaemonVolume.host": "The folder of the instance that is mounted.",
  "DaemonVolume.logDriverVolumeConfiguration":
    "A volume that holds the logs that containers write with a driver.",
  "LogDriverVolumeConfiguration.driver": "The log driver whose logs the volume holds.",
  "DaemonDeploymentConfiguration.drainPercent": "Per cent of the instances that are drained at a time.",
  "DaemonDeploymentConfiguration.alarms": "Alarms of CloudWatch that stop the deployment.",
  "DaemonDeploymentConfiguration.bakeTimeInMinutes":
    "Minutes for which alarms are watched after the last instance.",
  "DaemonAlarmConfiguration.alarmNames": "Names of alarms of CloudWatch to watch.",
  "DaemonAlarmConfiguration.enable": "Whether the alarms are watched at all.",
  "GatewayConfiguration.hostSharedAlb":
    "Application Load Balancers that services share, told apart by host name.",
  "HostSharedAlbConfiguration.networkConfiguration":
    "Subnets, security group and addresses of the load balancers.",
  "HostSharedAlbConfiguration.scheme": "Whether the load balancers are reached from the internet.",
  "HostSharedAlbConfiguration.webACLArn": "ARN of a web ACL of AWS WAF that looks at requests first.",
  "HostSharedAlbConfiguration.accessLogs": "Where a line for each request is written.",
  "HostSharedAlbConfiguration.port": "Port on which the load balancers listen.",
  "HostSharedAlbConfiguration.protocol": "Protocol in which the load balancers are spoken to.",
  "HostSharedAlbConfiguration.maxAlbCount": "Most load balancers that the gateway makes.",
  "HostSharedAlbConfiguration.httpDesync": "How strictly requests are judged that could smuggle others.",
  "HostSharedAlbConfiguration.testTrafficRules": "What tells requests for a revision that is being tested.",
  "GatewayElbNetworkConfiguration.inboundSecurityGroup": "Id of the security group that lets requests in.",
  "GatewayElbNetworkConfiguration.subnets": "Ids of subnets in at least two availability zones.",
  "GatewayElbNetworkConfiguration.ipAddressType": "Kinds of addresses that the load balancers have.",
  "GatewayElbAccessLogConfiguration.destination": "Place to which access logs go.",
  "GatewayElbAccessLogDestination.s3": "A bucket of S3 for access logs.",
  "GatewayElbAccessLogS3Destination.bucket": "Name of the bucket of S3.",
  "GatewayElbAccessLogS3Destination.prefix": "Beginning of the names of the logs in the bucket.",
  "GatewayAlbTestTrafficRules.header": "The header that test requests carry.",
  "GatewayTestTrafficHeader.name": "Name of the header of HTTP.",
  "GatewayTestTrafficHeader.values": "Values of the header that mean a test.",
  "AutoScalingGroupProvider.autoScalingGroupArn": "ARN or name of the Auto Scaling group.",
  "AutoScalingGroupProvider.managedScaling": "How ECS changes the number of instances.",
  "AutoScalingGroupProvider.managedTerminationProtection":
    "Whether instances that run tasks are kept from being scaled in. Needs managed scaling.",
  "AutoScalingGroupProvider.managedDraining": "Whether instances are drained of tasks before they end.",
  "ManagedScaling.status": "Whether ECS scales the group at all.",
  "ManagedScaling.targetCapacity": "Per cent of the instances that are to be in use, 1 to 100.",
  "ManagedScaling.minimumScalingStepSize": "Fewest instances that are added at a time, 1 if absent.",
  "ManagedScaling.maximumScalingStepSize": "Most instances that are added at a time, 10000 if absent.",
  "ManagedScaling.instanceWarmupPeriod": "Seconds after which a new instance counts, 300 if absent.",
  "CreateManagedInstancesProviderConfiguration.infrastructureRoleArn":
    "ARN of the role with which ECS starts and stops instances.",
  "CreateManagedInstancesProviderConfiguration.instanceLaunchTemplate":
    "What the instances are and how they are set up.",
  "CreateManagedInstancesProviderConfiguration.propagateTags":
    "Whether instances get the tags of the capacity provider.",
  "CreateManagedInstancesProviderConfiguration.infrastructureOptimization":
    "How eagerly ECS moves tasks to fewer instances.",
  "CreateManagedInstancesProviderConfiguration.autoRepairConfiguration":
    "Whether ECS replaces instances that are not well.",
  "InstanceLaunchTemplate.ec2InstanceProfileArn": "ARN of the instance profile that the instances have.",
  "InstanceLaunchTemplate.networkConfiguration": "Subnets and security groups of the instances.",
  "InstanceLaunchTemplate.storageConfiguration": "Size of the volume that the tasks of an instance share.",
  "InstanceLaunchTemplate.localStorageConfiguration": "Whether disks of the instance itself are used.",
  "InstanceLaunchTemplate.monitoring": "How often measures of the instances are taken.",
  "InstanceLaunchTemplate.capacityOptionType": "How the instances are paid for.",
  "InstanceLaunchTemplate.instanceMetadataTagsPropagation":
    "Whether instances see their tags in their metadata.",
  "InstanceLaunchTemplate.instanceRequirements":
    "What instances must have; ECS chooses among all types that fit.",
  "InstanceLaunchTemplate.fipsEnabled": "Whether only cryptography that FIPS 140 admits is used.",
  "InstanceLaunchTemplate.capacityReservations": "Which reservations of capacity are used.",
  "ManagedInstancesStorageConfiguration.storageSizeGiB": "GiB of the volume, 80 if absent.",
  "ManagedInstancesLocalStorageConfiguration.useLocalStorage":
    "Whether the disks of the instance hold the data of tasks.",
  "InstanceRequirementsRequest.vCpuCount": "Fewest and most vCPUs of an instance.",
  "InstanceRequirementsRequest.memoryMiB": "Least and most memory of an instance, MiB.",
  "InstanceRequirementsRequest.cpuManufacturers": "Makers of the processors that may be used.",
  "InstanceRequirementsRequest.memoryGiBPerVCpu": "Least and most memory for each vCPU, GiB.",
  "InstanceRequirementsRequest.excludedInstanceTypes":
    "Types of instances that are not used; `*` stands for any letters.",
  "InstanceRequirementsRequest.allowedInstanceTypes":
    "The only types of instances that are used; `*` stands for any letters.",
  "InstanceRequirementsRequest.instanceGenerations": "Whether older generations of instances may be used.",
  "InstanceRequirementsRequest.spotMaxPricePercentageOverLowestPrice":
    "Per cent that Spot instances may cost above the cheapest that fits.",
  "InstanceRequirementsRequest.maxSpotPriceAsPercentageOfOptimalOnDemandPrice":
    "Most that Spot instances may cost, per cent of the price on demand.",
  "InstanceRequirementsRequest.onDemandMaxPricePercentageOverLowestPrice":
    "Per cent that instances on demand may cost above the cheapest that fits.",
  "InstanceRequirementsRequest.bareMetal": "Whether instances without a hypervisor may be used.",
  "InstanceRequirementsRequest.burstablePerformance": "Whether instances of the T families may be used.",
  "InstanceRequirementsRequest.requireHibernateSupport": "Whether instances must be able to hibernate.",
  "InstanceRequirementsRequest.networkInterfaceCount": "Fewest and most network interfaces of an instance.",
  "InstanceRequirementsRequest.localStorage": "Whether instances with disks of their own may be used.",
  "InstanceRequirementsRequest.localStorageTypes": "Kinds of disks that instances may have.",
  "InstanceRequirementsRequest.totalLocalStorageGB": "Least and most room on disks of the instance, GB.",
  "InstanceRequirementsRequest.baselineEbsBandwidthMbps": "Least and most bandwidth to EBS volumes, Mbit/s.",
  "InstanceRequirementsRequest.acceleratorTypes": "Kinds of accelerators that instances must have.",
  "InstanceRequirementsRequest.acceleratorCount": "Fewest and most accelerators of an instance.",
  "InstanceRequirementsRequest.acceleratorManufacturers": "Makers of the accelerators that may be used.",
  "InstanceRequirementsRequest.acceleratorNames": "The accelerators that instances may have.",
  "InstanceRequirementsRequest.acceleratorTotalMemoryMiB": "Least and most memory of all accelerators, MiB.",
  "InstanceRequirementsRequest.networkBandwidthGbps": "Least and most bandwidth of the network, Gbit/s.",
  "CapacityReservationRequest.reservationGroupArn": "ARN of a group of reservations to use.",
  "CapacityReservationRequest.reservationPreference": "Whether capacity that is not reserved may be used.",
  "InfrastructureOptimization.scaleInAfter":
    "Seconds for which an instance is idle before it is ended; -1 for never.",
  "AutoRepairConfiguration.actionsStatus": "Whether broken instances are replaced by themselves.",
  "ClusterSetting.name": "Name of the setting, of which there is one.",
  "ClusterSetting.value": "`enhanced`, `enabled` or `disabled`.",
  "ClusterConfiguration.executeCommandConfiguration": "How sessions of ECS Exec are encrypted and logged.",
  "ClusterConfiguration.managedStorageConfiguration": "Keys that encrypt storage which ECS manages.",
  "ExecuteCommandConfiguration.kmsKeyId": "Id or ARN of the key that encrypts sessions.",
  "ExecuteCommandConfiguration.logging": "Where sessions are logged.",
  "ExecuteCommandConfiguration.logConfiguration":
    "Log group or bucket for sessions. Only with `logging` set to `OVERRIDE`.",
  "ExecuteCommandLogConfiguration.cloudWatchLogGroupName":
    "Name of the log group for sessions, which must be there.",
  "ExecuteCommandLogConfiguration.cloudWatchEncryptionEnabled": "Whether the log group must be encrypted.",
  "ExecuteCommandLogConfiguration.s3BucketName": "Name of the bucket for sessions, which must be there.",
  "ExecuteCommandLogConfiguration.s3EncryptionEnabled": "Whether the bucket must be encrypted.",
  "ExecuteCommandLogConfiguration.s3KeyPrefix": "Beginning of the names of the logs in the bucket.",
  "ManagedStorageConfiguration.kmsKeyId": "Id or ARN of the key for EBS volumes of managed instances.",
  "ManagedStorageConfiguration.fargateEphemeralStorageKmsKeyId":
    "Id or ARN of the key for the storage of tasks on Fargate.",
  "ClusterServiceConnectDefaultsRequest.namespace":
    "Name or ARN of a namespace of AWS Cloud Map. ECS makes one of that name.",
};

/** What `min` and `max` are in each of the ranges. */
export const ranges = { min: "The least that is allowed.", max: "The most that is allowed." } as const;

/** What the values of closed lists mean. */
export const meanings: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ScaleUnit: { PERCENT: "Per cent of the desired tasks." },
  ExpressCpuArchitecture: {
    X86_64: "Processors of Intel and AMD.",
    ARM64: "Graviton and other ARM processors.",
  },
  ExpressGatewayServiceScalingMetric: {
    AVERAGE_CPU: "Average use of CPU, per cent.",
    AVERAGE_MEMORY: "Average use of memory, per cent.",
    REQUEST_COUNT_PER_TARGET: "Requests for each task.",
  },
  DaemonPidMode: {
    none: "Each container sees its own processes.",
    shared: "All containers see all processes.",
  },
  DaemonIpcMode: { none: "Nothing is shared.", shared: "All containers share it." },
  DaemonPropagateTags: { DAEMON: "Tasks get the tags of the daemon.", NONE: "Tasks get no tags." },
  GatewayElbIpAddressType: {
    ipv4: "Only IPv4.",
    dualstack: "IPv4 and IPv6.",
    "dualstack-without-public-ipv4": "IPv6, and private IPv4.",
  },
  GatewayElbScheme: { internal: "Only from inside the VPC.", "internet-facing": "From the internet." },
  GatewayAlbProtocol: { HTTP: "Not encrypted.", HTTPS: "Encrypted." },
  GatewayAlbDesyncMitigationMode: {
    monitor: "They are let through and counted.",
    defensive: "Risky ones are blocked.",
    strictest: "Only those by the letter of the standard pass.",
  },
  PropagateGatewayTags: { GATEWAY: "They get the tags of the gateway.", NONE: "They get no tags." },
  ManagedScalingStatus: { ENABLED: "ECS scales the group.", DISABLED: "The group scales by itself." },
  ManagedTerminationProtection: { ENABLED: "Instances with tasks stay.", DISABLED: "Any instance may go." },
  ManagedDraining: { ENABLED: "Tasks are stopped in order first.", DISABLED: "Tasks end with the instance." },
  ManagedInstancesMonitoringOptions: { BASIC: "Every five minutes.", DETAILED: "Every minute." },
  CapacityOptionType: {
    ON_DEMAND: "By the second.",
    SPOT: "Spare capacity that may be taken away.",
    RESERVED: "Capacity that was reserved.",
  },
  CpuManufacturer: { intel: "Intel.", amd: "AMD.", "amazon-web-services": "AWS (Graviton)." },
  InstanceGeneration: { current: "Current generations.", previous: "Older generations." },
  BareMetal: {
    included: "They may be used.",
    required: "Only they are used.",
    excluded: "They are not used.",
  },
  BurstablePerformance: {
    included: "They may be used.",
    required: "Only they are used.",
    excluded: "They are not used.",
  },
  LocalStorage: {
    included: "They may be used.",
    required: "Only they are used.",
    excluded: "They are not used.",
  },
  LocalStorageType: { hdd: "Turning disks.", ssd: "Solid-state disks." },
  AcceleratorType: { gpu: "Graphics processors.", fpga: "FPGAs.", inference: "Inference accelerators." },
  AcceleratorManufacturer: {
    nvidia: "NVIDIA.",
    amd: "AMD.",
    "amazon-web-services": "AWS.",
    xilinx: "Xilinx.",
    habana: "Habana.",
  },
  AcceleratorName: {
    a100: "NVIDIA A100.",
    a10g: "NVIDIA A10G.",
    h100: "NVIDIA H100.",
    inferentia: "AWS Inferentia.",
    k520: "NVIDIA K520.",
    k80: "NVIDIA K80.",
    m60: "NVIDIA M60.",
    "radeon-pro-v520": "AMD Radeon Pro V520.",
    t4: "NVIDIA T4.",
    t4g: "NVIDIA T4G.",
    v100: "NVIDIA V100.",
    vu9p: "Xilinx VU9P.",
  },
  CapacityReservationPreference: {
    RESERVATIONS_ONLY: "Only reserved capacity.",
    RESERVATIONS_FIRST: "Reserved capacity, then any.",
    RESERVATIONS_EXCLUDED: "No reserved capacity.",
  },
  PropagateMITags: { CAPACITY_PROVIDER: "They get its tags.", NONE: "They get no tags." },
  AutoRepairActionsStatus: { ENABLED: "They are replaced.", DISABLED: "They are left as they are." },
  ClusterSettingName: { containerInsights: "Measures and logs of Container Insights." },
  ExecuteCommandLogging: {
    DEFAULT: "In the log configuration of the container.",
    NONE: "Nowhere.",
    OVERRIDE: "Where `logConfiguration` says.",
  },
};

/** Members that are numbers with a fraction. */
export const fractions: ReadonlySet<string> = new Set([
  "Scale.value",
  "DaemonDeploymentConfiguration.drainPercent",
  "MemoryGiBPerVCpuRequest.min",
  "MemoryGiBPerVCpuRequest.max",
  "TotalLocalStorageGBRequest.min",
  "TotalLocalStorageGBRequest.max",
  "NetworkBandwidthGbpsRequest.min",
  "NetworkBandwidthGbpsRequest.max",
]);

/** Keywords about which a rule in `server/src/service/rules` says more, by the type that has them. */
export const spokenFor: Readonly<Record<string, readonly string[]>> = {
  ExpressGatewayContainer: ["required:image"],
  ScaleUnit: ["enum"],
  DaemonContainerDefinition: notOfDaemonContainers.map((name) => `additionalProperties:${name}`),
};
