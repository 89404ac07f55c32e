import { defined } from "../../../../shared/src/defined.ts";
import type { CreateServiceInput, Service } from "../../aws/types.ts";
import { nameOfArn } from "../../model/arn.ts";
import { changesBetween, changeWords } from "../../model/changes.ts";
import { forcesDeployment, updateOf, type ServiceForms } from "../../model/serviceForm.ts";
import { counted } from "../../model/words.ts";
import type { CommandContext } from "../command.ts";
import { currentConnection } from "../choosing/currentConnection.ts";
import { deployOutside, outsideController } from "./codeDeploy.ts";
import { nowWords } from "./deployFacts.ts";
import { Journal, noted } from "./journal.ts";
import {
  serviceRefResource,
  serviceRefWords,
  requireWritable,
  type ServiceRef,
} from "../choosing/serviceRef.ts";
import { fillFile, type InspectedFile, type PreparedService } from "./preparedFile.ts";
import { rollOut } from "./rollOut.ts";
import { changedNames, serviceRefOfFile, planService, type ServiceUpdate } from "./servicePlan.ts";
import { setTags } from "./setTags.ts";
import { showForms } from "./showRevisions.ts";
import { accountFacts } from "./verify.ts";
import { watch } from "./watch.ts";
import { watchedOf } from "./watching.ts";

/** Brings a service to what its file says; creates it where there is none. */
export async function deployServiceFile(
  context: CommandContext,
  inspected: InspectedFile,
  chosen: ServiceRef | undefined,
): Promise<void> {
  const connection = chosen?.connection ?? (await currentConnection(context));
  if (!connection) return;
  await connection.writes.requireWritable([]);
  const prepared = await fillFile(context, inspected);
  if (prepared?.kind !== "service") return;
  const ref = chosen ?? (await serviceRefOfFile(context, connection, prepared.input));
  if (!ref) return;
  await requireWritable(ref);
  const plan = await planService(ref, prepared.input);
  if (plan.service) await update(context, prepared, ref, plan);
  else await create(context, prepared, ref, plan.input);
}

async function create(
  context: CommandContext,
  prepared: PreparedService,
  ref: ServiceRef,
  input: CreateServiceInput,
): Promise<void> {
  const { connection, cluster, service } = ref;
  const { taskDefinition = "", desiredCount = 0, launchType, capacityProviderStrategy } = input;
  const account = await accountFacts(context, connection, prepared);
  const permit = await connection.writes.ask({
    question: `Create the service ${serviceRefWords(ref)}`,
    facts: [
      ...account,
      `Runs ${nameOfArn(taskDefinition)}, ${counted(desiredCount, "task")}, on ${launchType ?? capacityProviderStrategy?.map((each) => each.capacityProvider).join(" + ") ?? "the cluster's default"}.`,
    ],
    action: "Create",
    resources: [serviceRefResource(ref)],
  });
  if (!permit) return;
  const created = await noted(
    context.memory,
    {
      target: connection.target,
      cluster,
      service,
      taskDefinition,
      step: "creating",
      startedAt: context.clock.now(),
    },
    () => permit.createService({ ...input, cluster, serviceName: service }),
  );
  void context.explorer.refresh();
  const primary = created.deployments?.find(({ status }) => status === "PRIMARY");
  if (primary) await watch(context, watchedOf(ref, primary, context.clock));
}

async function update(
  context: CommandContext,
  prepared: PreparedService,
  ref: ServiceRef,
  { service, input, difference }: ServiceUpdate,
): Promise<void> {
  const { file } = prepared;
  const { forms, changeable, fixed, tags } = difference;
  const changed = changedNames(difference);
  if (changed.length === 0) {
    await context.ui.info(`Nothing to change: ${serviceRefWords(ref)} is as ${file.name} says.`);
    return;
  }
  const name = `${ref.service}-live`;
  await showForms(
    context,
    `${serviceRefWords(ref)} ↔ ${file.name}`,
    { name, form: withTags(forms.live, tags.live) },
    { name: file.name, form: withTags(forms.file, tags.file) },
  );
  if (fixed.length > 0) {
    await context.ui.error(fixedWords(ref, forms, fixed));
    return;
  }
  if (outsideController(service) && changed.includes("taskDefinition"))
    return updateOutside(context, ref, service, input, changed);

  const account = await accountFacts(context, ref.connection, prepared);
  const permit = await ref.connection.writes.ask({
    question: `Update the service ${serviceRefWords(ref)}`,
    facts: [...account, ...updateFacts(difference), nowWords(service)],
    action: "Update",
    resources: [serviceRefResource(ref)],
  });
  if (!permit) return;
  const tagging = tags.changes.length > 0 ? await setTags(context, permit, ref, service, tags) : undefined;
  if (changeable.length === 0) {
    if (tagging) await new Journal(context.memory).remove(tagging);
    await context.ui.info(`The tags of ${serviceRefWords(ref)} are as ${file.name} says.`);
    return;
  }
  const { taskDefinition, ...changes } = updateOf(forms, changeable);
  await rollOut(context, permit, ref, {
    changes,
    ...(tagging ? { done: `the tags of ${serviceRefWords(ref)} were set` } : {}),
    ...defined({ taskDefinition }),
  });
}

const updateFacts = ({ forms, changeable, tags, scaled }: ServiceUpdate["difference"]): readonly string[] => [
  ...[...changesBetween(forms.live, forms.file), ...tags.changes].map((change) => `${changeWords(change)}.`),
  ...(forms.unread.length > 0
    ? [`What the service has of ${forms.unread.join(" and ")} could not be read.`]
    : []),
  ...(forcesDeployment(changeable)
    ? ["Replaces all tasks: ECS takes another capacity provider strategy only with a new deployment."]
    : []),
  ...(scaled
    ? [
        `The desired count is left alone: auto scaling keeps it from ${scaled.MinCapacity ?? 0} to ${scaled.MaxCapacity ?? 0}.`,
      ]
    : []),
];

const withTags = (form: object, tags: object): object => ({
  ...form,
  ...(Object.keys(tags).length > 0 ? { tags } : {}),
});

/**
 * ECS refuses a new revision for a service that it does not deploy itself, and with it the rest of the
 * update.
 */
async function updateOutside(
  context: CommandContext,
  ref: ServiceRef,
  service: Service,
  { taskDefinition = "" }: CreateServiceInput,
  changed: readonly string[],
): Promise<void> {
  const others = changed.filter((member) => member !== "taskDefinition");
  if (others.length > 0) {
    const words = `Nothing was changed. ECS changes ${others.join(", ")} of ${serviceRefWords(ref)} only without a new revision: set taskDefinition to ${nameOfArn(service.taskDefinition ?? "")} in the file, deploy it, and then the revision alone.`;
    await context.ui.error(words);
    return;
  }
  await deployOutside(context, ref, service, { taskDefinition, facts: [] });
}

/** ECS cannot change these; the user must know before half of the file is deployed. */
export function fixedWords(ref: ServiceRef, { live, file }: ServiceForms, fixed: readonly string[]): string {
  const words = fixed
    .map((member) => changesBetween(live[member], file[member], [member]).map(changeWords).join(", "))
    .join(", ");
  return `Nothing was changed. ECS cannot change ${words} of a service that exists: set it back in the file, or create a service of another name and delete ${ref.service}.`;
}
