import type { Service } from "../aws/types.ts";
import { counted } from "../model/words.ts";
import { Heading } from "./heading.ts";
import { MessageNode } from "./messageNode.ts";
import type { Asking, Row, TreeNode } from "./node.ts";
import { TaskNode } from "./taskNode.ts";

/** The tasks of a service that run or are about to. */
export class TasksNode extends Heading<Service> {
  readonly kind = "tasks";
  readonly doing = "list tasks";
  readonly pace = "live";

  row(): Row {
    const { runningCount = 0, pendingCount = 0 } = this.owner;
    const pending = pendingCount > 0 ? ` · ${pendingCount} pending` : "";
    return {
      label: "Tasks",
      description: `${runningCount} running${pending}`,
      icon: { id: "run-all" },
      accessible: `${counted(runningCount, "task")} running${pending}`,
      expanded: true,
    };
  }

  below(): readonly TreeNode[] | undefined {
    const { tasks } = this.session.tasks(this.owner);
    if (!tasks) return undefined;
    if (tasks.length === 0) return [new MessageNode("No tasks are running.")];
    const nodes = tasks.map((task) => new TaskNode(this.session, task));
    return nodes.sort((a, b) => a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1));
  }

  async load({ signal }: Asking): Promise<readonly TreeNode[]> {
    await this.session.tasks(this.owner).refresh(signal);
    return this.below() ?? [];
  }
}
