import type {
  Attachment,
  Container,
  NetworkBinding,
  Task as AwsTask,
  TaskOverride,
} from "@aws-sdk/client-ecs";
import { definitionOf } from "../../engine/containers.ts";
import { imageDigest } from "../../imageDigest.ts";
import { ecsArn } from "../../state/arn.ts";
import {
  availabilityZone,
  containerId,
  dynamicPort,
  networkOf,
  runtimeId,
  type NetworkInterface,
} from "../../state/identity.ts";
import { taskArn } from "../../state/task.ts";
import type { Wire } from "../../protocol/wire.ts";
import type { Account, ContainerState, Launch, Task } from "../../state/types.ts";

/** A task as DescribeTasks answers it. */
export function taskRecord(account: Account, task: Task): Wire<AwsTask> & { taskArn: string } {
  const { launch, state } = task;
  const { cluster, definition, compute, overrides } = launch;
  const network = networkOf(task);
  return {
    attachments: network ? [attachment(account, task, network)] : [],
    attributes: [
      {
        name: "ecs.cpu-architecture",
        value: definition.record.runtimePlatform?.cpuArchitecture === "ARM64" ? "arm64" : "x86_64",
      },
    ],
    availabilityZone: availabilityZone(account, task),
    ...compute.record,
    clusterArn: cluster.arn,
    connectivity: "CONNECTED",
    containers: task.containers.map((container, index) => containerRecord(account, task, container, index)),
    cpu: overrides?.cpu ?? definition.record.cpu,
    enableExecuteCommand: launch.enableExecuteCommand ?? false,
    group: launch.group,
    inferenceAccelerators: [],
    memory: overrides?.memory ?? definition.record.memory,
    overrides: overridesRecord(launch),
    startedBy: launch.startedBy,
    tags: task.tags,
    taskDefinitionArn: definition.record.taskDefinitionArn,
    ...(compute.fargate && fargateMembers(launch)),
    ...state,
    taskArn: taskArn(account, task),
  };
}

/** The overrides name every container, also those of which nothing is overridden. */
function overridesRecord({ definition, overrides }: Launch): Wire<TaskOverride> {
  const containerOverrides = (definition.record.containerDefinitions ?? []).map(
    ({ name }) => overrides?.containerOverrides?.find((override) => override.name === name) ?? { name },
  );
  return { inferenceAcceleratorOverrides: [], ...overrides, containerOverrides };
}

function fargateMembers({ definition, overrides, platformVersion }: Launch): Partial<Wire<AwsTask>> {
  const storage = overrides?.ephemeralStorage ?? definition.record.ephemeralStorage ?? { sizeInGiB: 20 };
  const windows = definition.record.runtimePlatform?.operatingSystemFamily?.startsWith("WINDOWS");
  return {
    ephemeralStorage: storage,
    fargateEphemeralStorage: { sizeInGiB: storage.sizeInGiB },
    platformVersion:
      platformVersion === undefined || platformVersion === "LATEST" ? "1.4.0" : platformVersion,
    platformFamily: windows ? "Windows_Server_2019_Core" : "Linux",
  };
}

function attachment({ region }: Account, { state }: Task, network: NetworkInterface): Wire<Attachment> {
  return {
    id: network.attachmentId,
    type: "ElasticNetworkInterface",
    status:
      state.lastStatus === "PROVISIONING"
        ? "PRECREATED"
        : state.lastStatus === "STOPPED"
          ? "DELETED"
          : "ATTACHED",
    details: [
      { name: "subnetId", value: network.subnet },
      { name: "networkInterfaceId", value: network.id },
      { name: "macAddress", value: network.macAddress },
      {
        name: "privateDnsName",
        value: `ip-${network.privateIp.replaceAll(".", "-")}.${region}.compute.internal`,
      },
      { name: "privateIPv4Address", value: network.privateIp },
    ],
  };
}

function containerRecord(
  account: Account,
  task: Task,
  container: ContainerState,
  index: number,
): Wire<Container> {
  const { name, image, lastStatus, healthStatus, exitCode, reason } = container;
  const { cpu = 0, memory, memoryReservation } = definitionOf(task, name) ?? {};
  const override = task.launch.overrides?.containerOverrides?.find((candidate) => candidate.name === name);
  return {
    containerArn: ecsArn(
      account,
      `container/${task.launch.cluster.name}/${task.id}/${containerId(task, index)}`,
    ),
    taskArn: taskArn(account, task),
    name,
    image,
    lastStatus,
    healthStatus,
    exitCode,
    reason,
    ...(container.started && started(task, container, index)),
    networkInterfaces: interfaces(task),
    cpu: String(override?.cpu ?? cpu),
    memory: text(override?.memory ?? memory),
    memoryReservation: text(override?.memoryReservation ?? memoryReservation),
  };
}

const text = (value: number | undefined): string | undefined =>
  value === undefined ? undefined : String(value);

function interfaces(task: Task): Wire<Container>["networkInterfaces"] {
  const network = networkOf(task);
  if (!network || task.state.lastStatus === "PROVISIONING") return [];
  return [{ attachmentId: network.attachmentId, privateIpv4Address: network.privateIp }];
}

/** What a container has once it has been started. */
function started(task: Task, { image, name, lastStatus }: ContainerState, index: number): Wire<Container> {
  const agent = { name: "ExecuteCommandAgent" as const, lastStatus, lastStartedAt: task.state.startedAt };
  return {
    imageDigest: imageDigest(image),
    runtimeId: runtimeId(task, index),
    ...(task.launch.enableExecuteCommand && { managedAgents: [agent] }),
    ...(task.launch.definition.record.networkMode !== "awsvpc" && {
      networkBindings: networkBindings(task, name),
    }),
  };
}

function networkBindings(task: Task, name: string): Wire<NetworkBinding>[] {
  return (definitionOf(task, name)?.portMappings ?? []).map(
    ({ containerPort = 0, hostPort, protocol = "tcp" }) => ({
      bindIP: "0.0.0.0",
      containerPort,
      hostPort: hostPort || dynamicPort(task, containerPort),
      protocol,
    }),
  );
}
