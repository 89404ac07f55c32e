import type { Session } from "../account/session.ts";
import { MessageNode } from "./messageNode.ts";
import type { Asking, Row, TreeNode } from "./node.ts";
import { RevisionNode } from "./revisionNode.ts";

/** The deregistered revisions of a family, which running tasks may still use. */
export class InactiveRevisionsNode implements TreeNode {
  readonly kind = "inactive-revisions";
  readonly id = "inactive-revisions";
  readonly doing = "list inactive revisions";
  readonly #session: Session;
  readonly #family: string;

  constructor(session: Session, family: string) {
    this.#session = session;
    this.#family = family;
  }

  row(): Row {
    return {
      label: "Inactive revisions",
      icon: { id: "archive" },
      accessible: `Inactive revisions of ${this.#family}`,
    };
  }

  async load({ signal }: Asking): Promise<readonly TreeNode[]> {
    const arns = await this.#session.connection.ecs.revisions(this.#family, "INACTIVE", signal);
    return arns.length > 0
      ? arns.map((arn) => new RevisionNode(this.#session, arn, "inactive"))
      : [new MessageNode("None.")];
  }
}
