import { listing } from "./listing.ts";

export const describeSecurityGroups = listing({
  name: "DescribeSecurityGroups",
  list: "securityGroupInfo",
  idKey: "GroupId",
  notFound: { code: "InvalidGroup.NotFound", text: (id) => `The security group '${id}' does not exist` },
  all: ({ resources }) => resources.securityGroups,
  idOf: ({ id }) => id,
  filters: { "vpc-id": (_group, { resources }) => resources.vpc, "group-id": ({ id }) => id, "group-name": ({ name }) => name },
  record: ({ id: ownerId, resources }, { id, name }) => ({ groupId: id, groupName: name, groupDescription: name, vpcId: resources.vpc, ownerId, ipPermissions: [], tagSet: [] }),
});
