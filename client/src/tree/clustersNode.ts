import type { Connection } from "../aws/connection.ts";
import type { Session } from "../account/session.ts";
import { ClusterNode } from "./clusterNode.ts";
import { MessageNode } from "./messageNode.ts";
import type { Asking, Row, TreeNode } from "./node.ts";

export class ClustersNode implements TreeNode {
  readonly kind = "clusters";
  readonly id = "clusters";
  readonly doing = "list clusters";
  readonly pace = "slow";
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  get connection(): Connection {
    return this.#session.connection;
  }

  row(): Row {
    return { label: "Clusters", icon: { id: "server-environment" }, accessible: "Clusters", expanded: true };
  }

  async load({ signal }: Asking): Promise<readonly TreeNode[]> {
    const { ecs, target } = this.#session.connection;
    const clusters = await ecs.clusters(signal);
    if (clusters.length === 0) return [new MessageNode(`No clusters in ${target.region}.`)];
    return clusters.map((cluster) => new ClusterNode(this.#session, cluster)).sort(byName);
  }
}

const byName = (a: ClusterNode, b: ClusterNode): number => (a.name < b.name ? -1 : 1);
