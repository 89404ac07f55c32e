import type { Service } from "../aws/types.ts";
import { counted } from "../model/words.ts";
import { ago } from "../model/time.ts";
import { Heading } from "./heading.ts";
import { MessageNode } from "./messageNode.ts";
import type { Asking, Row, TreeNode } from "./node.ts";
import { TaskNode } from "./taskNode.ts";

/** The stopped tasks of a service: those that ECS still knows, and those seen in this session. */
export class StoppedTasksNode extends Heading<Service> {
  readonly kind = "stopped-tasks";
  readonly doing = "list stopped tasks";
  readonly pace = "slow";

  row(): Row {
    const [newest, ...others] = this.session.stoppedOf(this.owner);
    const words = newest
      ? `${others.length + 1} · the last ${ago(newest.stoppedAt ?? newest.stoppingAt, this.session.now())}`
      : "";
    return {
      label: "Stopped tasks",
      ...(words ? { description: words } : {}),
      icon: { id: "stop-circle" },
      accessible: newest ? `${counted(others.length + 1, "stopped task")}, ${words}` : "Stopped tasks",
    };
  }

  below(): readonly TreeNode[] | undefined {
    const tasks = this.session.stoppedOf(this.owner);
    return tasks.length === 0 ? undefined : tasks.map((task) => new TaskNode(this.session, task));
  }

  async load({ signal }: Asking): Promise<readonly TreeNode[]> {
    await this.session.findStopped(this.owner, signal);
    return this.below() ?? [new MessageNode("None in the last hour.")];
  }
}
