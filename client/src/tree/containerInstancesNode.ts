import type { Connection } from "../aws/connection.ts";
import type { Cluster, ContainerInstance } from "../aws/types.ts";
import { nameOfArn } from "../model/arn.ts";
import { factSheet } from "../model/markdown.ts";
import { counted } from "../model/words.ts";
import type { Session } from "../session/session.ts";
import { MessageNode } from "./messageNode.ts";
import type { Asking, Row, TreeNode } from "./node.ts";
import { RowNode } from "./rowNode.ts";

/** The machines registered with a cluster. */
export class ContainerInstancesNode implements TreeNode {
  readonly kind = "container-instances";
  readonly id = "container-instances";
  readonly doing = "list container instances";
  readonly pace = "slow";
  readonly #session: Session;
  readonly #cluster: Cluster;

  constructor(session: Session, cluster: Cluster) {
    this.#session = session;
    this.#cluster = cluster;
  }

  row(): Row {
    const count = this.#cluster.registeredContainerInstancesCount ?? 0;
    return { label: "Container instances", description: count === 0 ? "none" : String(count), icon: { id: "vm" }, accessible: counted(count, "container instance") };
  }

  async load({ signal }: Asking): Promise<readonly TreeNode[]> {
    if (!this.#cluster.registeredContainerInstancesCount) return [new MessageNode("None: the tasks run on Fargate, or there are none.")];
    const instances = await this.#session.connection.capacity.containerInstances(this.#cluster.clusterArn ?? "", signal);
    return instances.map((instance) => instanceRow(this.#session.connection, instance));
  }
}

function instanceRow(connection: Connection, instance: ContainerInstance): RowNode {
  const { containerInstanceArn = "", ec2InstanceId, status = "", runningTasksCount = 0, agentConnected } = instance;
  const label = ec2InstanceId ?? nameOfArn(containerInstanceArn);
  const agent = agentConnected === false ? "agent not connected" : "";
  const words = [status.toLowerCase(), counted(runningTasksCount, "task"), `${remaining(instance, "CPU")} CPU units and ${remaining(instance, "MEMORY")} MiB free`, agent].filter(Boolean);
  const url = connection.consolePage(containerInstanceArn);
  return new RowNode({
    kind: "container-instance",
    id: containerInstanceArn,
    arn: containerInstanceArn,
    ...(url === undefined ? {} : { url }),
    label,
    description: words.join(" · "),
    tooltip: factSheet(label, [
      ["Status", status],
      ["Agent", instance.versionInfo?.agentVersion],
      ["Docker", instance.versionInfo?.dockerVersion],
      ["Capacity provider", instance.capacityProviderName],
      ["ARN", containerInstanceArn],
    ]),
    icon: agent ? { id: "warning", color: "list.warningForeground" } : { id: "vm" },
    flags: [status.toLowerCase()],
    accessible: `Container instance ${label}, ${words.join(", ")}`,
  });
}

function remaining({ remainingResources = [] }: ContainerInstance, name: string): number {
  return remainingResources.find((resource) => resource.name === name)?.integerValue ?? 0;
}
