import type { Container, TaskOverride } from "@aws-sdk/client-ecs";
import { ecsArn, type Account } from "../state/account.ts";
import type { Task } from "../state/task.ts";
import type { TaskDefinition } from "../state/taskDefinition.ts";
import type { Wire } from "../wire.ts";

/** The containers of a task that has just been created. */
export function newContainers(account: Account, cluster: string, taskArn: string, definition: TaskDefinition, overrides?: Wire<TaskOverride>): Wire<Container>[] {
  return (definition.record.containerDefinitions ?? []).map(({ name = "", image = "", cpu = 0, memory, memoryReservation }) => {
    const override = overrides?.containerOverrides?.find((candidate) => candidate.name === name);
    return {
      containerArn: ecsArn(account, `container/${cluster}/${taskArn.slice(taskArn.lastIndexOf("/") + 1)}/${account.random.uuid()}`),
      taskArn,
      name,
      image,
      lastStatus: "PENDING",
      networkInterfaces: [],
      healthStatus: "UNKNOWN",
      cpu: String(override?.cpu ?? cpu),
      ...optional("memory", override?.memory ?? memory),
      ...optional("memoryReservation", override?.memoryReservation ?? memoryReservation),
    };
  });
}

const optional = (key: "memory" | "memoryReservation", value: number | undefined): Partial<Wire<Container>> =>
  value === undefined ? {} : { [key]: String(value) };

/** Gives all containers that have not stopped the status. */
export function setContainers(task: Task, status: "PENDING" | "RUNNING"): void {
  for (const container of task.record.containers) if (container.lastStatus !== "STOPPED") container.lastStatus = status;
}
