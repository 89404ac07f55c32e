import type { JsonNode } from "../../../syntax/jsonNode.ts";
import { appendItem, type Fix, insertMember, quickFix, remove, safeFix, wrap } from "../../kit/fix.ts";
import { networkStandIn } from "../../kit/networkStandIn.ts";
import { keyPlace } from "../../kit/place.ts";
import { serviceFaults } from "../../kit/serviceFault.ts";

const lists = [
  { key: "subnets", prefix: "subnet-", name: "subnet" },
  { key: "securityGroups", prefix: "sg-", name: "security group" },
] as const;

/** The list whose ids these are. */
function listFor(id: string | undefined): (typeof lists)[number] | undefined {
  return lists.find(({ prefix }) => id?.startsWith(prefix));
}

const wrappedMembers = ["subnets", "securityGroups", "assignPublicIp"];

/** Subnets and security groups of the tasks. */
export const awsvpcConfiguration = serviceFaults([
  {
    id: "network-ids-swapped",
    summary: "Subnet ids stand in subnets, security group ids in securityGroups.",
    severity: "error",
    fix: "move the id to the right list",
    find: ({ awsvpcConfiguration: network }) =>
      lists.flatMap(({ key }) =>
        (network?.get(key)?.items ?? []).filter(({ string }) => (listFor(string)?.key ?? key) !== key),
      ),
    message: ({ string, parent }) =>
      `"${string}" is the id of a ${listFor(string)!.name}, but it stands in ${parent!.key}. Move it to ${listFor(string)!.key}.`,
    fixes: (id) => [moved(id)],
  },
  {
    id: "network-configuration-shape",
    summary: "Subnets and security groups stand inside awsvpcConfiguration.",
    severity: "error",
    fix: "wrap them in awsvpcConfiguration",
    find: ({ root }) => {
      const network = root.get("networkConfiguration");
      if (!network || network.get("awsvpcConfiguration")) return undefined;
      return wrappedMembers.map((key) => network.filled(key)).find((member) => member !== undefined);
    },
    place: keyPlace,
    message: ({ key }) =>
      `${key} stands in networkConfiguration itself, where AWS does not know it. Put it inside awsvpcConfiguration.`,
    fixes: ({ parent }) => [safeFix("Wrap in awsvpcConfiguration", wrap(parent!, "awsvpcConfiguration"))],
  },
  {
    id: "network-configuration-fargate",
    summary: "A service on Fargate needs an awsvpcConfiguration.",
    severity: "error",
    fix: "insert networkConfiguration",
    // Where the task definition is known and says awsvpc, network-configuration-required speaks.
    when: ({ isFargate, isWhole, controller, root }, { task }) =>
      isFargate &&
      isWhole &&
      controller !== undefined &&
      controller !== "EXTERNAL" &&
      !task?.isAwsvpc &&
      !wrappedMembers.some((key) => root.at("networkConfiguration", key)),
    find: ({ awsvpcConfiguration: network, capacityChoice }) => (network ? undefined : capacityChoice),
    message: () =>
      'Tasks on Fargate have a network interface of their own, but the service has no networkConfiguration.awsvpcConfiguration: AWS answers "Network Configuration must be provided". Add it, with the subnets.',
    fixes: (_, { root }) => [
      quickFix("Add networkConfiguration", insertMember(root, "networkConfiguration", networkStandIn)),
    ],
  },
]);

function moved(id: JsonNode): Fix {
  const { key } = listFor(id.string)!;
  const network = id.parent!.parent!;
  const list = network.get(key);
  const addition =
    list?.type === "array" ? appendItem(list, id.string) : insertMember(network, key, [id.string]);
  return quickFix(`Move to ${key}`, remove(id), addition);
}
