import type { Rule } from "../../rule.ts";
import { ebsLimits } from "./ebsLimits.ts";
import { ebsTags } from "./ebsTags.ts";
import { ebsVolumes } from "./ebsVolumes.ts";

/** Services: volumes that are configured at launch. */
export const serviceVolumes: readonly Rule[] = [...ebsVolumes, ...ebsLimits, ebsTags];
