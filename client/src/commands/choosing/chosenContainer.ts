import type { Connection } from "../../aws/connection.ts";
import type { Container, Task } from "../../aws/types.ts";
import { shortTask, taskResource, type TaskResource } from "../../model/resource.ts";
import { nameOfArn } from "../../model/arn.ts";
import { ContainerNode } from "../../tree/containerNode.ts";
import type { TreeNode } from "../../tree/node.ts";
import { TaskNode } from "../../tree/taskNode.ts";
import type { CommandContext } from "../command.ts";

/** A container of a task that sessions lead into. */
export interface ChosenContainer {
  readonly connection: Connection;
  readonly task: Task;
  readonly container: Container;
}

/** The container of a row; of a task with several, one to choose. */
export async function chooseContainer(
  { ui }: CommandContext,
  node: TreeNode | undefined,
): Promise<ChosenContainer | undefined> {
  if (node instanceof ContainerNode)
    return { connection: node.connection, task: node.task, container: node.container };
  if (!(node instanceof TaskNode)) return undefined;
  const { connection, task } = node;
  const [only, ...others] = task.containers ?? [];
  const container =
    others.length === 0
      ? only
      : await ui.pick(
          "Which container?",
          [only, ...others].flatMap((each) => (each ? [{ label: each.name ?? "", value: each }] : [])),
        );
  return container && { connection, task, container };
}

/** How Session Manager names a container. */
export const sessionTarget = ({ task, container }: ChosenContainer): string =>
  `ecs:${nameOfArn(task.clusterArn ?? "")}_${nameOfArn(task.taskArn ?? "")}_${container.runtimeId ?? ""}`;

/** The name of the service that a task belongs to; "" for one without. */
export const serviceNameOf = ({ group = "" }: Task): string =>
  group.startsWith("service:") ? group.slice("service:".length) : "";

/** What a session leads into, for a plan. */
export const containerResource = ({ task, container }: ChosenContainer): TaskResource =>
  taskResource(task, container.name);

/**
 * Which container it is, of which task and where: for the words in which a user chooses what to run there.
 */
export async function containerWords({ connection, task, container }: ChosenContainer): Promise<string> {
  const id = shortTask(nameOfArn(task.taskArn ?? ""));
  const cluster = nameOfArn(task.clusterArn ?? "");
  return `${container.name} of task ${id} in ${cluster}, ${await connection.writes.where()}`;
}
