import type { EC2Client, Route, RouteTable } from "@aws-sdk/client-ec2";
import type { Calls } from "./calls.ts";
import type { Clients } from "./clients.ts";
import { allPages } from "./paging.ts";

/** The part of a network interface that rows show. */
export interface NetworkInterface {
  readonly publicAddress: string | undefined;
  readonly subnet: string | undefined;
  readonly vpc: string | undefined;
  /** The account that it belongs to. */
  readonly owner: string | undefined;
  readonly securityGroups: readonly string[];
}

/** An interface endpoint of a VPC. */
export interface VpcEndpoint {
  readonly id: string;
  readonly state: string;
  /** Whether the service's own host name leads to it. */
  readonly privateDns: boolean;
}

/** Where a subnet sends what is for the internet. */
export interface DefaultRoute {
  /** The gateway's id, such as "igw-…" or "nat-…"; undefined where there is no route. */
  readonly gateway: string | undefined;
  /** Whether that gateway is gone. */
  readonly isBlackhole: boolean;
  /** The account of the VPC, which others may share it with. */
  readonly vpcOwner: string | undefined;
}

/** Reads the network interfaces of tasks, which keep theirs for life, so each is read once. */
export class NetworkReads {
  readonly #clients: Clients;
  readonly #calls: Calls;
  readonly #known = new Map<string, NetworkInterface>();

  constructor(clients: Clients, calls: Calls) {
    this.#clients = clients;
    this.#calls = calls;
  }

  async networkInterface(id: string, signal?: AbortSignal): Promise<NetworkInterface> {
    const known = this.#known.get(id);
    if (known) return known;
    const { DescribeNetworkInterfacesCommand } = await import("@aws-sdk/client-ec2");
    const client = await this.#ec2();
    const input = { NetworkInterfaceIds: [id] };
    const { NetworkInterfaces: [found] = [] } = await this.#calls.read(
      "DescribeNetworkInterfaces",
      input,
      (abortSignal) => client.send(new DescribeNetworkInterfacesCommand(input), { abortSignal }),
      signal,
    );
    const networkInterface = {
      publicAddress: found?.Association?.PublicIp,
      subnet: found?.SubnetId,
      vpc: found?.VpcId,
      owner: found?.OwnerId,
      securityGroups: (found?.Groups ?? []).flatMap(({ GroupId }) => GroupId ?? []),
    };
    this.#known.set(id, networkInterface);
    return networkInterface;
  }

  /** The endpoints that a VPC has of a service of AWS, such as "ssmmessages". */
  async vpcEndpoints(vpc: string, service: string): Promise<readonly VpcEndpoint[]> {
    const { DescribeVpcEndpointsCommand } = await import("@aws-sdk/client-ec2");
    const client = await this.#ec2();
    const found = await allPages(async (NextToken) => {
      const input = { Filters: [{ Name: "vpc-id", Values: [vpc] }], NextToken };
      const page = await this.#calls.read("DescribeVpcEndpoints", input, (abortSignal) =>
        client.send(new DescribeVpcEndpointsCommand(input), { abortSignal }),
      );
      return { items: page.VpcEndpoints, nextToken: page.NextToken };
    });
    return found.flatMap(
      ({
        VpcEndpointId: id = "",
        ServiceName = "",
        State: state = "",
        PrivateDnsEnabled: privateDns = false,
      }) => (ServiceName.endsWith(`.${service}`) ? [{ id, state, privateDns }] : []),
    );
  }

  /** The route of a subnet for all addresses of IPv4. Fails where its route table may not be seen. */
  async defaultRoute(vpc: string, subnet: string): Promise<DefaultRoute> {
    const { DescribeRouteTablesCommand } = await import("@aws-sdk/client-ec2");
    const client = await this.#ec2();
    const tables = await allPages(async (NextToken) => {
      const input = { Filters: [{ Name: "vpc-id", Values: [vpc] }], NextToken };
      const page = await this.#calls.read("DescribeRouteTables", input, (abortSignal) =>
        client.send(new DescribeRouteTablesCommand(input), { abortSignal }),
      );
      return { items: page.RouteTables, nextToken: page.NextToken };
    });
    const { Routes = [], OwnerId: vpcOwner } = tableOf(tables, subnet);
    const {
      GatewayId,
      NatGatewayId,
      TransitGatewayId,
      NetworkInterfaceId,
      VpcPeeringConnectionId,
      State,
    }: Route = Routes.find(({ DestinationCidrBlock }) => DestinationCidrBlock === "0.0.0.0/0") ?? {};
    return {
      gateway: GatewayId ?? NatGatewayId ?? TransitGatewayId ?? NetworkInterfaceId ?? VpcPeeringConnectionId,
      isBlackhole: State === "blackhole",
      vpcOwner,
    };
  }

  async #ec2(): Promise<EC2Client> {
    const { EC2Client } = await import("@aws-sdk/client-ec2");
    return this.#clients.of(EC2Client, "EC2");
  }
}

/** https://docs.aws.amazon.com/vpc/latest/userguide/subnet-route-tables.html */
function tableOf(tables: readonly RouteTable[], subnet: string): RouteTable {
  const own = tables.find(({ Associations = [] }) =>
    Associations.some(({ SubnetId }) => SubnetId === subnet),
  );
  const table = own ?? tables.find(({ Associations = [] }) => Associations.some(({ Main }) => Main));
  if (!table) throw new Error(`EC2 shows no route table of the subnet ${subnet}`);
  return table;
}
