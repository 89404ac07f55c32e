import type { Rule } from "../../rule.ts";
import { advancedConfiguration } from "./advancedConfiguration.ts";
import { dynamicHostPort } from "./dynamicHostPort.ts";
import { loadBalancers } from "./loadBalancers.ts";
import { serviceConnect } from "./serviceConnect.ts";
import { serviceConnectTraffic } from "./serviceConnectTraffic.ts";
import { serviceRegistries } from "./serviceRegistries.ts";

/** Services: how traffic reaches the tasks. */
export const traffic: readonly Rule[] = [
  ...loadBalancers,
  ...advancedConfiguration,
  dynamicHostPort,
  ...serviceRegistries,
  ...serviceConnect,
  ...serviceConnectTraffic,
];
