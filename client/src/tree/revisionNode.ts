import type { Markdown } from "../../../shared/src/markdown.ts";
import type { Connection } from "../aws/connection.ts";
import { nameOfArn } from "../model/arn.ts";
import { factSheet } from "../model/markdown.ts";
import type { Session } from "../account/session.ts";
import type { Row, TreeNode } from "./node.ts";

export class RevisionNode implements TreeNode {
  readonly kind = "revision";
  readonly id: string;
  readonly arn: string;
  readonly name: string;
  readonly session: Session;
  readonly #status: "active" | "inactive";

  constructor(session: Session, arn: string, status: "active" | "inactive") {
    this.session = session;
    this.arn = this.id = arn;
    this.name = nameOfArn(arn);
    this.#status = status;
  }

  get connection(): Connection {
    return this.session.connection;
  }

  get url(): string | undefined {
    return this.connection.consolePage(this.arn);
  }

  row(): Row {
    return {
      label: this.name,
      ...(this.#status === "inactive" ? { description: "inactive" } : {}),
      icon: { id: this.#status === "active" ? "file" : "circle-slash" },
      flags: [this.#status],
      accessible: `Task definition ${this.name}, ${this.#status}`,
    };
  }

  tooltip(): Markdown {
    return factSheet(this.name, [
      ["Status", this.#status],
      ["ARN", this.arn],
    ]);
  }

  async describe(signal: AbortSignal): Promise<object> {
    const { definition } = await this.connection.ecs.taskDefinitionWithTags(this.arn, signal);
    return definition;
  }
}
