import type { Rule } from "../../rule.ts";
import { capabilityAddAndDrop } from "./capabilityAddAndDrop.ts";
import { initProcess } from "./initProcess.ts";
import { kernelSettings } from "./kernelSettings.ts";
import { swappinessWithoutMaxSwap } from "./swappinessWithoutMaxSwap.ts";
import { ulimits } from "./ulimits.ts";

/** Linux parameters, limits and kernel settings. */
export const linux: readonly Rule[] = [
  capabilityAddAndDrop,
  swappinessWithoutMaxSwap,
  ...ulimits,
  ...kernelSettings,
  initProcess,
];
