import type { Permit } from "../../aws/writes/permit.ts";
import type {
  Deployment,
  RegisterTaskDefinitionInput,
  Service,
  UpdateServiceInput,
} from "../../aws/types.ts";
import { nameOfArn } from "../../model/arn.ts";
import { startsNothing } from "../../model/startsNothing.table.ts";
import { counted } from "../../model/words.ts";
import type { CommandContext } from "../command.ts";
import { Journal, type JournalEntry } from "./journal.ts";
import { serviceRefWords, requireService, type ServiceRef } from "../choosing/serviceRef.ts";
import { watchedOf, type Watched } from "./watching.ts";

/** What to bring to a service: an existing revision, or an input to register first; and what else changes. */
export interface RollOut {
  /** ARN; absent: `register` is registered. */
  readonly taskDefinition?: string;
  readonly register?: RegisterTaskDefinitionInput;
  /** Further members of UpdateService. */
  readonly changes?: Omit<UpdateServiceInput, "cluster" | "service" | "taskDefinition">;
}

/**
 * Registers if need be, and updates the service. The journal has each step before it is taken. Gives the deployment that
 * this started; undefined when the user cancelled in between, and when it started none, which the user is told.
 */
export async function startRollOut(
  context: CommandContext,
  permit: Permit,
  ref: ServiceRef,
  plan: RollOut,
): Promise<Watched | undefined> {
  const run = { startedAt: context.clock.now(), journal: new Journal(context.memory) };
  const registered = plan.register && (await register(context, permit, ref, plan.register, run));
  if (plan.register && registered === undefined) return undefined;
  const updated = await context.ui.busy(`Updating ${serviceRefWords(ref)}`, () =>
    update(permit, ref, plan, registered, run),
  );
  void context.explorer.refresh();
  const started = startedBy(updated);
  if (started) return watchedOf(ref, started, context.clock);
  await run.journal.remove({ ...ref, startedAt: run.startedAt });
  await reportUpdated(context, ref, updated.input);
  return undefined;
}

interface Run {
  readonly startedAt: number;
  readonly journal: Journal;
}

interface Updated {
  readonly input: UpdateServiceInput;
  readonly answer: Service;
  /** Ids of the deployments that the service had before. */
  readonly known: readonly string[];
}

const mayStart = (input: UpdateServiceInput): boolean =>
  membersOf(input).some((member) => !startsNothing.has(member));

/** The deployment that an update started: one that was not there before, if anything was sent of which ECS starts one. */
function startedBy({ input, answer, known }: Updated): Deployment | undefined {
  const primary = answer.deployments?.find(({ status }) => status === "PRIMARY");
  const isNew = primary?.id !== undefined && !known.includes(primary.id);
  return isNew && mayStart(input) ? primary : undefined;
}

/** What was sent to be changed. */
const membersOf = ({ cluster: _c, service: _s, ...members }: UpdateServiceInput): readonly string[] =>
  Object.entries(members).flatMap(([member, value]) =>
    value === undefined || (member === "forceNewDeployment" && value === false) ? [] : [member],
  );

/** Says what an update is that starts no deployment. */
async function reportUpdated(
  { ui, output }: CommandContext,
  ref: ServiceRef,
  input: UpdateServiceInput,
): Promise<void> {
  const { desiredCount } = input;
  const names = membersOf(input).filter((member) => member !== "desiredCount");
  const changed = [
    ...(desiredCount === undefined ? [] : [`ECS brings it to ${counted(desiredCount, "task")} now.`]),
    ...(names.length === 0 ? [] : [`Changed: ${names.join(", ")}. It counts for what ECS does from now on.`]),
  ];
  const words = `${serviceRefWords(ref)} was updated, without a deployment: tasks that run are not replaced. ${changed.join(" ")}`;
  output.info(words);
  await ui.info(words);
}

/** ARN of the new revision. Cancelling takes effect before the service is updated, and is told: then undefined. */
async function register(
  { ui, explorer }: CommandContext,
  permit: Permit,
  ref: ServiceRef,
  input: RegisterTaskDefinitionInput,
  { startedAt, journal }: Run,
): Promise<string | undefined> {
  const { family = "" } = input;
  const entry = entryOf(ref, startedAt, "registering", family);
  await journal.write(entry);
  const title = `Registering ${family} for ${serviceRefWords(ref)}`;
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
    `Cancelled: ${nameOfArn(taskDefinitionArn)} was registered, and ${serviceRefWords(ref)} was not updated.`,
  );
  return undefined;
}

async function update(
  permit: Permit,
  ref: ServiceRef,
  { taskDefinition: existing, changes }: RollOut,
  registered: string | undefined,
  { startedAt, journal }: Run,
): Promise<Updated> {
  const { cluster, service } = ref;
  const taskDefinition = registered ?? existing;
  const entry = entryOf(ref, startedAt, "updating", taskDefinition ?? "");
  const input = { cluster, service, ...(taskDefinition === undefined ? {} : { taskDefinition }), ...changes };
  try {
    const before = await requireService(ref);
    const known = (before.deployments ?? []).flatMap(({ id }) => id ?? []);
    await journal.write({
      ...entry,
      taskDefinition: taskDefinition ?? before.taskDefinition ?? "",
      known,
      starts: mayStart(input),
    });
    return { input, known, answer: await permit.updateService(input) };
  } catch (error) {
    await journal.removeRefused(entry, error);
    if (registered === undefined) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `${nameOfArn(registered)} was registered, but ${serviceRefWords(ref)} was not updated: ${reason}`,
      { cause: error },
    );
  }
}

const entryOf = (
  { connection, cluster, service }: ServiceRef,
  startedAt: number,
  step: JournalEntry["step"],
  taskDefinition: string,
): JournalEntry => ({ target: connection.target, cluster, service, startedAt, step, taskDefinition });
