import type { Rule } from "../rule.ts";

export const logging: readonly Rule[] = [];
