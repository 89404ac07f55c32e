import type { DefaultRoute, NetworkReads, VpcEndpoint } from "../../aws/networkReads.ts";
import type { Task } from "../../aws/types.ts";
import { networkDetail } from "../../model/taskState.ts";
import type { Check } from "./check.ts";

/** What of the network between a task and Session Manager is known. */
export interface Surroundings {
  readonly subnet: string;
  readonly vpc: string;
  readonly publicAddress: string | undefined;
  /** The VPC's endpoints of ssmmessages. */
  readonly endpoints: readonly VpcEndpoint[];
  readonly route: DefaultRoute;
  /** The VPC is another account's, so that its endpoints are not shown. */
  readonly isShared: boolean;
}

/** Reads where a task stands, in three calls; undefined for one that has no network interface of its own. */
export async function surroundingsOf(
  network: Pick<NetworkReads, "defaultRoute" | "networkInterface" | "vpcEndpoints">,
  task: Task,
): Promise<Surroundings | undefined> {
  const id = networkDetail(task, "networkInterfaceId");
  if (id === undefined) return undefined;
  const { subnet, vpc, owner, publicAddress } = await network.networkInterface(id);
  if (subnet === undefined || vpc === undefined) return undefined;
  const [endpoints, route] = await Promise.all([
    network.vpcEndpoints(vpc, "ssmmessages"),
    network.defaultRoute(vpc, subnet),
  ]);
  return { subnet, vpc, publicAddress, endpoints, route, isShared: route.vpcOwner !== owner };
}

/**
 * Whether the agent reaches Session Manager: through an endpoint of the VPC, or out of it.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html
 */
export function wayToSessionManager(surroundings: Surroundings | undefined): Check {
  if (!surroundings)
    return unknown(
      "In a subnet without a way to the internet, the VPC needs an endpoint of ssmmessages. Where the task stands could not be read.",
    );
  const { subnet, publicAddress, endpoints, route, isShared } = surroundings;
  const { gateway, isBlackhole } = route;
  const endpoint = endpoints.find(isUsable);
  if (endpoint)
    return met(
      `The VPC has the endpoint ${endpoint.id} of ssmmessages. Its security group must let the task in at port 443.`,
    );
  const without = withoutEndpoint(surroundings);
  const missing = (words: string): Check => ({
    state: isShared ? "unknown" : "missing",
    words: `${words}, and ${without}.`,
  });
  if (gateway === undefined) return missing(`The subnet ${subnet} has no route to the internet`);
  if (isBlackhole)
    return missing(`The route of the subnet ${subnet} to the internet leads to ${gateway}, which is gone`);
  if (gateway.startsWith("nat-"))
    return met(`The subnet ${subnet} leads to the internet through the NAT gateway ${gateway}.`);
  if (!gateway.startsWith("igw-"))
    return unknown(
      `The subnet ${subnet} sends what is for the internet to ${gateway}, which must lead there, as ${without}.`,
    );
  if (publicAddress === undefined)
    return missing(
      `The subnet ${subnet} leads to the internet through ${gateway}, but the task has no public address`,
    );
  return met(
    `The task has a public address, and its subnet ${subnet} leads to the internet through ${gateway}.`,
  );
}

const isUsable = ({ state, privateDns }: VpcEndpoint): boolean => state === "available" && privateDns;

function withoutEndpoint({ vpc, endpoints: [found], isShared }: Surroundings): string {
  if (isShared)
    return `whether ${vpc}, which another account shares, has an endpoint of ssmmessages is not shown`;
  if (!found) return `${vpc} has no endpoint of ssmmessages`;
  return `the endpoint ${found.id} of ssmmessages ${found.state === "available" ? "has private DNS off" : `is ${found.state}`}`;
}

const met = (words: string): Check => ({ state: "met", words });
const unknown = (words: string): Check => ({ state: "unknown", words });
