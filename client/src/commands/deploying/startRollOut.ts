import { defined } from "../../../../shared/src/defined.ts";
import type { Permit } from "../../aws/writes/permit.ts";
import type {
  Deployment,
  RegisterTaskDefinitionInput,
  Service,
  UpdateServiceInput,
} from "../../aws/types.ts";
import { nameOfArn } from "../../model/arn.ts";
import { isWithoutAnswer } from "../../model/failure.ts";
import { startsNothing } from "../../model/startsNothing.table.ts";
import { counted } from "../../model/words.ts";
import type { CommandContext } from "../command.ts";
import { lookHowFar } from "./howFar.ts";
import { Journal, type JournalEntry } from "./journal.ts";
import { serviceRefWords, requireService, type ServiceRef } from "../choosing/serviceRef.ts";
import { watchedOf, type Watched } from "./watching.ts";

/** What to bring to a service: an existing revision, or an input to register first; and what else changes. */
export interface RollOut {
  /** ARN; absent: `register` is registered. */
  readonly taskDefinition?: string;
  readonly register?: RegisterTaskDefinitionInput;
  /** What was done for it already, to be told when the update fails: `the tags of live / orders were set`. */
  readonly done?: string;
  /** Further members of UpdateService. */
  readonly changes?: Omit<UpdateServiceInput, "cluster" | "service" | "taskDefinition">;
}

/**
 * Registers if need be, and updates the service. The journal has each step before it is taken. Gives the
 * deployment that this started; undefined when the user cancelled in between, and when it started none, which
 * the user is told.
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
  if ("lost" in updated) return lookWhetherBegun(context, ref, updated);
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

/**
 * The deployment that an update started: one that was not there before, if anything was sent of which ECS
 * starts one.
 */
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

/**
 * ARN of the new revision. Cancelling takes effect before the service is updated, and is told: then
 * undefined.
 */
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
  { taskDefinition: existing, changes, done }: RollOut,
  registered: string | undefined,
  { startedAt, journal }: Run,
): Promise<Updated | Lost> {
  const { cluster, service } = ref;
  const taskDefinition = registered ?? existing;
  const input = { cluster, service, ...defined({ taskDefinition }), ...changes };
  const before = [
    ...(done ? [done] : []),
    ...(registered ? [`${nameOfArn(registered)} was registered`] : []),
  ];
  let entry = entryOf(ref, startedAt, "updating", taskDefinition ?? "");
  let isSent = false;
  try {
    const { deployments = [], taskDefinition: runs = "" } = await requireService(ref);
    const known = deployments.flatMap(({ id }) => id ?? []);
    entry = { ...entry, taskDefinition: taskDefinition ?? runs, known, starts: mayStart(input) };
    await journal.write(entry);
    isSent = true;
    return { input, known, answer: await permit.updateService(input) };
  } catch (error) {
    await journal.removeRefused(entry, error);
    if (isSent && isWithoutAnswer(error)) return { entry, lost: error, done: before };
    if (before.length === 0) throw error;
    throw told(`${before.join(", and ")}, but ${serviceRefWords(ref)} was not updated`, error);
  }
}

/** An update of which nobody knows whether ECS carried it out. */
interface Lost {
  /** Stays in the journal. */
  readonly entry: JournalEntry;
  /** What came in place of the answer. */
  readonly lost: unknown;
  /** What was done before. */
  readonly done: readonly string[];
}

/**
 * The deployment that an update began whose answer got lost. What is not found stays in the journal, and is
 * told.
 */
async function lookWhetherBegun(
  context: CommandContext,
  ref: ServiceRef,
  { entry, lost, done }: Lost,
): Promise<Watched> {
  const title = `Looking whether ${serviceRefWords(ref)} was updated`;
  const found = await context.ui.progress(title, (_progress, signal) =>
    lookHowFar(context, ref, entry, signal).catch((error: unknown) => {
      if (signal.aborted) return undefined;
      throw error;
    }),
  );
  if (found?.watched) return found.watched;
  const before = done.length === 0 ? "" : `${done.join(", and ")}, but `;
  throw told(`${before}it is not known whether ${serviceRefWords(ref)} was updated`, lost);
}

function told(words: string, cause: unknown): Error {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new Error(`${words}: ${reason}`, { cause });
}

const entryOf = (
  { connection, cluster, service }: ServiceRef,
  startedAt: number,
  step: JournalEntry["step"],
  taskDefinition: string,
): JournalEntry => ({ target: connection.target, cluster, service, startedAt, step, taskDefinition });
