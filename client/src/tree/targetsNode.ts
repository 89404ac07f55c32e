import { defined } from "../../../shared/src/defined.ts";
import { md } from "../../../shared/src/markdown.ts";
import type { Service, TargetHealthDescription } from "../aws/types.ts";
import { targetGroupName, targetWords } from "../model/targets.ts";
import { Heading } from "./heading.ts";
import { MessageNode } from "./messageNode.ts";
import type { Asking, Row, TreeNode } from "./node.ts";
import { RowNode } from "./rowNode.ts";

/** The targets that a service registered with its load balancers, and their health. */
export class TargetsNode extends Heading<Service> {
  readonly kind = "targets";
  readonly doing = "read target health";
  readonly pace = "slow";

  row(): Row {
    const groups = this.#groups().map(targetGroupName).join(", ");
    return {
      label: "Targets",
      description: groups,
      icon: { id: "pulse" },
      accessible: `Targets of ${groups}`,
    };
  }

  async load({ signal }: Asking): Promise<readonly TreeNode[]> {
    const { connection } = this.session;
    const rows = await Promise.all(
      this.#groups().map(async (arn) =>
        (await connection.targets.health(arn, signal)).map((health) =>
          targetRow(connection.consolePage(arn), arn, health),
        ),
      ),
    );
    return rows.flat().length > 0 ? rows.flat() : [new MessageNode("No targets are registered.")];
  }

  #groups(): readonly string[] {
    return (this.owner.loadBalancers ?? []).flatMap(({ targetGroupArn }) => targetGroupArn ?? []);
  }
}

function targetRow(
  url: string | undefined,
  group: string,
  { Target, TargetHealth }: TargetHealthDescription,
): RowNode {
  const label = `${Target?.Id ?? ""}:${Target?.Port ?? ""}`;
  const words = targetWords(TargetHealth);
  const isHealthy = TargetHealth?.State === "healthy";
  return new RowNode({
    kind: "target",
    id: `${group} ${label}`,
    arn: group,
    ...defined({ url }),
    label,
    description: `${words} · ${targetGroupName(group)}`,
    ...(TargetHealth?.Description === undefined ? {} : { tooltip: md`${TargetHealth.Description}` }),
    icon: isHealthy
      ? { id: "pass", color: "testing.iconPassed" }
      : { id: "warning", color: "list.warningForeground" },
    accessible: `Target ${label} of ${targetGroupName(group)}, ${words}`,
  });
}
