import type { Connection } from "../../aws/connection.ts";
import type { Task } from "../../aws/types.ts";
import { nameOfArn } from "../../model/arn.ts";
import { ContainerNode } from "../../tree/containerNode.ts";
import type { TreeNode } from "../../tree/node.ts";
import { ServiceNode } from "../../tree/serviceNode.ts";
import { TaskNode } from "../../tree/taskNode.ts";

/** Whose logs are read: one container, all of a task, or all tasks of a service, those to come included. */
export interface LogSubject {
  readonly connection: Connection;
  readonly title: string;
  /** The tasks at the moment. */
  readonly tasks: () => Promise<readonly Task[]>;
  readonly container?: string;
  /** Whether more tasks may come. */
  readonly isOpen: boolean;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** The subject that a row of the tree stands for. */
export function subjectOf(node: TreeNode | undefined): LogSubject | undefined {
  if (node instanceof ServiceNode) return ofService(node);
  if (!(node instanceof ContainerNode) && !(node instanceof TaskNode)) return undefined;
  const { connection, task } = node;
  const common = {
    connection,
    isOpen: false,
    tasks: () => asItIs(connection, task),
    now: () => node.session.now(),
  };
  if (node instanceof TaskNode) return { ...common, title: `task ${shortId(task)}` };
  return { ...common, title: `${node.name} of ${shortId(task)}`, container: node.name };
}

/** The first eight characters of a task's id, as rows show it. */
export const shortId = ({ taskArn = "" }: Task): string => nameOfArn(taskArn).slice(0, 8);

/** ECS forgets a task about an hour after it has stopped; its log stays where it was. */
async function asItIs({ ecs }: Connection, task: Task): Promise<readonly Task[]> {
  const [now] = await ecs.describeTasks(task.clusterArn ?? "", [task.taskArn ?? ""]);
  return [now ?? task];
}

function ofService(node: ServiceNode): LogSubject {
  const { connection, service } = node;
  const cluster = service.clusterArn ?? "";
  const serviceName = service.serviceName ?? "";
  return {
    connection,
    title: serviceName,
    isOpen: true,
    now: () => node.session.now(),
    // Those that died tell most of a service in trouble, so they are read as well.
    tasks: async () => [
      ...(await connection.ecs.tasks(cluster, { serviceName })),
      ...(await connection.ecs.tasks(cluster, { serviceName, desiredStatus: "STOPPED" })),
    ],
  };
}
