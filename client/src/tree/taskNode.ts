import type { Connection } from "../aws/connection.ts";
import type { Task } from "../aws/types.ts";
import { nameOfArn } from "../model/arn.ts";
import { ContainerNode } from "./containerNode.ts";
import type { Row, TreeNode } from "./node.ts";

export class TaskNode implements TreeNode {
  readonly kind = "task";
  readonly id: string;
  readonly arn: string;
  readonly connection: Connection;
  readonly task: Task;

  constructor(connection: Connection, task: Task) {
    this.connection = connection;
    this.task = task;
    this.arn = this.id = task.taskArn ?? "";
  }

  row(): Row {
    const status = (this.task.lastStatus ?? "UNKNOWN").toLowerCase();
    const definition = nameOfArn(this.task.taskDefinitionArn ?? "");
    const name = nameOfArn(this.arn);
    return {
      label: name,
      description: `${status} · ${definition}`,
      tooltip: [`**${name}**`, status, definition, this.arn].join("  \n"),
      icon: { id: status === "running" ? "play-circle" : "loading" },
      accessible: `Task ${name}, ${status}, of ${definition}`,
    };
  }

  async children(): Promise<readonly TreeNode[]> {
    return (this.task.containers ?? []).map((container) => new ContainerNode(container));
  }
}
