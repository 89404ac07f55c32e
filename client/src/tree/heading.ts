import type { Session } from "../account/session.ts";
import type { NodeKind } from "./kinds.ts";
import type { Row, TreeNode } from "./node.ts";

/**
 * A row that groups what belongs to a cluster or service. Its owner has one of each kind, so the kind is its
 * id.
 */
export abstract class Heading<Owner> implements TreeNode {
  abstract readonly kind: NodeKind;
  protected readonly session: Session;
  protected readonly owner: Owner;

  constructor(session: Session, owner: Owner) {
    this.session = session;
    this.owner = owner;
  }

  get id(): string {
    return this.kind;
  }

  abstract row(): Row;
}
