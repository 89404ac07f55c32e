import type { Connection } from "../../aws/connection.ts";
import type { RegisterTaskDefinitionInput, Service, Tag } from "../../aws/types.ts";
import { familyAndRevision, nameOfArn } from "../../model/arn.ts";
import { familyResource } from "../../model/resource.ts";
import { changesBetween, type Change } from "../../model/changes.ts";
import { normalised } from "../../model/normalised.ts";
import { ownTags } from "../../model/tagChanges.ts";
import { inputOf } from "../../model/taskDefinitionInput.ts";
import type { CommandContext } from "../command.ts";
import { changeFacts, nowWords } from "./deployFacts.ts";
import { deployOutside, outsideController } from "./codeDeploy.ts";
import { rememberServiceRef } from "../choosing/pickService.ts";
import {
  serviceRefResource,
  serviceRefWords,
  requireService,
  type ServiceRef,
} from "../choosing/serviceRef.ts";
import type { PreparedTaskDefinition } from "./preparedFile.ts";
import { rollOut } from "./rollOut.ts";
import { normalisedRevision, showForms } from "./showRevisions.ts";
import { accountFacts } from "./verify.ts";

/** What deploying a task definition to a service would change. */
export interface TaskDefinitionPlan {
  readonly service: Service;
  /** With the tags of the revision that is live, unless the file has its own. */
  readonly input: RegisterTaskDefinitionInput;
  /** The normalised forms of what is live and of the input. */
  readonly before: object;
  readonly after: object;
  readonly changes: readonly Change[];
}

/** Holds a task definition against what a service runs. */
export async function planTaskDefinition(
  ref: ServiceRef,
  given: RegisterTaskDefinitionInput,
): Promise<TaskDefinitionPlan> {
  const service = await requireService(ref);
  const live = await ref.connection.ecs.taskDefinitionWithTags(service.taskDefinition ?? "");
  const input = withTags(given, live.tags);
  const [before, after] = [normalised(inputOf(live.definition, live.tags)), normalised(input)];
  return { service, input, before, after, changes: changesBetween(before, after) };
}

/**
 * Brings a task definition to a service: shows what changes, asks, registers unless an equal revision is
 * there, and follows.
 */
export async function deployTaskDefinition(
  context: CommandContext,
  prepared: PreparedTaskDefinition,
  ref: ServiceRef,
): Promise<void> {
  const { file } = prepared;
  const { connection } = ref;
  const { service, input, before, after, changes } = await planTaskDefinition(ref, prepared.input);
  const live = nameOfArn(service.taskDefinition ?? "");
  if (changes.length === 0) return deployUnchanged(context, ref, service);

  const account = await accountFacts(context, connection, prepared);
  await showForms(
    context,
    `${serviceRefWords(ref)}: ${live} ↔ ${file.name}`,
    { name: live, form: before },
    { name: file.name, form: after },
  );
  const existing = await equalRevision(connection, input.family ?? "", after);
  const plan = existing === undefined ? { register: input } : { taskDefinition: existing };
  const facts = [...account, ...changeFacts(changes)];
  if (outsideController(service)) return deployOutside(context, ref, service, { ...plan, facts });
  const permit = await connection.writes.ask({
    question: `Deploy ${input.family} to ${serviceRefWords(ref)}`,
    facts: [
      ...facts,
      existing === undefined
        ? `Registers a new revision of ${input.family}.`
        : `Registers nothing: ${nameOfArn(existing)} equals the file.`,
      nowWords(service),
    ],
    action: "Deploy",
    resources: [
      serviceRefResource(ref),
      ...(existing === undefined ? [familyResource(input.family ?? "")] : []),
    ],
  });
  if (!permit) return;
  await rememberServiceRef(context, file, ref);
  await rollOut(context, permit, ref, plan);
}

/**
 * A file that says nothing of tags keeps those of the revision before, but for those of AWS, which nobody
 * else may set.
 */
export function withTags(
  input: RegisterTaskDefinitionInput,
  tags: readonly Tag[] = [],
): RegisterTaskDefinitionInput {
  const own = ownTags(tags);
  return input.tags !== undefined || own.length === 0 ? input : { ...input, tags: [...own] };
}

/** How many of the newest revisions are held against the file. */
const recent = 5;

/** The newest revision that equals the file: there is no need for one more. */
export async function equalRevision(
  connection: Connection,
  family: string,
  form: object,
): Promise<string | undefined> {
  const newest = await connection.ecs.newestRevisions(family, recent);
  const forms = await Promise.all(newest.map((arn) => normalisedRevision(connection, arn)));
  return newest.find((_arn, index) => changesBetween(forms[index], form).length === 0);
}

/** Nothing is to be registered; the user may want new tasks all the same. */
async function deployUnchanged(context: CommandContext, ref: ServiceRef, service: Service): Promise<void> {
  const { taskDefinition = "" } = service;
  const revision = nameOfArn(taskDefinition);
  const again = `Deploy ${revision} Again`;
  if (outsideController(service)) {
    await context.ui.info(
      `Nothing to register: the file equals ${revision}, which ${serviceRefWords(ref)} runs.`,
    );
    return;
  }
  if (
    (await context.ui.info(
      `Nothing to register: the file equals ${revision}, which ${serviceRefWords(ref)} runs.`,
      again,
    )) !== again
  )
    return;
  const permit = await ref.connection.writes.ask({
    question: `Deploy ${revision} again to ${serviceRefWords(ref)}`,
    facts: [
      `Replaces all tasks; revision ${familyAndRevision(taskDefinition).revision} stays.`,
      nowWords(service),
    ],
    action: "Deploy",
    resources: [serviceRefResource(ref)],
  });
  if (permit) await rollOut(context, permit, ref, { taskDefinition, changes: { forceNewDeployment: true } });
}
