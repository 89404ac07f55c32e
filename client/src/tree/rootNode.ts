import type { Connections } from "../connections.ts";
import { ConnectionNode } from "./connectionNode.ts";
import type { Row, TreeNode } from "./node.ts";

/** The top of the tree: one row for each connection. */
export class RootNode implements TreeNode {
  readonly kind = "root";
  readonly id = "";
  readonly doing = "read the AWS configuration";
  readonly #connections: Connections;

  constructor(connections: Connections) {
    this.#connections = connections;
  }

  row(): Row {
    return { label: "ECS", accessible: "ECS" };
  }

  async children(): Promise<readonly TreeNode[]> {
    const targets = await this.#connections.targets();
    return targets.map((target) => new ConnectionNode(target, this.#connections));
  }
}
