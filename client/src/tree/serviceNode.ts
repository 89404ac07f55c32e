import type { Connection } from "../aws/connection.ts";
import type { Service } from "../aws/types.ts";
import { nameOfArn } from "../model/arn.ts";
import type { Row, TreeNode } from "./node.ts";
import { TasksNode } from "./tasksNode.ts";

export class ServiceNode implements TreeNode {
  readonly kind = "service";
  readonly id: string;
  readonly arn: string;
  readonly name: string;
  readonly connection: Connection;
  readonly service: Service;

  constructor(connection: Connection, service: Service) {
    this.connection = connection;
    this.service = service;
    this.arn = this.id = service.serviceArn ?? "";
    this.name = service.serviceName ?? "";
  }

  row(): Row {
    const { runningCount = 0, desiredCount = 0, taskDefinition = "" } = this.service;
    const runsOn = this.service.launchType ?? this.service.capacityProviderStrategy?.[0]?.capacityProvider ?? "";
    const definition = nameOfArn(taskDefinition);
    return {
      label: this.name,
      description: [`${runningCount}/${desiredCount}`, runsOn, definition].filter(Boolean).join(" · "),
      tooltip: [`**${this.name}**`, this.service.status, `${runningCount} of ${desiredCount} running`, definition, this.arn].join("  \n"),
      icon: runningCount === desiredCount ? { id: "pass", color: "testing.iconPassed" } : { id: "sync" },
      accessible: `Service ${this.name}, ${runningCount} of ${desiredCount} tasks running, task definition ${definition}`,
    };
  }

  async children(): Promise<readonly TreeNode[]> {
    return [new TasksNode(this.connection, this.service)];
  }
}
