import type { Operation } from "../protocol/operation.ts";
import { describeNetworkInterfaces } from "./describeNetworkInterfaces.ts";
import { describeRouteTables } from "./describeRouteTables.ts";
import { describeSecurityGroups } from "./describeSecurityGroups.ts";
import { describeSubnets } from "./describeSubnets.ts";
import { describeVpcEndpoints } from "./describeVpcEndpoints.ts";

export const ec2Operations: readonly Operation[] = [
  describeNetworkInterfaces,
  describeRouteTables,
  describeSecurityGroups,
  describeSubnets,
  describeVpcEndpoints,
];
