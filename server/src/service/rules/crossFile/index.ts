import type { Rule } from "../rule.ts";
import { executeCommand } from "./executeCommand.ts";
import { externalInstances } from "./externalInstances.ts";
import { fargateFitness } from "./fargateFitness.ts";
import { launchTypes } from "./launchTypes.ts";
import { loadBalancerTargets } from "./loadBalancerTargets.ts";
import { networkModes } from "./networkModes.ts";
import { platformFeatures } from "./platformFeatures.ts";
import { portNames } from "./portNames.ts";
import { registryTargets } from "./registryTargets.ts";
import { serviceConnectMemory } from "./serviceConnectMemory.ts";
import { startPeriod } from "./startPeriod.ts";
import { staticHostPorts } from "./staticHostPorts.ts";
import { taskDefinitionName } from "./taskDefinitionName.ts";
import { volumeNames } from "./volumeNames.ts";

/** Services, against the task definition that they name. */
export const crossFile: readonly Rule[] = [
  ...taskDefinitionName,
  ...networkModes,
  ...loadBalancerTargets,
  ...registryTargets,
  ...portNames,
  ...volumeNames,
  ...launchTypes,
  fargateFitness,
  externalInstances,
  platformFeatures,
  ...executeCommand,
  staticHostPorts,
  serviceConnectMemory,
  startPeriod,
];
