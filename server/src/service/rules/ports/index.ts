import type { Rule } from "../rule.ts";
import { hostPortAwsvpc } from "./hostPortAwsvpc.ts";

/** Port mappings. */
export const ports: readonly Rule[] = [hostPortAwsvpc];
