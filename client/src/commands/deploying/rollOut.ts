import type { Permit } from "../../aws/writes/permit.ts";
import type { RegisterTaskDefinitionInput, Service, UpdateServiceInput } from "../../aws/types.ts";
import { nameOfArn } from "../../model/arn.ts";
import type { CommandContext } from "../command.ts";
import { Journal, type JournalEntry } from "./journal.ts";
import { placeWords, requireService, type Place } from "../choosing/serviceRef.ts";
import { watch, watchedOf } from "./watch.ts";

/** What to bring to a service: an existing revision, or an input to register first; and what else changes. */
export interface RollOut {
  /** ARN; absent: `register` is registered. */
  readonly taskDefinition?: string;
  readonly register?: RegisterTaskDefinitionInput;
  /** Further members of UpdateService. */
  readonly changes?: Omit<UpdateServiceInput, "cluster" | "service" | "taskDefinition">;
}

/** Registers if need be, updates the service, and watches the deployment. The journal has each step before it is taken. */
export async function rollOut(
  context: CommandContext,
  permit: Permit,
  place: Place,
  plan: RollOut,
): Promise<void> {
  const startedAt = Date.now();
  const run = { startedAt, journal: new Journal(context.memory) };
  const registered = plan.register && (await register(context, permit, place, plan.register, run));
  if (plan.register && registered === undefined) return;
  const updated = await context.ui.busy(`Updating ${placeWords(place)}`, () =>
    update(permit, place, plan, registered, run),
  );
  void context.explorer.refresh();
  const primary = updated.deployments?.find(({ status }) => status === "PRIMARY");
  if (!primary) throw new Error(`ECS updated ${placeWords(place)}, but told of no deployment.`);
  await watch(context, watchedOf(place, primary), startedAt);
}

interface Run {
  readonly startedAt: number;
  readonly journal: Journal;
}

/** ARN of the new revision. Cancelling takes effect before the service is updated, and is told: then undefined. */
async function register(
  { ui, explorer }: CommandContext,
  permit: Permit,
  place: Place,
  input: RegisterTaskDefinitionInput,
  { startedAt, journal }: Run,
): Promise<string | undefined> {
  const { family = "" } = input;
  const entry = entryOf(place, startedAt, "registering", family);
  await journal.write(entry);
  const title = `Registering ${family} for ${placeWords(place)}`;
  const { taskDefinitionArn = "", isCancelled } = await ui
    .progress(title, async (_progress, signal) => {
      const { taskDefinitionArn } = await permit.registerTaskDefinition(input);
      return { taskDefinitionArn, isCancelled: signal.aborted };
    })
    .catch(async (error: unknown) => {
      await journal.removeRefused(entry, error);
      throw error;
    });
  if (!isCancelled) return taskDefinitionArn;
  await journal.remove(entry);
  void explorer.refresh();
  await ui.info(
    `Cancelled: ${nameOfArn(taskDefinitionArn)} was registered, and ${placeWords(place)} was not updated.`,
  );
  return undefined;
}

async function update(
  permit: Permit,
  place: Place,
  { taskDefinition: existing, changes }: RollOut,
  registered: string | undefined,
  { startedAt, journal }: Run,
): Promise<Service> {
  const { cluster, service } = place;
  const taskDefinition = registered ?? existing;
  const entry = entryOf(place, startedAt, "updating", taskDefinition ?? "");
  try {
    const serves = taskDefinition ?? (await requireService(place)).taskDefinition ?? "";
    await journal.write({ ...entry, taskDefinition: serves });
    return await permit.updateService({
      cluster,
      service,
      ...(taskDefinition === undefined ? {} : { taskDefinition }),
      ...changes,
    });
  } catch (error) {
    await journal.removeRefused(entry, error);
    if (registered === undefined) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `${nameOfArn(registered)} was registered, but ${placeWords(place)} was not updated: ${reason}`,
      { cause: error },
    );
  }
}

const entryOf = (
  { connection, cluster, service }: Place,
  startedAt: number,
  step: JournalEntry["step"],
  taskDefinition: string,
): JournalEntry => ({ target: connection.target, cluster, service, startedAt, step, taskDefinition });
