import type { Rule } from "../../rule.ts";
import { servicePlacement } from "./servicePlacement.ts";

/** Services: placement constraints and strategies. */
export const placement: readonly Rule[] = servicePlacement;
