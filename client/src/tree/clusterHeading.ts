import type { Session } from "../account/session.ts";
import type { Cluster } from "../aws/types.ts";
import type { NodeKind } from "./kinds.ts";
import type { Row, TreeNode } from "./node.ts";

/** A row that groups what belongs to a cluster. A cluster has one of each kind, so the kind is its id. */
export abstract class ClusterHeading implements TreeNode {
  abstract readonly kind: NodeKind;
  protected readonly session: Session;
  protected readonly cluster: Cluster;

  constructor(session: Session, cluster: Cluster) {
    this.session = session;
    this.cluster = cluster;
  }

  get id(): string {
    return this.kind;
  }

  abstract row(): Row;
}
