import type { Rule } from "../rule.ts";

export const volumes: readonly Rule[] = [];
