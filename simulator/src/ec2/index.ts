import type { Operation } from "../operation.ts";
import { describeNetworkInterfaces } from "./describeNetworkInterfaces.ts";
import { describeSecurityGroups } from "./describeSecurityGroups.ts";
import { describeSubnets } from "./describeSubnets.ts";

export const ec2Operations: readonly Operation[] = [describeNetworkInterfaces, describeSecurityGroups, describeSubnets];
