import type { SoughtDeployment } from "../../aws/deployment/sought.ts";
import type { Failed, Forgotten, Succeeded, Superseded, Verdict } from "../../aws/deployment/verdict.ts";
import { nameOfArn } from "../../model/arn.ts";
import { causeDetails, causeLines, causeWords } from "../../model/causeWords.ts";
import { duration } from "../../model/time.ts";
import { counted } from "../../model/words.ts";
import type { CommandContext } from "../command.ts";
import { showRevisions } from "./showRevisions.ts";
import { serviceRefWords } from "../choosing/serviceRef.ts";
import type { Watched } from "./watching.ts";

/** What the user chooses to do about a verdict. */
export type NextStep = { readonly kind: "watch"; readonly watched: Watched } | { readonly kind: "roll back" };

/**
 * Tells how a deployment ended, in a message with what can be done next, and in the output channel.
 * @param milliseconds since it began, for where ECS does not tell how long it lasted
 */
export async function reportVerdict(
  context: CommandContext,
  watched: Watched,
  verdict: Verdict,
  milliseconds: number,
): Promise<NextStep | undefined> {
  switch (verdict.kind) {
    case "succeeded":
      return reportSuccess(context, watched, verdict, milliseconds);
    case "failed":
      return reportFailure(context, watched, verdict);
    case "superseded":
      return reportSuperseded(context, watched, verdict);
    case "forgotten":
      return reportForgotten(context, watched, verdict);
  }
}

const subjectOf = (watched: Watched): string =>
  `${serviceRefWords(watched)}: ${nameOfArn(watched.taskDefinition)}`;

async function reportSuccess(
  context: CommandContext,
  watched: Watched,
  { tasks, replacedBy, lasted }: Succeeded,
  milliseconds: number,
): Promise<NextStep | undefined> {
  const subject = subjectOf(watched);
  const after = `after ${duration(lasted ?? milliseconds)}`;
  if (replacedBy) {
    const words = `${subject} was live ${after}. A newer deployment, of ${nameOfArn(replacedBy.taskDefinition)}, has begun since.`;
    context.output.info(words);
    const chosen = await context.ui.info(words, followIt);
    return chosen === undefined ? undefined : follow(watched, replacedBy);
  }
  if (tasks && tasks.running < tasks.desired) {
    await reportShort(
      context,
      `${subject} was deployed, but only ${tasks.running} of ${counted(tasks.desired, "task")} ${tasks.desired === 1 ? "is" : "are"} running now.`,
    );
    return undefined;
  }
  const counts = tasks ? `, ${tasks.running} of ${tasks.desired} running` : "";
  const words = `${subject} is live${counts}, ${after}.`;
  context.output.info(words);
  await context.ui.info(words);
  return undefined;
}

/** The deployment was complete once, and tasks are missing since. */
async function reportShort({ output, ui, showOutput }: CommandContext, words: string): Promise<void> {
  output.warn(words);
  if ((await ui.warn(words, "Show Details")) !== undefined) showOutput();
}

async function reportFailure(
  context: CommandContext,
  watched: Watched,
  verdict: Failed,
): Promise<NextStep | undefined> {
  const { reason, rolledBackTo, dead } = verdict;
  const outcome = `${subjectOf(watched)} ${outcomeOf(verdict)}.`;
  const words = [outcome, causeWords(dead), reason].filter(Boolean).join(" ");
  // What containers wrote may hold anything, so it is not written to the log, which is a file.
  context.output.error([outcome, ...causeLines(dead), reason].filter(Boolean).join(" "));
  const canCompare = rolledBackTo !== undefined && rolledBackTo !== watched.taskDefinition;
  const more = rolledBackTo === undefined ? ["Roll Back…"] : canCompare ? ["Compare"] : [];
  const chosen = await context.ui.error(words, "Show Details", ...more);
  if (chosen === "Show Details")
    await context.ui.showDocument({
      name: `deployments/${watched.service}.log`,
      language: "log",
      text: `${[outcome, ...(reason ? [reason] : []), ...causeDetails(dead)].join("\n")}\n`,
    });
  if (chosen === "Compare" && canCompare)
    await showRevisions(context, watched.connection, rolledBackTo, watched.taskDefinition);
  return chosen === "Roll Back…" ? { kind: "roll back" } : undefined;
}

function outcomeOf({ rolledBackTo, rollbackFailed, stillRuns }: Failed): string {
  if (rolledBackTo !== undefined) return `failed and was rolled back to ${nameOfArn(rolledBackTo)}`;
  const back = rollbackFailed ? "failed, and could not be rolled back" : "failed, and was not rolled back";
  return stillRuns === undefined ? back : `${back}: tasks of ${nameOfArn(stillRuns)} still run`;
}

const followIt = "Follow It";

const follow = ({ connection, cluster, service }: Watched, other: SoughtDeployment): NextStep => ({
  kind: "watch",
  watched: { connection, cluster, service, ...other },
});

async function reportSuperseded(
  context: CommandContext,
  watched: Watched,
  { by }: Superseded,
): Promise<NextStep | undefined> {
  const words = `${serviceRefWords(watched)}: a newer deployment, of ${nameOfArn(by.taskDefinition)}, took over before ${nameOfArn(watched.taskDefinition)} was live.`;
  context.output.warn(words);
  const chosen = await context.ui.warn(words, followIt);
  return chosen === undefined ? undefined : follow(watched, by);
}

async function reportForgotten(
  context: CommandContext,
  watched: Watched,
  { serves }: Forgotten,
): Promise<undefined> {
  const now = serves === undefined ? "" : ` The service runs ${nameOfArn(serves)} now.`;
  const words = `${serviceRefWords(watched)}: ECS no longer tells of the deployment of ${nameOfArn(watched.taskDefinition)}, so how it ended is not known.${now}`;
  context.output.warn(words);
  await context.ui.warn(words);
}
