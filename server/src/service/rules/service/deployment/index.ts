import type { Rule } from "../../rule.ts";
import { circuitBreaker } from "./circuitBreaker.ts";
import { codeDeploy } from "./codeDeploy.ts";
import { deploymentAlarms } from "./deploymentAlarms.ts";
import { deploymentPercentages } from "./deploymentPercentages.ts";
import { deploymentStrategy } from "./deploymentStrategy.ts";
import { earlySuccess } from "./earlySuccess.ts";
import { forceNewDeployment } from "./forceNewDeployment.ts";
import { gracePeriod } from "./gracePeriod.ts";
import { lifecycleHooks } from "./lifecycleHooks.ts";
import { stepStrategies } from "./stepStrategies.ts";
import { zoneRebalancing } from "./zoneRebalancing.ts";

/** Services: how a deployment replaces tasks. */
export const deployment: readonly Rule[] = [
  ...deploymentPercentages,
  ...codeDeploy,
  ...circuitBreaker,
  ...deploymentAlarms,
  ...deploymentStrategy,
  ...stepStrategies,
  ...lifecycleHooks,
  earlySuccess,
  ...gracePeriod,
  ...zoneRebalancing,
  ...forceNewDeployment,
];
