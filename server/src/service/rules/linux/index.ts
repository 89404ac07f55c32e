import type { Rule } from "../rule.ts";

export const linux: readonly Rule[] = [];
