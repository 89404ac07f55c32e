import { listing } from "./listing.ts";

export const describeSecurityGroups = listing({
  name: "DescribeSecurityGroups",
  list: "securityGroupInfo",
  idKey: "GroupId",
  notFound: { code: "InvalidGroup.NotFound", text: (id) => `The security group '${id}' does not exist` },
  all: ({ resources }) => resources.securityGroups,
  idOf: ({ id }) => id,
  filters: {
    "vpc-id": ({ vpc }, { resources }) => vpc ?? resources.vpc,
    "group-id": ({ id }) => id,
    "group-name": ({ name }) => name,
  },
  record: ({ id: ownerId, resources }, { id, name, vpc = resources.vpc }) => ({
    groupId: id,
    groupName: name,
    groupDescription: name,
    vpcId: vpc,
    ownerId,
    ipPermissions: [],
    tagSet: [],
  }),
});
