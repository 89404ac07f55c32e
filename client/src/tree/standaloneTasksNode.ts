import type { Session } from "../account/session.ts";
import { MessageNode } from "./messageNode.ts";
import type { Asking, Row, TreeNode } from "./node.ts";
import { TaskNode } from "./taskNode.ts";

/** The most tasks of a cluster that are looked through: ECS cannot list those without a service alone. */
const most = 1000;

/**
 * Tasks that no service started: jobs, and what people run by hand. Stopped ones are shown as long as they
 * are known.
 */
export class StandaloneTasksNode implements TreeNode {
  readonly kind = "standalone-tasks";
  readonly id = "standalone-tasks";
  readonly doing = "list tasks";
  readonly pace = "slow";
  readonly #session: Session;
  readonly #cluster: string;

  constructor(session: Session, cluster: string) {
    this.#session = session;
    this.#cluster = cluster;
  }

  row(): Row {
    return { label: "Tasks without a service", icon: { id: "run" }, accessible: "Tasks without a service" };
  }

  async load({ signal }: Asking): Promise<readonly TreeNode[]> {
    const [running, stopped] = await Promise.all([
      this.#find("RUNNING", signal),
      this.#find("STOPPED", signal),
    ]);
    const rows = [...running.nodes, ...stopped.nodes];
    if (rows.length === 0) rows.push(new MessageNode("None."));
    if (running.isPartial)
      rows.push(
        new MessageNode(
          `Only the first ${most.toLocaleString("en-US")} tasks of the cluster were looked through.`,
        ),
      );
    return rows;
  }

  async #find(
    desiredStatus: "RUNNING" | "STOPPED",
    signal: AbortSignal,
  ): Promise<{ nodes: TreeNode[]; isPartial: boolean }> {
    const { ecs } = this.#session.connection;
    const arns: string[] = [];
    let nextToken: string | undefined;
    do {
      const page = await ecs.taskPage(this.#cluster, { desiredStatus }, nextToken, signal);
      arns.push(...page.items);
      nextToken = page.nextToken;
    } while (nextToken !== undefined && arns.length < most);
    const tasks = await ecs.describeTasks(this.#cluster, arns, signal);
    const alone = tasks.filter(({ group }) => group?.startsWith("service:") !== true);
    return {
      nodes: alone.map((task) => new TaskNode(this.#session, task)),
      isPartial: nextToken !== undefined,
    };
  }
}
