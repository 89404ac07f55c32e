import type { Connections } from "../account/connections.ts";
import type { Sessions } from "../account/sessions.ts";
import { ConnectionNode } from "./connectionNode.ts";
import { StoppedDemoNode } from "./stoppedDemoNode.ts";
import type { Row, TreeNode } from "./node.ts";

/** The top of the tree: one row for each connection. */
export class RootNode implements TreeNode {
  readonly kind = "root";
  readonly id = "";
  readonly doing = "read the AWS configuration";
  readonly #connections: Connections;
  readonly #sessions: Sessions;

  constructor(connections: Connections, sessions: Sessions) {
    this.#connections = connections;
    this.#sessions = sessions;
  }

  row(): Row {
    return { label: "ECS", accessible: "ECS" };
  }

  async load(): Promise<readonly TreeNode[]> {
    const targets = await this.#connections.targets();
    return targets.map((target) => {
      const isStopped = target.simulated && this.#connections.demo === "stopped";
      return isStopped ? new StoppedDemoNode(target) : new ConnectionNode(target, this.#sessions);
    });
  }
}
