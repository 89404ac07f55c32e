import { availabilityZone, networkOf, type NetworkInterface } from "../state/identity.ts";
import { isWanted } from "../state/task.ts";
import { listing } from "./listing.ts";
import type { Account } from "../state/types.ts";

interface AttachedInterface extends NetworkInterface {
  readonly zone: string;
}

/** The interfaces of the tasks that run. */
function attachedInterfaces(account: Account): AttachedInterface[] {
  const tasks = [...account.clusters.values()].flatMap(({ tasks: all }) =>
    [...all.values()].filter(isWanted),
  );
  return tasks.flatMap((task) => {
    const network = networkOf(task);
    return network ? [{ ...network, zone: availabilityZone(account, task) }] : [];
  });
}

export const describeNetworkInterfaces = listing({
  name: "DescribeNetworkInterfaces",
  list: "networkInterfaceSet",
  idKey: "NetworkInterfaceId",
  notFound: {
    code: "InvalidNetworkInterfaceID.NotFound",
    text: (id) => `The networkInterface ID '${id}' does not exist`,
  },
  all: attachedInterfaces,
  idOf: ({ id }) => id,
  filters: {
    "network-interface-id": ({ id }) => id,
    "private-ip-address": ({ privateIp }) => privateIp,
    "subnet-id": ({ subnet }) => subnet,
    "vpc-id": (_network, { resources }) => resources.vpc,
  },
  record: ({ id: ownerId, region, resources }, network) => ({
    networkInterfaceId: network.id,
    subnetId: network.subnet,
    vpcId: resources.vpc,
    availabilityZone: network.zone,
    description: `arn:aws:ecs:${region}:${ownerId}:attachment/${network.attachmentId}`,
    ownerId,
    requesterManaged: true,
    status: "in-use",
    macAddress: network.macAddress,
    privateIpAddress: network.privateIp,
    groupSet: network.securityGroups.map((groupId) => ({ groupId, groupName: groupId })),
    interfaceType: "interface",
    ...(network.publicIp !== undefined && {
      association: {
        publicIp: network.publicIp,
        publicDnsName: `ec2-${network.publicIp.replaceAll(".", "-")}.${region}.compute.amazonaws.com`,
        ipOwnerId: "amazon",
      },
    }),
  }),
});
