import type { Permit } from "../../aws/writes/permit.ts";
import type { RegisterTaskDefinitionInput, Service, UpdateServiceInput } from "../../aws/types.ts";
import { nameOfArn } from "../../model/arn.ts";
import { kindOf } from "../../model/failure.ts";
import type { Progress } from "../../host/ui.ts";
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
  const updated = await context.ui.progress(`Deploying to ${placeWords(place)}`, (progress) =>
    write(context, permit, place, plan, { startedAt, progress }),
  );
  void context.explorer.refresh();
  const primary = updated.deployments?.find(({ status }) => status === "PRIMARY");
  if (!primary) throw new Error(`ECS updated ${placeWords(place)}, but told of no deployment.`);
  await watch(context, watchedOf(place, primary), startedAt);
}

interface Run {
  readonly startedAt: number;
  readonly progress: Progress;
}

async function write(
  context: CommandContext,
  permit: Permit,
  place: Place,
  { taskDefinition, register, changes }: RollOut,
  { startedAt, progress }: Run,
): Promise<Service> {
  const { connection, cluster, service } = place;
  const journal = new Journal(context.memory);
  const note = (step: JournalEntry["step"], definition: string): Promise<void> =>
    journal.write({
      target: connection.target,
      cluster,
      service,
      startedAt,
      step,
      taskDefinition: definition,
    });
  let arn = taskDefinition;
  try {
    if (register) {
      progress.report(`registering ${register.family}`);
      await note("registering", register.family ?? "");
      arn = (await permit.registerTaskDefinition(register)).taskDefinitionArn;
    }
    progress.report("updating the service");
    await note("updating", arn ?? (await requireService(place)).taskDefinition ?? "");
    return await permit.updateService({
      cluster,
      service,
      ...(arn === undefined ? {} : { taskDefinition: arn }),
      ...changes,
    });
  } catch (error) {
    // Without an answer, only a later look can tell whether it was done.
    if (kindOf(error) !== "unreachable") await journal.remove({ cluster, service, startedAt });
    if (!register || arn === undefined) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${nameOfArn(arn)} was registered, but ${placeWords(place)} was not updated: ${reason}`, {
      cause: error,
    });
  }
}
