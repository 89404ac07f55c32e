import type { Rule } from "../rule.ts";
import { strictContainers } from "./containers.ts";
import { strictServices } from "./services.ts";
import { tagsMissing } from "./tagsMissing.ts";
import { strictTaskDefinitions } from "./taskDefinitions.ts";

/** What is off until the user, or a preset, turns it on. */
export const strict: readonly Rule[] = [
  ...strictContainers,
  ...strictTaskDefinitions,
  ...strictServices,
  tagsMissing,
];
