import type { Session } from "../account/session.ts";
import type { Service } from "../aws/types.ts";
import type { NodeKind } from "./kinds.ts";
import type { Row, TreeNode } from "./node.ts";

/** A row that groups what belongs to a service. A service has one of each kind, so the kind is its id. */
export abstract class ServiceHeading implements TreeNode {
  abstract readonly kind: NodeKind;
  protected readonly session: Session;
  protected readonly service: Service;

  constructor(session: Session, service: Service) {
    this.session = session;
    this.service = service;
  }

  get id(): string {
    return this.kind;
  }

  abstract row(): Row;
}
