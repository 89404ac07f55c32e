import { defined } from "../../../../shared/src/defined.ts";
import { errorText } from "../../host/log.ts";
import { describeFailure } from "../../model/failure.ts";
import type { Service } from "../../aws/types.ts";
import { nameOfArn } from "../../model/arn.ts";
import type { CommandContext } from "../command.ts";
import { nowWords } from "./deployFacts.ts";
import { isSince, lookHowFar } from "./howFar.ts";
import { Journal, type JournalEntry } from "./journal.ts";
import { serviceRefResource, serviceRefWords, type ServiceRef } from "../choosing/serviceRef.ts";
import { rollOut } from "./rollOut.ts";
import { watch } from "./watch.ts";
import type { Watched } from "./watching.ts";

/**
 * Takes up the deploys that were under way when the window was closed: watches on, or says how far they came.
 */
export async function resumeDeploys(context: CommandContext): Promise<void> {
  const journal = new Journal(context.memory);
  await Promise.all(
    journal.entries().map(async (entry) => {
      try {
        await resume(context, entry);
      } catch (error) {
        await reportProblem(context, entry, error);
      }
    }),
  );
}

/** An entry that cannot be taken up stays for the next time, unless the user has enough of it. */
async function reportProblem(context: CommandContext, entry: JournalEntry, error: unknown): Promise<void> {
  const { message } = describeFailure(error, `take up the deploy of ${serviceRefWords(entry)}`);
  context.output.warn(`${message} (${errorText(error)})`);
  const journal = new Journal(context.memory);
  const isKept = journal.entries().some(({ startedAt }) => startedAt === entry.startedAt);
  const forget = "Forget It";
  if ((await context.ui.warn(message, ...(isKept ? [forget] : []))) === forget) await journal.remove(entry);
}

async function resume(context: CommandContext, entry: JournalEntry): Promise<void> {
  // A demo account ends with its window.
  if (entry.target.simulated) return new Journal(context.memory).remove(entry);
  const connection = await context.connections.open(entry.target);
  const ref: ServiceRef = { connection, cluster: entry.cluster, service: entry.service };
  if (entry.step === "following") return watch(context, watchedBefore(ref, entry), entry.startedAt);
  const { service, watched } = await lookHowFar(context, ref, entry, new AbortController().signal);
  if (watched) return watch(context, watched, entry.startedAt);
  const isGoingOn = await reportHowFar(context, ref, service, entry);
  if (!isGoingOn) await new Journal(context.memory).remove(entry);
}

const watchedBefore = (
  ref: ServiceRef,
  { deploymentId, serviceDeploymentArn, taskDefinition, startedAt, createdAt = startedAt }: JournalEntry,
): Watched => ({
  ...ref,
  deploymentId,
  ...defined({ serviceDeploymentArn }),
  taskDefinition,
  createdAt,
});

/**
 * Says what was done of a deploy that did not reach the service, and offers to go on with it. True when the
 * user goes on.
 */
async function reportHowFar(
  context: CommandContext,
  ref: ServiceRef,
  service: Service | undefined,
  entry: JournalEntry,
): Promise<boolean> {
  const registered = await registeredBy(ref, service, entry);
  const revision = registered === undefined ? undefined : nameOfArn(registered);
  const running = service ? ` The service still runs ${nameOfArn(service.taskDefinition ?? "nothing")}.` : "";
  const words = `The window was closed in the middle of a deploy to ${serviceRefWords(ref)}. ${doneWords(entry, revision)}${running}`;
  const goOn = `Deploy ${revision}`;
  const chosen = await context.ui.warn(words, ...(service && revision !== undefined ? [goOn] : []));
  if (chosen !== goOn || registered === undefined || !service) return false;
  const permit = await ref.connection.writes.ask({
    question: `${goOn} to ${serviceRefWords(ref)}`,
    facts: ["It is registered already, by the deploy that was interrupted.", nowWords(service)],
    action: "Deploy",
    resources: [serviceRefResource(ref)],
  });
  if (permit) await rollOut(context, permit, ref, { taskDefinition: registered });
  return permit !== undefined;
}

function doneWords({ step }: JournalEntry, revision: string | undefined): string {
  if (step === "creating") return "The service was not created: deploy the file again.";
  if (step === "tagging")
    return "Some of its tags may be changed, but nothing else is: deploy the file again.";
  if (step === "updating" && revision === undefined)
    return "It is not known whether ECS got the change, which needs no new revision: look at the service, and deploy again if it did not.";
  return revision === undefined
    ? "Nothing was registered."
    : `${revision} is registered, but the service was not updated.`;
}

/**
 * ARN of the revision that the deploy was to bring to the service; undefined when there is none yet, or none
 * but that which runs.
 */
async function registeredBy(
  { connection }: ServiceRef,
  service: Service | undefined,
  entry: JournalEntry,
): Promise<string | undefined> {
  if (entry.step !== "registering")
    return entry.taskDefinition === service?.taskDefinition ? undefined : entry.taskDefinition;
  const [newest] = await connection.ecs.newestRevisions(entry.taskDefinition, 1);
  if (newest === undefined || newest === service?.taskDefinition) return undefined;
  const { registeredAt } = await connection.ecs.taskDefinition(newest);
  return isSince(registeredAt, entry) ? newest : undefined;
}
