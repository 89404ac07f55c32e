import type { Connection } from "../aws/connection.ts";
import type { Cluster } from "../aws/types.ts";
import { counted } from "../model/words.ts";
import type { Row, TreeNode } from "./node.ts";
import { ServicesNode } from "./servicesNode.ts";

export class ClusterNode implements TreeNode {
  readonly kind = "cluster";
  readonly id: string;
  readonly arn: string;
  readonly name: string;
  readonly connection: Connection;
  readonly cluster: Cluster;

  constructor(connection: Connection, cluster: Cluster) {
    this.connection = connection;
    this.cluster = cluster;
    this.arn = this.id = cluster.clusterArn ?? "";
    this.name = cluster.clusterName ?? "";
  }

  row(): Row {
    const services = counted(this.cluster.activeServicesCount ?? 0, "service");
    const tasks = counted(this.cluster.runningTasksCount ?? 0, "task");
    return {
      label: this.name,
      description: `${services} · ${tasks}`,
      tooltip: [`**${this.name}**`, this.cluster.status, services, tasks, this.arn].join("  \n"),
      icon: { id: "server" },
      accessible: `Cluster ${this.name}, ${services}, ${tasks} running`,
    };
  }

  async children(): Promise<readonly TreeNode[]> {
    return [new ServicesNode(this.connection, this.arn)];
  }
}
