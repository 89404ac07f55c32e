import type { Rule } from "../rule.ts";

export const network: readonly Rule[] = [];
