import type { Cluster } from "../aws/types.ts";
import { counted } from "../model/words.ts";
import { Heading } from "./heading.ts";
import { ContainerInstanceNode } from "./containerInstanceNode.ts";
import { MessageNode } from "./messageNode.ts";
import type { Asking, Row, TreeNode } from "./node.ts";

/** The machines registered with a cluster. */
export class ContainerInstancesNode extends Heading<Cluster> {
  readonly kind = "container-instances";
  readonly doing = "list container instances";
  readonly pace = "slow";

  row(): Row {
    const count = this.owner.registeredContainerInstancesCount ?? 0;
    return {
      label: "Container instances",
      description: count === 0 ? "none" : String(count),
      icon: { id: "vm" },
      accessible: counted(count, "container instance"),
    };
  }

  async load({ signal }: Asking): Promise<readonly TreeNode[]> {
    if (!this.owner.registeredContainerInstancesCount)
      return [new MessageNode("None: the tasks run on Fargate, or there are none.")];
    const { connection } = this.session;
    const cluster = this.owner.clusterArn ?? "";
    return (await connection.capacity.containerInstances(cluster, signal)).map(
      (instance) => new ContainerInstanceNode(connection, cluster, instance),
    );
  }
}
