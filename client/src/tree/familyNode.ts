import type { Connection } from "../aws/connection.ts";
import type { Row, TreeNode } from "./node.ts";
import { RevisionNode } from "./revisionNode.ts";

export class FamilyNode implements TreeNode {
  readonly kind = "family";
  readonly id: string;
  readonly doing = "list revisions";
  readonly connection: Connection;
  readonly family: string;

  constructor(connection: Connection, family: string) {
    this.connection = connection;
    this.family = this.id = family;
  }

  row(): Row {
    return { label: this.family, icon: { id: "versions" }, accessible: `Task definition family ${this.family}` };
  }

  async children(signal: AbortSignal): Promise<readonly TreeNode[]> {
    const arns = await this.connection.ecs.revisions(this.family, signal);
    return arns.map((arn) => new RevisionNode(this.connection, arn));
  }
}
