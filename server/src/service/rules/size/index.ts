import type { Rule } from "../rule.ts";
import { fargateCpuMemory } from "./fargateCpuMemory.ts";

/** Task size and launch type. */
export const size: readonly Rule[] = [fargateCpuMemory];
