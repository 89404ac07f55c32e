import type { Rule } from "../rule.ts";
import { tagKeyUnique } from "./tagKeyUnique.ts";
import { tagShape } from "./tagShape.ts";

/** Tags; what one value alone can break is in the schemas. */
export const tags: readonly Rule[] = [tagShape, tagKeyUnique];
