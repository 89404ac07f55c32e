import { containers } from "./containers/index.ts";
import { ports } from "./ports/index.ts";
import { fargate } from "./fargate/index.ts";
import { roles } from "./roles/index.ts";
import type { Rule } from "./rule.ts";
import { size } from "./size/index.ts";

/** All rules, by subject: the table of contents. */
export const rules: readonly Rule[] = [...size, ...roles, ...fargate, ...containers, ...ports];
