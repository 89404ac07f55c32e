import type { CommandContext } from "../command.ts";
import { serviceRefWords } from "../choosing/serviceRef.ts";
import { planRollBack } from "./planRollBack.ts";
import { startRollOut } from "./startRollOut.ts";
import { reportVerdict } from "./reportVerdict.ts";
import { watchOnce, type Watched } from "./watching.ts";

/** Watches a deployment until it has ended, tells how, and goes on with what the user chooses to do next. */
export async function watch(
  context: CommandContext,
  watched: Watched,
  startedAt = context.clock.now(),
): Promise<void> {
  let next: Watch | undefined = { watched, startedAt };
  while (next) next = await watchOne(context, next);
}

interface Watch {
  readonly watched: Watched;
  readonly startedAt: number;
}

/** What to watch next. */
async function watchOne(context: CommandContext, { watched, startedAt }: Watch): Promise<Watch | undefined> {
  const { ui, clock } = context;
  const verdict = await watchOnce(context, watched, startedAt);
  if (!verdict) {
    const words = `No longer watching ${serviceRefWords(watched)}. The deployment goes on in AWS.`;
    return (await ui.info(words, "Watch Again")) === undefined ? undefined : { watched, startedAt };
  }
  const step = await reportVerdict(context, watched, verdict, clock.now() - startedAt);
  const next = step?.kind === "watch" ? step.watched : step && (await rollBack(context, watched));
  return next && { watched: next, startedAt: clock.now() };
}

/** The deployment that brings back what was deployed successfully before; undefined when none was begun. */
async function rollBack(context: CommandContext, ref: Watched): Promise<Watched | undefined> {
  const found = await planRollBack(context, ref);
  return found && startRollOut(context, found.permit, ref, found.plan);
}
