import type { Connections } from "../connections.ts";
import { targetKey, targetLabel, type Target } from "../model/target.ts";
import { ClustersNode } from "./clustersNode.ts";
import type { Row, TreeNode } from "./node.ts";
import { TaskDefinitionsNode } from "./taskDefinitionsNode.ts";

/** A profile in a region. */
export class ConnectionNode implements TreeNode {
  readonly kind = "connection";
  readonly id: string;
  readonly target: Target;
  readonly doing: string;
  readonly #connections: Connections;

  constructor(target: Target, connections: Connections) {
    this.target = target;
    this.id = targetKey(target);
    this.doing = `connect to ${targetLabel(target)}`;
    this.#connections = connections;
  }

  row(): Row {
    return {
      label: targetLabel(this.target),
      icon: { id: "account" },
      accessible: `Profile ${this.target.profile ?? "of the environment"} in ${this.target.region}`,
      expanded: true,
    };
  }

  async children(): Promise<readonly TreeNode[]> {
    const connection = await this.#connections.open(this.target);
    return [new ClustersNode(connection), new TaskDefinitionsNode(connection)];
  }
}
