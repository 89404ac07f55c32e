import type { Connection } from "../aws/connection.ts";
import { nameOfArn } from "../model/arn.ts";
import type { Row, TreeNode } from "./node.ts";

export class RevisionNode implements TreeNode {
  readonly kind = "revision";
  readonly id: string;
  readonly arn: string;
  readonly connection: Connection;

  constructor(connection: Connection, arn: string) {
    this.connection = connection;
    this.arn = this.id = arn;
  }

  row(): Row {
    const name = nameOfArn(this.arn);
    return { label: name, tooltip: this.arn, icon: { id: "file" }, accessible: `Task definition revision ${name}` };
  }
}
