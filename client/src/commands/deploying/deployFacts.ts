import type { Service } from "../../aws/types.ts";
import { nameOfArn } from "../../model/arn.ts";
import { changeWords, type Change } from "../../model/changes.ts";

/** How many changes the question lists; the diff has them all. */
const most = 8;

/** The changes in words, as many as a question can hold. */
export function changeFacts(changes: readonly Change[]): readonly string[] {
  const words = changes.slice(0, most).map((change) => `${changeWords(change)}.`);
  return changes.length > most ? [...words, `${changes.length - most} more changes: see the diff.`] : words;
}

/** What a service runs, below a question that would change it. */
export const nowWords = ({ taskDefinition = "", runningCount = 0, desiredCount = 0 }: Service): string =>
  `Now running: ${nameOfArn(taskDefinition)}, ${runningCount} of ${desiredCount} tasks.`;
