import type { Connection } from "../aws/connection.ts";
import { FamilyNode } from "./familyNode.ts";
import { MessageNode } from "./messageNode.ts";
import type { Row, TreeNode } from "./node.ts";

export class TaskDefinitionsNode implements TreeNode {
  readonly kind = "task-definitions";
  readonly id = "task-definitions";
  readonly doing = "list task definitions";
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  row(): Row {
    return { label: "Task definitions", icon: { id: "file-code" }, accessible: "Task definitions" };
  }

  async children(signal: AbortSignal): Promise<readonly TreeNode[]> {
    const families = await this.#connection.ecs.families(signal);
    if (families.length === 0) return [new MessageNode("message", "No task definitions.")];
    return families.map((family) => new FamilyNode(this.#connection, family));
  }
}
