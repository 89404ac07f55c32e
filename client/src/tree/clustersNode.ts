import type { Connection } from "../aws/connection.ts";
import { ClusterNode } from "./clusterNode.ts";
import { MessageNode } from "./messageNode.ts";
import type { Row, TreeNode } from "./node.ts";

export class ClustersNode implements TreeNode {
  readonly kind = "clusters";
  readonly id = "clusters";
  readonly doing = "list clusters";
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  row(): Row {
    return { label: "Clusters", icon: { id: "server-environment" }, accessible: "Clusters", expanded: true };
  }

  async children(signal: AbortSignal): Promise<readonly TreeNode[]> {
    const clusters = await this.#connection.ecs.clusters(signal);
    if (clusters.length === 0) return [new MessageNode("message", `No clusters in ${this.#connection.target.region}.`)];
    return clusters
      .map((cluster) => new ClusterNode(this.#connection, cluster))
      .sort((a, b) => a.name.localeCompare(b.name));
  }
}
