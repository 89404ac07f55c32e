import type { Subnet } from "../state/resources.ts";
import { listing } from "./listing.ts";
import type { Account } from "../state/types.ts";

interface RouteTable {
  readonly id: string;
  readonly vpc: string;
  /** Undefined for the main table of the VPC. */
  readonly subnet: Subnet | undefined;
}

/** One for each subnet, and the main one of each VPC, which has no way out. */
function routeTables({ resources }: Account): readonly RouteTable[] {
  const ofSubnets = resources.subnets.map((subnet) => ({
    id: subnet.id.replace("subnet-", "rtb-"),
    vpc: subnet.vpc ?? resources.vpc,
    subnet,
  }));
  const vpcs = [...new Set([resources.vpc, ...ofSubnets.map(({ vpc }) => vpc)])];
  return [...vpcs.map((vpc) => ({ id: vpc.replace("vpc-", "rtb-"), vpc, subnet: undefined })), ...ofSubnets];
}

const local = {
  destinationCidrBlock: "10.0.0.0/16",
  gatewayId: "local",
  state: "active",
  origin: "CreateRouteTable",
};

/** The route to everywhere else, where the subnet has one. */
function wayOut({ subnet, vpc }: RouteTable): readonly object[] {
  if (!subnet || subnet.isolated) return [];
  const gateway = subnet.public
    ? { gatewayId: vpc.replace("vpc-", "igw-") }
    : { natGatewayId: subnet.id.replace("subnet-", "nat-") };
  return [{ destinationCidrBlock: "0.0.0.0/0", ...gateway, state: "active", origin: "CreateRoute" }];
}

export const describeRouteTables = listing({
  name: "DescribeRouteTables",
  list: "routeTableSet",
  idKey: "RouteTableId",
  notFound: {
    code: "InvalidRouteTableID.NotFound",
    text: (id) => `The routeTable ID '${id}' does not exist`,
  },
  all: routeTables,
  idOf: ({ id }) => id,
  filters: {
    "vpc-id": ({ vpc }) => vpc,
    "route-table-id": ({ id }) => id,
    "association.subnet-id": ({ subnet }) => subnet?.id,
  },
  record: ({ id: ownerId }, table) => ({
    routeTableId: table.id,
    vpcId: table.vpc,
    ownerId,
    associationSet: [
      {
        routeTableAssociationId: table.id.replace("rtb-", "rtbassoc-"),
        routeTableId: table.id,
        main: !table.subnet,
        subnetId: table.subnet?.id,
        associationState: { state: "associated" },
      },
    ],
    routeSet: [local, ...wayOut(table)],
    tagSet: [],
  }),
});
