import { listing } from "./listing.ts";

export const describeSubnets = listing({
  name: "DescribeSubnets",
  list: "subnetSet",
  idKey: "SubnetId",
  notFound: { code: "InvalidSubnetID.NotFound", text: (id) => `The subnet ID '${id}' does not exist` },
  all: ({ resources }) => resources.subnets,
  idOf: ({ id }) => id,
  filters: {
    "vpc-id": ({ vpc }, { resources }) => vpc ?? resources.vpc,
    "subnet-id": ({ id }) => id,
    "availability-zone": ({ zone = "a" }, { region }) => region + zone,
  },
  record: (
    { id: ownerId, region, resources },
    { id, zone = "a", name, public: isPublic = false, vpc = resources.vpc },
  ) => ({
    subnetId: id,
    state: "available",
    vpcId: vpc,
    cidrBlock: `10.0.${resources.subnets.findIndex((subnet) => subnet.id === id) * 16}.0/20`,
    availableIpAddressCount: 4091,
    availabilityZone: region + zone,
    defaultForAz: false,
    mapPublicIpOnLaunch: isPublic,
    ownerId,
    tagSet: name === undefined ? [] : [{ key: "Name", value: name }],
    subnetArn: `arn:aws:ec2:${region}:${ownerId}:subnet/${id}`,
  }),
});
