import { errorText } from "../../host/log.ts";
import type { Service } from "../../aws/types.ts";
import { nameOfArn } from "../../model/arn.ts";
import type { CommandContext } from "../command.ts";
import { nowWords } from "./deployTaskDefinition.ts";
import { Journal, type JournalEntry } from "./journal.ts";
import { findService, placeResource, placeWords, type Place } from "../choosing/serviceRef.ts";
import { rollOut } from "./rollOut.ts";
import { watch, watchedOf, watchedRecord, type Watched } from "./watch.ts";

/** Takes up the deploys that were under way when the window was closed: watches on, or says how far they came. */
export async function resumeDeploys(context: CommandContext): Promise<void> {
  const entries = new Journal(context.memory).entries();
  await Promise.all(
    entries.map((entry) =>
      resume(context, entry).catch((error: unknown) =>
        context.output.warn(`Could not take up the deploy of ${placeWords(entry)}: ${errorText(error)}`),
      ),
    ),
  );
}

async function resume(context: CommandContext, entry: JournalEntry): Promise<void> {
  // A demo account ends with its window.
  if (entry.target.simulated) return new Journal(context.memory).remove(entry);
  const connection = await context.connections.open(entry.target);
  const place: Place = { connection, cluster: entry.cluster, service: entry.service };
  const service = await findService(place);
  const watched = await begun(place, service, entry);
  if (watched) return watch(context, watched, entry.startedAt);
  const isGoingOn = await tellHowFar(context, place, service, entry);
  if (!isGoingOn) await new Journal(context.memory).remove(entry);
}

/** The deployment of an entry; undefined when it has not begun. Where the answer got lost that told its id, the service or its history knows it. */
async function begun(
  place: Place,
  service: Service | undefined,
  entry: JournalEntry,
): Promise<Watched | undefined> {
  const { deploymentId, taskDefinition, startedAt, createdAt = startedAt } = entry;
  if (deploymentId !== undefined) return { ...place, deploymentId, taskDefinition, createdAt };
  if (!service || entry.step === "registering" || entry.step === "tagging") return undefined;
  const primary = service.deployments?.find(({ status }) => status === "PRIMARY");
  if (primary?.taskDefinition === taskDefinition && isSince(primary.createdAt, entry))
    return watchedOf(place, primary);
  const past = await place.connection.deployments.newest(place.cluster, place.service, looked);
  const own = past.find(
    (record) => record.taskDefinition === taskDefinition && isSince(record.deployment.createdAt, entry),
  );
  return own && watchedRecord(place, service, own);
}

/** How many past deployments are looked through. */
const looked = 20;

/** Clocks differ by a little; in milliseconds. */
const tolerance = 60_000;

const isSince = (moment: Date | undefined, { startedAt }: JournalEntry): boolean =>
  (moment?.getTime() ?? 0) > startedAt - tolerance;

/** Says what was done of a deploy that did not reach the service, and offers to go on with it. True when the person goes on. */
async function tellHowFar(
  context: CommandContext,
  place: Place,
  service: Service | undefined,
  entry: JournalEntry,
): Promise<boolean> {
  const registered = await registeredBy(place, service, entry);
  const revision = registered === undefined ? undefined : nameOfArn(registered);
  const running = service ? ` The service still runs ${nameOfArn(service.taskDefinition ?? "nothing")}.` : "";
  const words = `The window was closed in the middle of a deploy to ${placeWords(place)}. ${doneWords(entry, revision)}${running}`;
  const goOn = `Deploy ${revision}`;
  const chosen = await context.ui.warn(words, ...(service && revision !== undefined ? [goOn] : []));
  if (chosen !== goOn || registered === undefined || !service) return false;
  const permit = await place.connection.writes.ask({
    question: `${goOn} to ${placeWords(place)}`,
    facts: ["It is registered already, by the deploy that was interrupted.", nowWords(service)],
    action: "Deploy",
    resources: [placeResource(place)],
  });
  if (permit) await rollOut(context, permit, place, { taskDefinition: registered });
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

/** ARN of the revision that the deploy was to bring to the service; undefined when there is none yet, or none but that which runs. */
async function registeredBy(
  { connection }: Place,
  service: Service | undefined,
  entry: JournalEntry,
): Promise<string | undefined> {
  if (entry.step !== "registering")
    return entry.taskDefinition === service?.taskDefinition ? undefined : entry.taskDefinition;
  const [newest] = await connection.ecs.revisions(entry.taskDefinition);
  if (newest === undefined || newest === service?.taskDefinition) return undefined;
  const { registeredAt } = await connection.ecs.taskDefinition(newest);
  return isSince(registeredAt, entry) ? newest : undefined;
}
