import type { Failed, Superseded, Verdict } from "../../aws/deployment/verdict.ts";
import { nameOfArn } from "../../model/arn.ts";
import { causeWords } from "../../model/causeWords.ts";
import { duration } from "../../model/time.ts";
import type { CommandContext } from "../command.ts";
import { showRevisions } from "./showRevisions.ts";
import { placeWords } from "./place.ts";
import { watch, watchedOf, type Watched } from "./watch.ts";

/**
 * Tells how a deployment ended, in a message with what can be done next, and in the output channel.
 * @param milliseconds since it began, for where ECS does not tell how long it lasted
 */
export async function tellVerdict(context: CommandContext, watched: Watched, verdict: Verdict, milliseconds: number): Promise<void> {
  switch (verdict.kind) {
    case "succeeded": {
      const words = `${placeWords(watched)}: ${nameOfArn(watched.taskDefinition)} is live, ${verdict.running} of ${verdict.desired} running, after ${duration(verdict.lasted ?? milliseconds)}.`;
      context.output.info(words);
      return void (await context.ui.info(words));
    }
    case "failed":
      return tellFailure(context, watched, verdict);
    case "superseded":
      return tellSuperseded(context, watched, verdict);
  }
}

async function tellFailure(context: CommandContext, watched: Watched, { reason, rolledBackTo, dead }: Failed): Promise<void> {
  const outcome = rolledBackTo === undefined ? "failed" : `failed and was rolled back to ${nameOfArn(rolledBackTo)}`;
  const words = [`${placeWords(watched)}: ${nameOfArn(watched.taskDefinition)} ${outcome}.`, causeWords(dead), reason].filter(Boolean).join(" ");
  context.output.error(words);
  const canCompare = rolledBackTo !== undefined && rolledBackTo !== watched.taskDefinition;
  const chosen = await context.ui.error(words, "Show Details", ...(canCompare ? ["Compare"] : []));
  if (chosen === "Show Details") context.showOutput();
  if (chosen === "Compare" && canCompare) await showRevisions(context, watched.connection, rolledBackTo, watched.taskDefinition);
}

async function tellSuperseded(context: CommandContext, watched: Watched, { by }: Superseded): Promise<void> {
  const words = `${placeWords(watched)}: a newer deployment, of ${nameOfArn(by.taskDefinition ?? "")}, took over before ${nameOfArn(watched.taskDefinition)} was live.`;
  context.output.warn(words);
  const chosen = await context.ui.warn(words, "Follow It");
  if (chosen !== undefined) await watch(context, watchedOf(watched, by));
}
