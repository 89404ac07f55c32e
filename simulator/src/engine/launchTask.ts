import type { AwsVpcConfiguration, LoadBalancer, Tag, TaskOverride } from "@aws-sdk/client-ecs";
import { ecsArn, type Account } from "../state/account.ts";
import { findBehaviour, type Behaviour } from "../state/behaviour.ts";
import type { Cluster } from "../state/cluster.ts";
import type { NetworkInterface, Task, TaskRecord } from "../state/task.ts";
import type { TaskDefinition } from "../state/taskDefinition.ts";
import type { Wire } from "../wire.ts";
import type { Compute } from "./compute.ts";
import { newContainers } from "./containers.ts";
import { attachmentOf, newNetworkInterface } from "./network.ts";
import { beginLife, beginRunning } from "./taskLife.ts";

export interface LaunchSpec {
  readonly cluster: Cluster;
  readonly definition: TaskDefinition;
  readonly compute: Compute;
  readonly group: string;
  /** Its place among the tasks of the deployment or family, from 1. */
  readonly ordinal: number;
  readonly startedBy?: string | undefined;
  readonly network?: Wire<AwsVpcConfiguration> | undefined;
  readonly enableExecuteCommand?: boolean | undefined;
  readonly platformVersion?: string | undefined;
  readonly overrides?: Wire<TaskOverride> | undefined;
  readonly tags?: Wire<Tag>[] | undefined;
  readonly deployment?: string;
  readonly loadBalancers?: readonly Wire<LoadBalancer>[] | undefined;
  readonly changed?: (task: Task) => void;
}

/** Creates a task and sets its life going. */
export function launchTask(account: Account, spec: LaunchSpec): Task {
  const task = newTask(account, spec);
  beginLife(account, task);
  return task;
}

/** Creates a task that has been running since `startedAt` (seconds since 1970). */
export function placeRunningTask(account: Account, spec: LaunchSpec, startedAt: number): Task {
  const task = newTask(account, spec);
  Object.assign(task.record, { createdAt: startedAt - 25, pullStartedAt: startedAt - 15, pullStoppedAt: startedAt - 5, connectivityAt: startedAt - 18 });
  beginRunning(account, task, startedAt);
  return task;
}

function newTask(account: Account, spec: LaunchSpec): Task {
  const { cluster, definition, compute, deployment, loadBalancers = [], changed = () => undefined } = spec;
  const id = account.random.hex(32);
  const network = definition.record.networkMode === "awsvpc" ? newNetworkInterface(account, spec.network) : undefined;
  const task: Task = {
    id,
    cluster,
    definition,
    record: newRecord(account, spec, ecsArn(account, `task/${cluster.name}/${id}`), network),
    behaviours: behavioursOf(account, spec),
    network,
    instance: compute.instance,
    deployment,
    loadBalancers,
    changed,
    timers: [],
  };
  cluster.tasks.set(id, task);
  return task;
}

function newRecord(account: Account, spec: LaunchSpec, taskArn: string, network: NetworkInterface | undefined): TaskRecord {
  const { cluster, definition, compute, overrides } = spec;
  return {
    attachments: network ? [attachmentOf(account, network)] : [],
    attributes: [{ name: "ecs.cpu-architecture", value: architecture(definition) }],
    availabilityZone: `${account.region}${"abc"[Math.floor(account.random.next() * 3)]}`,
    ...compute.record,
    clusterArn: cluster.arn,
    connectivity: "CONNECTED",
    containers: newContainers(account, cluster.name, taskArn, definition, overrides),
    cpu: overrides?.cpu ?? definition.record.cpu,
    createdAt: account.clock.now(),
    desiredStatus: "RUNNING",
    enableExecuteCommand: spec.enableExecuteCommand ?? false,
    group: spec.group,
    healthStatus: "UNKNOWN",
    inferenceAccelerators: [],
    lastStatus: "PROVISIONING",
    memory: overrides?.memory ?? definition.record.memory,
    overrides: { containerOverrides: [], inferenceAcceleratorOverrides: [], ...overrides },
    startedBy: spec.startedBy,
    tags: spec.tags ?? [],
    taskArn,
    taskDefinitionArn: definition.record.taskDefinitionArn,
    version: 1,
    ...(compute.fargate && fargateMembers(spec)),
  };
}

const architecture = ({ record }: TaskDefinition): string => (record.runtimePlatform?.cpuArchitecture === "ARM64" ? "arm64" : "x86_64");

function fargateMembers({ definition, overrides, platformVersion }: LaunchSpec): Partial<TaskRecord> {
  const storage = overrides?.ephemeralStorage ?? definition.record.ephemeralStorage ?? { sizeInGiB: 20 };
  const windows = definition.record.runtimePlatform?.operatingSystemFamily?.startsWith("WINDOWS");
  return {
    ephemeralStorage: storage,
    fargateEphemeralStorage: { sizeInGiB: storage.sizeInGiB },
    platformVersion: platformVersion === undefined || platformVersion === "LATEST" ? "1.4.0" : platformVersion,
    platformFamily: windows ? "Windows_Server_2019_Core" : "Linux",
  };
}

function behavioursOf(account: Account, { definition, ordinal }: LaunchSpec): ReadonlyMap<string, Behaviour> {
  const { family } = definition.record;
  const found = (definition.record.containerDefinitions ?? []).flatMap((container) => {
    const behaviour = findBehaviour(account.behaviours, { family, ordinal }, container);
    return behaviour ? [[container.name ?? "", behaviour] as const] : [];
  });
  return found.length > 0 ? new Map(found) : none;
}

/** Shared by the many tasks that simply run. */
const none: ReadonlyMap<string, Behaviour> = new Map();
