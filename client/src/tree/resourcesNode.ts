import type { Service } from "../aws/types.ts";
import { defined } from "../../../shared/src/defined.ts";
import type { Connection } from "../aws/connection.ts";

import { relatedResources, type Resource } from "../model/relatedResources.ts";
import { Heading } from "./heading.ts";
import type { Asking, Row, TreeNode } from "./node.ts";
import { RowNode } from "./rowNode.ts";

/** What a service refers to in other services of AWS, each with its page in the console. */
export class ResourcesNode extends Heading<Service> {
  readonly kind = "resources";
  readonly doing = "read the task definition";

  row(): Row {
    return {
      label: "Resources",
      icon: { id: "references" },
      accessible: "Related resources: roles, log groups, network, images",
    };
  }

  async load({ signal }: Asking): Promise<readonly TreeNode[]> {
    const { connection } = this.session;
    const definition = await connection.ecs.taskDefinition(this.owner.taskDefinition ?? "", signal);
    return relatedResources(this.owner, definition, connection.target.region).map((resource) =>
      resourceRow(connection, resource),
    );
  }
}

function resourceRow(connection: Connection, { what, name, arn }: Resource): RowNode {
  const url = arn === undefined ? undefined : connection.consolePage(arn);
  return new RowNode({
    kind: "resource",
    id: `${what} ${name}`,
    ...defined({ arn, url }),
    label: name,
    description: what,
    icon: { id: "link" },
    accessible: `${what} ${name}`,
  });
}
