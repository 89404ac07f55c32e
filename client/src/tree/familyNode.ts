import type { Connection } from "../aws/connection.ts";
import type { Session } from "../account/session.ts";
import { InactiveRevisionsNode } from "./inactiveRevisionsNode.ts";
import type { Asking, Row, TreeNode } from "./node.ts";
import { RevisionNode } from "./revisionNode.ts";

export class FamilyNode implements TreeNode {
  readonly kind = "family";
  readonly id: string;
  readonly doing = "list revisions";
  readonly session: Session;
  readonly family: string;

  constructor(session: Session, family: string) {
    this.session = session;
    this.family = this.id = family;
  }

  get connection(): Connection {
    return this.session.connection;
  }

  row(): Row {
    return {
      label: this.family,
      icon: { id: "versions" },
      accessible: `Task definition family ${this.family}`,
    };
  }

  async load({ signal }: Asking): Promise<readonly TreeNode[]> {
    const arns = await this.connection.ecs.revisions(this.family, "ACTIVE", signal);
    return [
      ...arns.map((arn) => new RevisionNode(this.session, arn, "active")),
      new InactiveRevisionsNode(this.session, this.family),
    ];
  }
}
