import type { Container, ContainerDefinition, NetworkBinding, TaskOverride } from "@aws-sdk/client-ecs";
import { createHash } from "node:crypto";
import { ecsArn, lastPart, type Account } from "../state/account.ts";
import type { Task } from "../state/task.ts";
import type { TaskDefinition } from "../state/taskDefinition.ts";
import type { Wire } from "../wire.ts";

/** The containers of a task that has just been created. */
export function newContainers(
  account: Account,
  cluster: string,
  taskArn: string,
  definition: TaskDefinition,
  overrides?: Wire<TaskOverride>,
): Wire<Container>[] {
  return (definition.record.containerDefinitions ?? []).map(({ name = "", image = "", cpu = 0, memory, memoryReservation }) => {
    const override = overrides?.containerOverrides?.find((candidate) => candidate.name === name);
    return {
      containerArn: ecsArn(account, `container/${cluster}/${lastPart(taskArn)}/${account.random.uuid()}`),
      taskArn,
      name,
      image,
      lastStatus: "PENDING",
      networkInterfaces: [],
      healthStatus: "UNKNOWN",
      cpu: String(override?.cpu ?? cpu),
      ...text("memory", override?.memory ?? memory),
      ...text("memoryReservation", override?.memoryReservation ?? memoryReservation),
    };
  });
}

const text = (key: "memory" | "memoryReservation", value: number | undefined): Partial<Wire<Container>> =>
  value === undefined ? {} : { [key]: String(value) };

export const definitionOf = (task: Task, name: string | undefined): Wire<ContainerDefinition> | undefined =>
  task.definition.record.containerDefinitions?.find((container) => container.name === name);

export const isEssential = (task: Task, name: string | undefined): boolean => definitionOf(task, name)?.essential !== false;

/** Whether another container waits for this one to end: it is an init container. */
export const isAwaited = (task: Task, name: string | undefined): boolean =>
  (task.definition.record.containerDefinitions ?? []).some(({ dependsOn = [] }) =>
    dependsOn.some(({ containerName, condition }) => containerName === name && (condition === "COMPLETE" || condition === "SUCCESS")),
  );

/** Starts the containers that have not stopped: they get a runtime id, an image digest and their network. */
export function startContainers(account: Account, task: Task): void {
  for (const container of task.record.containers) {
    if (container.lastStatus === "STOPPED") continue;
    container.lastStatus = "RUNNING";
    container.imageDigest = imageDigest(container.image ?? "");
    container.runtimeId = task.instance ? account.random.hex(64) : `${task.id}-${account.random.digits(10)}`;
    if (task.record.enableExecuteCommand)
      container.managedAgents = [{ name: "ExecuteCommandAgent", lastStatus: "RUNNING", lastStartedAt: account.clock.now() }];
    if (!task.network) container.networkBindings = networkBindings(account, task, container.name);
  }
}

/** Gives the containers the private address of the task's network interface. */
export function attachNetwork({ record, network }: Task): void {
  if (!network) return;
  for (const attachment of record.attachments ?? []) attachment.status = "ATTACHED";
  for (const container of record.containers)
    container.networkInterfaces = [{ attachmentId: network.attachmentId, privateIpv4Address: network.privateIp }];
}

function networkBindings(account: Account, task: Task, name: string | undefined): Wire<NetworkBinding>[] {
  return (definitionOf(task, name)?.portMappings ?? []).map(({ containerPort, hostPort, protocol = "tcp" }) => ({
    bindIP: "0.0.0.0",
    containerPort,
    hostPort: hostPort || 32768 + Math.floor(account.random.next() * 28000),
    protocol,
  }));
}

/** The same image has the same digest everywhere. */
export function imageDigest(image: string): string {
  const digest = /@(sha256:[0-9a-f]{64})$/.exec(image)?.[1];
  return digest ?? `sha256:${createHash("sha256").update(image).digest("hex")}`;
}
