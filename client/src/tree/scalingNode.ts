import { defined } from "../../../shared/src/defined.ts";
import type { ScalableTarget, ScalingPolicy, Service } from "../aws/types.ts";
import { nameOfArn } from "../model/arn.ts";
import { factSheet } from "../model/markdown.ts";
import { Heading } from "./heading.ts";
import { MessageNode } from "./messageNode.ts";
import type { Asking, Row, TreeNode } from "./node.ts";
import { RowNode } from "./rowNode.ts";

/** Application Auto Scaling of a service: its bounds and policies. */
export class ScalingNode extends Heading<Service> {
  readonly kind = "scaling";
  readonly doing = "read auto scaling";

  row(): Row {
    return { label: "Auto scaling", icon: { id: "graph-line" }, accessible: "Auto scaling" };
  }

  async load({ signal }: Asking): Promise<readonly TreeNode[]> {
    const { clusterArn = "", serviceName = "" } = this.owner;
    const { target, policies } = await this.session.connection.scaling.scaling(
      nameOfArn(clusterArn),
      serviceName,
      signal,
    );
    if (!target) return [new MessageNode("Not scaled automatically.")];
    return [targetRow(target), ...policies.map(policyRow)];
  }
}

function targetRow({
  MinCapacity = 0,
  MaxCapacity = 0,
  SuspendedState,
  ScalableTargetARN,
}: ScalableTarget): RowNode {
  const suspended = [
    SuspendedState?.DynamicScalingInSuspended && "scaling in",
    SuspendedState?.DynamicScalingOutSuspended && "scaling out",
  ].filter(Boolean);
  const words = [
    `${MinCapacity} to ${MaxCapacity} tasks`,
    suspended.length > 0 && `${suspended.join(" and ")} suspended`,
  ]
    .filter(Boolean)
    .join(" · ");
  return new RowNode({
    kind: "scalable-target",
    id: "target",
    ...defined({ arn: ScalableTargetARN }),
    label: "Bounds",
    description: words,
    icon: { id: "arrow-both" },
    accessible: `Bounds: ${words}`,
  });
}

function policyRow({
  PolicyName = "",
  PolicyType,
  PolicyARN = "",
  TargetTrackingScalingPolicyConfiguration: tracking,
}: ScalingPolicy): RowNode {
  const metric =
    tracking?.PredefinedMetricSpecification?.PredefinedMetricType ??
    tracking?.CustomizedMetricSpecification?.MetricName;
  const goal = tracking ? `${metric ?? "a metric"} at ${tracking.TargetValue}` : "";
  const kind = (PolicyType ?? "").replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
  const words = [kind, goal].filter(Boolean).join(" · ");
  return new RowNode({
    kind: "scaling-policy",
    id: PolicyARN || PolicyName,
    arn: PolicyARN,
    label: PolicyName,
    description: words,
    tooltip: factSheet(PolicyName, [
      ["Type", PolicyType],
      ["Target", goal],
      ["Cooldown in", tracking?.ScaleInCooldown],
      ["Cooldown out", tracking?.ScaleOutCooldown],
      ["ARN", PolicyARN],
    ]),
    icon: { id: "graph-line" },
    accessible: `Scaling policy ${PolicyName}, ${words}`,
  });
}
