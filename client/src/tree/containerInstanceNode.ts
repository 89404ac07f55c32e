import type { Markdown } from "../../../shared/src/markdown.ts";
import type { Connection } from "../aws/connection.ts";
import type { ContainerInstance } from "../aws/types.ts";
import { nameOfArn } from "../model/arn.ts";
import { factSheet } from "../model/markdown.ts";
import { counted } from "../model/words.ts";
import { flagsOf } from "./flags.ts";
import type { Row, TreeNode } from "./node.ts";

/** A machine registered with a cluster. */
export class ContainerInstanceNode implements TreeNode {
  readonly kind = "container-instance";
  readonly id: string;
  readonly arn: string;
  /** The id that EC2 gives it; ECS's own for an external one. */
  readonly name: string;
  readonly url: string | undefined;
  readonly connection: Connection;
  /** ARN. */
  readonly cluster: string;
  readonly instance: ContainerInstance;

  constructor(connection: Connection, cluster: string, instance: ContainerInstance) {
    const { containerInstanceArn = "", ec2InstanceId } = instance;
    this.id = containerInstanceArn;
    this.arn = containerInstanceArn;
    this.name = ec2InstanceId ?? nameOfArn(containerInstanceArn);
    this.url = connection.consolePage(containerInstanceArn);
    this.connection = connection;
    this.cluster = cluster;
    this.instance = instance;
  }

  row(): Row {
    const { status = "", runningTasksCount = 0, agentConnected } = this.instance;
    const agent = agentConnected === false ? "agent not connected" : "";
    const words = [
      status.toLowerCase(),
      counted(runningTasksCount, "task"),
      `${this.#remaining("CPU")} CPU units and ${this.#remaining("MEMORY")} MiB free`,
      agent,
    ].filter(Boolean);
    return {
      label: this.name,
      description: words.join(" · "),
      icon: agent ? { id: "warning", color: "list.warningForeground" } : { id: "vm" },
      flags: flagsOf({ active: status === "ACTIVE", draining: status === "DRAINING" }),
      accessible: `Container instance ${this.name}, ${words.join(", ")}`,
    };
  }

  tooltip(): Markdown {
    const { status, versionInfo, capacityProviderName } = this.instance;
    return factSheet(this.name, [
      ["Status", status],
      ["Agent", versionInfo?.agentVersion],
      ["Docker", versionInfo?.dockerVersion],
      ["Capacity provider", capacityProviderName],
      ["ARN", this.arn],
    ]);
  }

  async describe(signal: AbortSignal): Promise<object> {
    const [instance] = await this.connection.capacity.describeContainerInstances(
      this.cluster,
      [this.arn],
      signal,
    );
    return instance ?? this.instance;
  }

  #remaining(resource: string): number {
    return this.instance.remainingResources?.find(({ name }) => name === resource)?.integerValue ?? 0;
  }
}
