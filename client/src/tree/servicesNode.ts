import type { Connection } from "../aws/connection.ts";
import { MessageNode } from "./messageNode.ts";
import type { Row, TreeNode } from "./node.ts";
import { ServiceNode } from "./serviceNode.ts";

export class ServicesNode implements TreeNode {
  readonly kind = "services";
  readonly id = "services";
  readonly doing = "list services";
  readonly #connection: Connection;
  readonly #cluster: string;

  constructor(connection: Connection, cluster: string) {
    this.#connection = connection;
    this.#cluster = cluster;
  }

  row(): Row {
    return { label: "Services", icon: { id: "layers" }, accessible: "Services" };
  }

  async children(signal: AbortSignal): Promise<readonly TreeNode[]> {
    const { ecs } = this.#connection;
    const arns = await ecs.serviceArns(this.#cluster, signal);
    if (arns.length === 0) return [new MessageNode("message", "No services in this cluster.")];
    const services = await ecs.describeServices(this.#cluster, arns, signal);
    return services
      .map((service) => new ServiceNode(this.#connection, service))
      .sort((a, b) => a.name.localeCompare(b.name));
  }
}
