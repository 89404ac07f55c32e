import type { Rule } from "../../rule.ts";
import { ephemeralStorage } from "./ephemeralStorage.ts";
import { fargateCpuMemory } from "./fargateCpuMemory.ts";
import { fargateCpuValue } from "./fargateCpuValue.ts";
import { fargateNetworkMode } from "./fargateNetworkMode.ts";
import { fargateSizeRequired } from "./fargateSizeRequired.ts";
import { fargateWindowsSize } from "./fargateWindowsSize.ts";
import { launchTypeRefusals } from "./launchTypeRefusals.ts";
import { sayFargate } from "./sayFargate.ts";
import { taskCpuRange } from "./taskCpuRange.ts";
import { taskSizeSpelling } from "./taskSizeSpelling.ts";
import { windowsRefusals } from "./windowsRefusals.ts";
import { windowsTaskSize } from "./windowsTaskSize.ts";

/** Launch type, platform and task size. */
export const size: readonly Rule[] = [
  fargateNetworkMode,
  fargateSizeRequired,
  fargateCpuValue,
  fargateCpuMemory,
  fargateWindowsSize,
  ...taskSizeSpelling,
  taskCpuRange,
  windowsTaskSize,
  ...launchTypeRefusals,
  ...windowsRefusals,
  ...ephemeralStorage,
  sayFargate,
];
