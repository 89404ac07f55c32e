import type { Failed, Superseded, Verdict } from "../../aws/deployment/verdict.ts";
import { nameOfArn } from "../../model/arn.ts";
import { causeWords } from "../../model/causeWords.ts";
import { duration } from "../../model/time.ts";
import { counted } from "../../model/words.ts";
import type { CommandContext } from "../command.ts";
import { showRevisions } from "./showRevisions.ts";
import { placeWords } from "../choosing/serviceRef.ts";
import { watch, watchedOf, type Watched } from "./watch.ts";

/**
 * Tells how a deployment ended, in a message with what can be done next, and in the output channel.
 * @param milliseconds since it began, for where ECS does not tell how long it lasted
 */
export async function tellVerdict(
  context: CommandContext,
  watched: Watched,
  verdict: Verdict,
  milliseconds: number,
): Promise<void> {
  switch (verdict.kind) {
    case "succeeded": {
      const { running, desired, lasted = milliseconds } = verdict;
      const subject = `${placeWords(watched)}: ${nameOfArn(watched.taskDefinition)}`;
      if (running < desired)
        return tellShort(
          context,
          `${subject} was deployed, but only ${running} of ${counted(desired, "task")} ${desired === 1 ? "is" : "are"} running now.`,
        );
      const words = `${subject} is live, ${running} of ${desired} running, after ${duration(lasted)}.`;
      context.output.info(words);
      return void (await context.ui.info(words));
    }
    case "failed":
      return tellFailure(context, watched, verdict);
    case "superseded":
      return tellSuperseded(context, watched, verdict);
  }
}

/** The deployment was complete once, and tasks are missing since. */
async function tellShort({ output, ui, showOutput }: CommandContext, words: string): Promise<void> {
  output.warn(words);
  if ((await ui.warn(words, "Show Details")) !== undefined) showOutput();
}

async function tellFailure(context: CommandContext, watched: Watched, verdict: Failed): Promise<void> {
  const { reason, rolledBackTo, dead } = verdict;
  const words = [
    `${placeWords(watched)}: ${nameOfArn(watched.taskDefinition)} ${outcomeOf(verdict)}.`,
    causeWords(dead),
    reason,
  ]
    .filter(Boolean)
    .join(" ");
  context.output.error(words);
  const canCompare = rolledBackTo !== undefined && rolledBackTo !== watched.taskDefinition;
  const chosen = await context.ui.error(words, "Show Details", ...(canCompare ? ["Compare"] : []));
  if (chosen === "Show Details") context.showOutput();
  if (chosen === "Compare" && canCompare)
    await showRevisions(context, watched.connection, rolledBackTo, watched.taskDefinition);
}

function outcomeOf({ rolledBackTo, rollbackFailed, stillRuns }: Failed): string {
  if (rolledBackTo !== undefined) return `failed and was rolled back to ${nameOfArn(rolledBackTo)}`;
  const back = rollbackFailed ? "failed, and could not be rolled back" : "failed, and was not rolled back";
  return stillRuns === undefined ? back : `${back}: tasks of ${nameOfArn(stillRuns)} still run`;
}

async function tellSuperseded(context: CommandContext, watched: Watched, { by }: Superseded): Promise<void> {
  const words = `${placeWords(watched)}: a newer deployment, of ${nameOfArn(by.taskDefinition ?? "")}, took over before ${nameOfArn(watched.taskDefinition)} was live.`;
  context.output.warn(words);
  const chosen = await context.ui.warn(words, "Follow It");
  if (chosen !== undefined) await watch(context, watchedOf(watched, by));
}
