import type { Container, Task } from "../aws/types.ts";
import { diedByItself } from "./deaths.ts";

/** A task's state in a word or two: `running`, `stopping`, `stopped`, `provisioning`. */
export function taskStatus({ lastStatus = "UNKNOWN", desiredStatus }: Task): string {
  if (desiredStatus === "STOPPED" && lastStatus !== "STOPPED") return "stopping";
  return lastStatus.toLowerCase();
}

/** The private address of a task that has a network interface of its own. */
export function privateAddress(task: Task): string | undefined {
  return networkDetail(task, "privateIPv4Address") ?? networkDetail(task, "privateIPv6Address");
}

/**
 * A fact about the task's network interface, by the name that ECS gives it: `networkInterfaceId`, `subnetId`.
 */
export function networkDetail(task: Task, name: string): string | undefined {
  const networkInterface = task.attachments?.find(({ type }) => type === "ElasticNetworkInterface");
  return networkInterface?.details?.find((detail) => detail.name === name)?.value;
}

/** Why a task stopped, in words for a row: `EssentialContainerExited: api exit 1`. */
export function stopWords(task: Task): string {
  const { stopCode, stoppedReason, containers = [] } = task;
  const exits = diedByItself(task) ? containers.flatMap(exitWords) : [];
  if (exits.length > 0) return [stopCode, exits.join(", ")].filter(Boolean).join(": ");
  return [stopCode, stoppedReason].filter(Boolean).join(": ") || "stopped";
}

/** How a container ended: nothing when it ended well or still runs. */
export function exitWords({ name = "", exitCode, reason }: Container): string[] {
  if (exitCode === undefined || exitCode === 0) return reason ? [`${name} ${reason}`] : [];
  return [[`${name} exit ${exitCode}`, reason && `(${reason})`].filter(Boolean).join(" ")];
}
