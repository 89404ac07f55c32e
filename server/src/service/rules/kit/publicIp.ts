import { isFargateProvider } from "../../model/ecsService.ts";
import type { JsonNode } from "../../syntax/jsonNode.ts";
import { type Fix, quickFix, replaceValue } from "./fix.ts";

/** A public address that tasks cannot get. */
export interface PublicIpFault {
  readonly node: JsonNode;
  readonly message: string;
  readonly details: {
    readonly fixes: readonly Fix[];
  };
}

/**
 * The `assignPublicIp` that asks for public addresses where tasks run on instances, of an input that has
 * launchType, capacityProviderStrategy and networkConfiguration at its top.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-networking-awsvpc.html
 */
export function publicIpWithoutFargate(root: JsonNode): PublicIpFault | undefined {
  const node = root.at("networkConfiguration", "awsvpcConfiguration", "assignPublicIp");
  if (node?.string !== "ENABLED") return undefined;
  const where = instancesOf(root);
  if (!where) return undefined;
  return {
    node,
    message: `Only tasks on Fargate can get a public address, and these run ${where}: AWS answers "Assign public IP is not supported for this launch type". Use DISABLED, and a NAT gateway for the way out.`,
    details: {
      fixes: [quickFix("Use DISABLED", replaceValue(node, "DISABLED"))],
    },
  };
}

/** Where tasks run, as the end of "They run …"; undefined where it may be on Fargate. */
function instancesOf(root: JsonNode): string | undefined {
  const type = root.filled("launchType");
  if (type) {
    const isInstance = type.string === "EC2" || type.string === "EXTERNAL";
    return isInstance ? `with launchType ${type.string}` : undefined;
  }
  const strategy = root.get("capacityProviderStrategy")?.items ?? [];
  const names = strategy.map((entry) => entry.get("capacityProvider")?.string);
  const areOwn = names.every((name) => name !== undefined && name !== "" && !isFargateProvider(name));
  return names.length > 0 && areOwn ? `on instances of the capacity provider ${names[0]}` : undefined;
}
