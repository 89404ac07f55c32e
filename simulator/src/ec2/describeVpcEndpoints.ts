import type { VpcEndpoint } from "../state/resources.ts";
import { listing } from "./listing.ts";
import type { Account } from "../state/types.ts";

const serviceName = ({ service }: VpcEndpoint, { region }: Account): string =>
  `com.amazonaws.${region}.${service}`;

export const describeVpcEndpoints = listing({
  name: "DescribeVpcEndpoints",
  list: "vpcEndpointSet",
  idKey: "VpcEndpointId",
  notFound: {
    code: "InvalidVpcEndpointId.NotFound",
    text: (id) => `The Vpc Endpoint Id '${id}' does not exist`,
  },
  all: ({ resources }) => resources.vpcEndpoints,
  idOf: ({ id }) => id,
  filters: {
    "vpc-id": ({ vpc }, { resources }) => vpc ?? resources.vpc,
    "vpc-endpoint-id": ({ id }) => id,
    "service-name": serviceName,
  },
  record: (account, endpoint) => ({
    vpcEndpointId: endpoint.id,
    vpcEndpointType: "Interface",
    vpcId: endpoint.vpc ?? account.resources.vpc,
    serviceName: serviceName(endpoint, account),
    state: "available",
    privateDnsEnabled: endpoint.privateDns ?? true,
    ownerId: account.id,
  }),
});
