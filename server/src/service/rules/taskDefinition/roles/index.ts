import type { Rule } from "../../rule.ts";
import { executionRole } from "./executionRole.ts";
import { sameRole } from "./sameRole.ts";
import { taskRole } from "./taskRole.ts";

/** Task role and execution role. */
export const roles: readonly Rule[] = [...executionRole, ...taskRole, sameRole];
