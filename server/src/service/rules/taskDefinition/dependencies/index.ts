import type { Rule } from "../../rule.ts";
import { dependsOnCondition } from "./dependsOnCondition.ts";
import { dependsOnCycle } from "./dependsOnCycle.ts";
import { dependsOnDuplicate } from "./dependsOnDuplicate.ts";
import { dependsOnPlatform } from "./dependsOnPlatform.ts";
import { dependsOnUnknownContainer } from "./dependsOnUnknownContainer.ts";

/** The order in which containers start. */
export const dependencies: readonly Rule[] = [
  dependsOnUnknownContainer,
  ...dependsOnCycle,
  ...dependsOnCondition,
  dependsOnDuplicate,
  dependsOnPlatform,
];
