import { readOnlyMembers } from "../../../../../shared/src/readOnlyMembers.ts";
import type { JsonNode } from "../../syntax/jsonNode.ts";
import { type Edits, type Fix, remove, renameKey, replaceMember, safeFix } from "../kit/fix.ts";

/** Settings of a service that DescribeServices shows in the deployment, not in the service. */
const liftable = ["serviceConnectConfiguration", "volumeConfigurations", "vpcLatticeConfigurations"];

/**
 * The members of a definition that a Describe call reports and that no call takes, in the order of the file.
 */
export function readOnlyMembersOf(root: JsonNode, kind: "taskDefinition" | "service"): readonly JsonNode[] {
  const names: readonly string[] = readOnlyMembers[kind];
  return root.members.filter(({ key }) => names.includes(key!));
}

/** Removes one read-only member; what only it says is kept under the name that the API takes. */
export function removeReadOnly(member: JsonNode): Fix {
  const settings = liftedFrom(member);
  if (isOnlyCluster(member)) return safeFix('Rename to "cluster"', renameKey(member, "cluster"));
  return settings.length === 0
    ? safeFix(`Remove ${member.key}`, remove(member))
    : safeFix(
        `Keep ${settings.map(({ key }) => key).join(" and ")}, remove deployments`,
        replaceMember(member, settings),
      );
}

/** Removes all of them. */
export function removeAllReadOnly(members: readonly JsonNode[]): Edits {
  return members.flatMap((member) => removeReadOnly(member).edits);
}

/** True for the ARN of a cluster that is named nowhere else. */
function isOnlyCluster({ key, parent }: JsonNode): boolean {
  return key === "clusterArn" && !parent?.get("cluster");
}

/** The settings that only the first of the deployments shows. */
function liftedFrom({ key, items, parent }: JsonNode): readonly JsonNode[] {
  if (key !== "deployments") return [];
  return (
    items[0]?.members.filter((member) => liftable.includes(member.key!) && !parent?.get(member.key!)) ?? []
  );
}
