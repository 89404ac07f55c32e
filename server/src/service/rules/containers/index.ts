import type { Rule } from "../rule.ts";
import { essentialContainer } from "./essentialContainer.ts";

/** Containers: names, images, memory, dependence on each other. */
export const containers: readonly Rule[] = [essentialContainer];
