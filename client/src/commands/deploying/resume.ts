import { errorText } from "../../log.ts";
import { familyAndRevision, nameOfArn } from "../../model/arn.ts";
import type { CommandContext } from "../command.ts";
import { Journal, type JournalEntry } from "./journal.ts";
import { findService, placeWords, type Place } from "./place.ts";
import { watch } from "./watch.ts";

/** Takes up the deploys that were under way when the window was closed: watches on, or says how far they came. */
export async function resumeDeploys(context: CommandContext): Promise<void> {
  const entries = new Journal(context.memory).entries();
  await Promise.all(entries.map((entry) => resume(context, entry).catch((error: unknown) => context.output.warn(`Could not take up the deploy of ${placeWords(entry)}: ${errorText(error)}`))));
}

async function resume(context: CommandContext, entry: JournalEntry): Promise<void> {
  const connection = await context.connections.open(entry.target);
  const place: Place = { connection, cluster: entry.cluster, service: entry.service };
  const service = await findService(place);
  const primary = service?.deployments?.find(({ status }) => status === "PRIMARY");
  if (entry.deploymentId !== undefined) return watch(context, { ...place, deploymentId: entry.deploymentId, taskDefinition: entry.taskDefinition }, entry.startedAt);
  if (primary?.id !== undefined && primary.taskDefinition === entry.taskDefinition && isSince(primary.createdAt, entry)) return watch(context, { ...place, deploymentId: primary.id, taskDefinition: entry.taskDefinition }, entry.startedAt);
  await new Journal(context.memory).remove(entry);
  await context.ui.warn(`The window was closed in the middle of a deploy to ${placeWords(place)}. ${await howFar(place, entry)} The service still runs ${nameOfArn(service?.taskDefinition ?? "nothing")}.`);
}

/** Clocks differ by a little; in milliseconds. */
const tolerance = 60_000;

const isSince = (moment: Date | undefined, { startedAt }: JournalEntry): boolean => (moment?.getTime() ?? 0) > startedAt - tolerance;

async function howFar({ connection }: Place, { step, taskDefinition }: JournalEntry): Promise<string> {
  if (step !== "registering") return `${nameOfArn(taskDefinition)} is registered, but the service was not updated.`;
  const [newest] = await connection.ecs.revisions(taskDefinition);
  return newest === undefined ? "Nothing was registered." : `The newest revision of ${taskDefinition} is ${familyAndRevision(newest).revision}; compare it with the file.`;
}
