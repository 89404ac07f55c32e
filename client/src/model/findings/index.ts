import { deploymentExplanations } from "./deployments.table.ts";
import type { Explanation } from "./explanation.ts";
import { imageExplanations } from "./images.table.ts";
import { placementExplanations } from "./placement.table.ts";
import { runningExplanations } from "./running.table.ts";
import { startupExplanations } from "./startup.table.ts";
import { volumeExplanations } from "./volumes.table.ts";

/** Every known text. The first that matches explains it, so particular ones stand before general ones. */
export const explanations: readonly Explanation[] = [
  ...imageExplanations,
  ...volumeExplanations,
  ...startupExplanations,
  ...runningExplanations,
  ...deploymentExplanations,
  ...placementExplanations,
];

/** What is known of a text. */
export function explanationOf(text: string): Explanation | undefined {
  return explanations.find(
    ({ says, andSays = [] }) => says.test(text) && andSays.every((expression) => expression.test(text)),
  );
}
