import {
  fargatePrices,
  hoursPerMonth,
  includedStorageGiB,
  storagePricePerGiB,
} from "../data/fargatePrices.ts";
import { fargateSizes, fargateWindowsSizes } from "../data/fargateSizes.ts";
import type { TaskDefinition } from "./taskDefinition.ts";

export interface FargateCost {
  /** US dollars for one task that runs an hour. */
  readonly perHour: number;
  /** US dollars for one task that runs all month. */
  readonly perMonth: number;
  /** The platform that the price is for: `Linux/X86`. */
  readonly platform: string;
}

/**
 * What one task costs on Fargate at list prices; undefined where it does not run there, or its size is not
 * known or not one of Fargate.
 */
export function fargateCost(task: TaskDefinition): FargateCost | undefined {
  const { cpuUnits, mebibytes } = task;
  if (!task.isFargate || cpuUnits === undefined || mebibytes === undefined) return undefined;
  const sizes = task.isWindows ? fargateWindowsSizes : fargateSizes;
  if (!sizes.get(cpuUnits)?.includes(mebibytes)) return undefined;
  const [platform, price] = priceOf(task);
  const storage = task.root.at("ephemeralStorage", "sizeInGiB")?.number ?? includedStorageGiB;
  const perHour =
    (cpuUnits / 1024) * price.perVcpu +
    (mebibytes / 1024) * price.perGiB +
    Math.max(storage - includedStorageGiB, 0) * storagePricePerGiB;
  return { perHour, perMonth: perHour * hoursPerMonth, platform };
}

function priceOf(task: TaskDefinition): [string, (typeof fargatePrices)["windows"]] {
  if (task.isWindows) return ["Windows", fargatePrices.windows];
  const isArm = task.root.at("runtimePlatform", "cpuArchitecture")?.string === "ARM64";
  return isArm ? ["Linux/ARM", fargatePrices.linuxArm] : ["Linux/X86", fargatePrices.linuxX86];
}
