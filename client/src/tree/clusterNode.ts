import type { Markdown } from "../../../shared/src/markdown.ts";
import type { Connection } from "../aws/connection.ts";
import type { Cluster } from "../aws/types.ts";
import { factSheet } from "../model/markdown.ts";
import { counted } from "../model/words.ts";
import type { Session } from "../account/session.ts";
import { CapacityProvidersNode } from "./capacityProvidersNode.ts";
import { ContainerInstancesNode } from "./containerInstancesNode.ts";
import type { Row, TreeNode } from "./node.ts";
import { ServicesNode } from "./servicesNode.ts";
import { StandaloneTasksNode } from "./standaloneTasksNode.ts";

export class ClusterNode implements TreeNode {
  readonly kind = "cluster";
  readonly id: string;
  readonly arn: string;
  readonly name: string;
  readonly session: Session;
  readonly cluster: Cluster;

  constructor(session: Session, cluster: Cluster) {
    this.session = session;
    this.cluster = cluster;
    this.arn = this.id = cluster.clusterArn ?? "";
    this.name = cluster.clusterName ?? "";
  }

  get connection(): Connection {
    return this.session.connection;
  }

  get url(): string | undefined {
    return this.connection.consolePage(this.arn);
  }

  row(): Row {
    const {
      status = "",
      activeServicesCount = 0,
      runningTasksCount = 0,
      pendingTasksCount = 0,
    } = this.cluster;
    const services = counted(activeServicesCount, "service");
    const tasks = counted(runningTasksCount, "task");
    const pending = pendingTasksCount > 0 ? `${pendingTasksCount} pending` : "";
    const state = status === "ACTIVE" ? "" : status.toLowerCase();
    const words = [state, services, tasks, pending].filter(Boolean);
    return {
      label: this.name,
      description: words.join(" · "),
      icon: { id: state ? "warning" : "server" },
      accessible: `Cluster ${this.name}, ${words.join(", ")}`,
    };
  }

  tooltip(): Markdown {
    const { cluster } = this;
    return factSheet(this.name, [
      ["Status", cluster.status],
      ["Services", cluster.activeServicesCount],
      ["Running tasks", cluster.runningTasksCount],
      ["Pending tasks", cluster.pendingTasksCount],
      ["Container instances", cluster.registeredContainerInstancesCount],
      ["Capacity providers", cluster.capacityProviders?.join(", ")],
      ["ARN", this.arn],
    ]);
  }

  below(): readonly TreeNode[] {
    return [
      new ServicesNode(this.session, this.arn, this.cluster.activeServicesCount ?? 0),
      new StandaloneTasksNode(this.session, this.arn),
      new ContainerInstancesNode(this.session, this.cluster),
      new CapacityProvidersNode(this.session, this.cluster),
    ];
  }

  async describe(signal: AbortSignal): Promise<object> {
    const [cluster] = await this.connection.ecs.describeClusters([this.arn], signal);
    return cluster ?? this.cluster;
  }
}
