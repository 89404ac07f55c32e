import type { Rule } from "../rule.ts";
import { containerDefinitionsRequired } from "./containerDefinitions.ts";
import { duplicateKey } from "./duplicateKey.ts";
import { familyPattern, familyRequired } from "./family.ts";
import { readOnly } from "./readOnly.ts";
import { requestSize } from "./requestSize.ts";
import { wrappers } from "./wrappers.ts";

/** The file as a whole: wrappers, what Describe calls add, what every task definition has. */
export const shape: readonly Rule[] = [
  duplicateKey,
  ...readOnly,
  ...wrappers,
  familyRequired,
  familyPattern,
  containerDefinitionsRequired,
  requestSize,
];
