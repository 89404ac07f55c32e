import type { Session } from "../account/session.ts";
import { FamilyNode } from "./familyNode.ts";
import { MessageNode } from "./messageNode.ts";
import type { Asking, Row, TreeNode } from "./node.ts";

/** Families all of whose revisions were deregistered. */
export class InactiveFamiliesNode implements TreeNode {
  readonly kind = "inactive-families";
  readonly id = "inactive-families";
  readonly doing = "list inactive families";
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  row(): Row {
    return { label: "Inactive families", icon: { id: "archive" }, accessible: "Inactive families" };
  }

  async load({ signal }: Asking): Promise<readonly TreeNode[]> {
    const families = await this.#session.connection.ecs.inactiveFamilies(signal);
    const admitted = families.filter((family) => this.#session.view.admits(family));
    return admitted.length > 0
      ? admitted.map((family) => new FamilyNode(this.#session, family))
      : [new MessageNode("None.")];
  }
}
