import type { Account, Task } from "./types.ts";

/** The task's own network interface, in network mode awsvpc. */
export interface NetworkInterface {
  readonly id: string;
  readonly attachmentId: string;
  readonly subnet: string;
  readonly securityGroups: readonly string[];
  readonly macAddress: string;
  readonly privateIp: string;
  readonly publicIp: string | undefined;
}

/** The task's id turned by some digits: another identity that is as unlike those of others. */
const turned = ({ id }: Task, by: number): string => id.slice(by % 32) + id.slice(0, by % 32);

const uuid = (hex: string): string =>
  `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;

/** The byte at a place of the task's id, kept within what a host address may be. */
const hostByte = ({ id }: Task, place: number): number =>
  4 + (Number.parseInt(id.slice(place, place + 2), 16) % 250);

export function networkOf(task: Task): NetworkInterface | undefined {
  const { definition, network: { subnets = [], securityGroups = [], assignPublicIp } = {} } = task.launch;
  if (definition.record.networkMode !== "awsvpc") return undefined;
  return {
    id: `eni-0${task.id.slice(0, 16)}`,
    attachmentId: uuid(turned(task, 3)),
    subnet: subnets[hostByte(task, 0) % subnets.length] ?? "subnet-default",
    securityGroups,
    macAddress: ["0a", ...(task.id.slice(0, 10).match(/../g) ?? [])].join(":"),
    privateIp: `10.0.${hostByte(task, 2)}.${hostByte(task, 4)}`,
    publicIp: assignPublicIp === "ENABLED" ? `203.0.113.${hostByte(task, 6)}` : undefined,
  };
}

/** The last part of a container's ARN; `index` is its place in the task definition. */
export const containerId = (task: Task, index: number): string => uuid(turned(task, 7 + index));

/**
 * The id that the container runtime gives: on Fargate the task's id and ten digits, on instances Docker's.
 */
export function runtimeId(task: Task, index: number): string {
  const hex = turned(task, 11 + index);
  return task.launch.compute.fargate
    ? `${task.id}-${String(Number.parseInt(hex.slice(0, 12), 16))
        .slice(-10)
        .padStart(10, "0")}`
    : hex + task.id;
}

/** The port of the host that Docker chooses where none is asked for. */
export const dynamicPort = (task: Task, port: number): number =>
  32768 + ((Number.parseInt(task.id.slice(0, 6), 16) + port) % 28000);

export const availabilityZone = ({ region }: Account, task: Task): string =>
  `${region}${"abc"[hostByte(task, 0) % 3] ?? "a"}`;
