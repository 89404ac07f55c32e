import type { Account } from "../state/account.ts";
import { isWanted, type Task } from "../state/task.ts";
import { listing } from "./listing.ts";

const tasksWithNetwork = (account: Account): Task[] =>
  [...account.clusters.values()].flatMap(({ tasks }) => [...tasks.values()].filter((task) => task.network && isWanted(task)));

/** The interfaces of the tasks that run. */
export const describeNetworkInterfaces = listing({
  name: "DescribeNetworkInterfaces",
  list: "networkInterfaceSet",
  idKey: "NetworkInterfaceId",
  notFound: { code: "InvalidNetworkInterfaceID.NotFound", text: (id) => `The networkInterface ID '${id}' does not exist` },
  all: tasksWithNetwork,
  idOf: ({ network }) => network?.id ?? "",
  filters: {
    "network-interface-id": ({ network }) => network?.id,
    "private-ip-address": ({ network }) => network?.privateIp,
    "subnet-id": ({ network }) => network?.subnet,
    "vpc-id": (_task, { resources }) => resources.vpc,
  },
  record: ({ id: ownerId, region, resources }, { network, record }) => ({
    networkInterfaceId: network?.id,
    subnetId: network?.subnet,
    vpcId: resources.vpc,
    availabilityZone: record.availabilityZone,
    description: `arn:aws:ecs:${region}:${ownerId}:attachment/${network?.attachmentId ?? ""}`,
    ownerId,
    requesterManaged: true,
    status: "in-use",
    macAddress: network?.macAddress,
    privateIpAddress: network?.privateIp,
    groupSet: network?.securityGroups.map((groupId) => ({ groupId, groupName: groupId })),
    interfaceType: "interface",
    ...(network?.publicIp !== undefined && {
      association: { publicIp: network.publicIp, publicDnsName: `ec2-${network.publicIp.replaceAll(".", "-")}.${region}.compute.amazonaws.com`, ipOwnerId: "amazon" },
    }),
  }),
});
