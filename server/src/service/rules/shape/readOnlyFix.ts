import { readOnlyMembers } from "../../../../../shared/src/readOnlyMembers.ts";
import type { JsonNode } from "../../syntax/jsonNode.ts";
import { combine, type Fix, lineIndent, reindented, remove, removeAll, renameKey } from "../kit/fix.ts";

/** Settings of a service that DescribeServices shows in the deployment, not in the service. */
const liftable = ["serviceConnectConfiguration", "volumeConfigurations", "vpcLatticeConfigurations"];

/** The members of a definition that a Describe call reports and that no call takes, in the order of the file. */
export function readOnlyMembersOf(root: JsonNode, kind: "taskDefinition" | "service"): readonly JsonNode[] {
  const names: readonly string[] = readOnlyMembers[kind];
  return root.members.filter(({ key }) => names.includes(key!));
}

/** Removes one read-only member; what only it says is kept under the name that the API takes. */
export function removeReadOnly(member: JsonNode): Fix {
  const fix = keep(member) ?? remove(`Remove ${member.key}`, member);
  return { ...fix, isSafe: true };
}

/** Removes all of them. */
export function removeAllReadOnly(members: readonly JsonNode[]): Fix {
  const kept = members.filter((member) => keep(member));
  const dropped = members.filter((member) => !kept.includes(member));
  const fixes = [removeAll("", dropped), ...kept.flatMap((member) => keep(member) ?? [])];
  return { ...combine("Remove all read-only members", fixes), isSafe: true };
}

/** For members whose content would get lost. */
function keep(member: JsonNode): Fix | undefined {
  if (member.key === "clusterArn" && !member.parent?.get("cluster"))
    return renameKey('Rename to "cluster"', member, "cluster");
  return member.key === "deployments" ? lift(member) : undefined;
}

/** Puts the settings that stand in the first deployment in its place. */
function lift(deployments: JsonNode): Fix | undefined {
  const settings =
    deployments.items[0]?.members.filter(
      ({ key }) => liftable.includes(key!) && !deployments.parent?.get(key!),
    ) ?? [];
  const { keySpan } = deployments;
  if (settings.length === 0 || !keySpan) return undefined;
  const indent = lineIndent({ source: deployments.source, offset: keySpan.offset });
  const text = settings
    .map((setting) => `${JSON.stringify(setting.key)}: ${reindented(setting, indent)}`)
    .join(`,\n${indent}`);
  const end = deployments.offset + deployments.length;
  return {
    title: `Keep ${settings.map(({ key }) => key).join(" and ")}, remove deployments`,
    edits: [{ offset: keySpan.offset, length: end - keySpan.offset, text }],
  };
}
