import type { CapacityProvider, Cluster } from "../aws/types.ts";
import { factSheet } from "../model/markdown.ts";
import { counted } from "../model/words.ts";
import { Heading } from "./heading.ts";
import { MessageNode } from "./messageNode.ts";
import type { Asking, Row, TreeNode } from "./node.ts";
import { RowNode } from "./rowNode.ts";

export class CapacityProvidersNode extends Heading<Cluster> {
  readonly kind = "capacity-providers";
  readonly doing = "describe capacity providers";

  row(): Row {
    const names = this.owner.capacityProviders ?? [];
    return {
      label: "Capacity providers",
      description: names.join(", ") || "none",
      icon: { id: "chip" },
      accessible: `${counted(names.length, "capacity provider")} ${names.join(", ")}`,
    };
  }

  async load({ signal }: Asking): Promise<readonly TreeNode[]> {
    const names = this.owner.capacityProviders ?? [];
    if (names.length === 0) return [new MessageNode("None. Services of this cluster name a launch type.")];
    const providers = await this.session.connection.capacity.capacityProviders(names, signal);
    return providers.map((provider) => this.#provider(provider));
  }

  #provider({
    name = "",
    status,
    autoScalingGroupProvider,
    capacityProviderArn = "",
  }: CapacityProvider): RowNode {
    const strategy = this.owner.defaultCapacityProviderStrategy?.find(
      ({ capacityProvider }) => capacityProvider === name,
    );
    const share = strategy ? `default, base ${strategy.base ?? 0}, weight ${strategy.weight ?? 0}` : "";
    const scaling = autoScalingGroupProvider?.managedScaling;
    const managed =
      scaling?.status === "ENABLED" ? `managed scaling at ${scaling.targetCapacity ?? 100} %` : "";
    const words = [status?.toLowerCase() ?? "", share, managed].filter(Boolean);
    return new RowNode({
      kind: "capacity-provider",
      id: name,
      arn: capacityProviderArn,
      label: name,
      description: words.join(" · "),
      tooltip: factSheet(name, [
        ["Status", status],
        ["Auto Scaling group", autoScalingGroupProvider?.autoScalingGroupArn],
        ["ARN", capacityProviderArn],
      ]),
      icon: { id: "chip" },
      accessible: `Capacity provider ${name}, ${words.join(", ")}`,
    });
  }
}
