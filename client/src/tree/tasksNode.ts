import type { Connection } from "../aws/connection.ts";
import type { Service } from "../aws/types.ts";
import { counted } from "../model/words.ts";
import { MessageNode } from "./messageNode.ts";
import type { Row, TreeNode } from "./node.ts";
import { TaskNode } from "./taskNode.ts";

/** The tasks of a service that should run. */
export class TasksNode implements TreeNode {
  readonly kind = "tasks";
  readonly id = "tasks";
  readonly doing = "list tasks";
  readonly #connection: Connection;
  readonly #service: Service;

  constructor(connection: Connection, service: Service) {
    this.#connection = connection;
    this.#service = service;
  }

  row(): Row {
    const { runningCount = 0 } = this.#service;
    return {
      label: "Tasks",
      description: `${runningCount} running`,
      icon: { id: "run-all" },
      accessible: `${counted(runningCount, "task")} running`,
      expanded: true,
    };
  }

  async children(signal: AbortSignal): Promise<readonly TreeNode[]> {
    const { clusterArn = "", serviceName = "" } = this.#service;
    const tasks = await this.#connection.ecs.tasks(clusterArn, { serviceName }, signal);
    if (tasks.length === 0) return [new MessageNode("message", "No tasks.")];
    return tasks.map((task) => new TaskNode(this.#connection, task));
  }
}
