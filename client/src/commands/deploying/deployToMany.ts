import type { Connection } from "../../aws/connection.ts";
import type { RegisterTaskDefinitionInput, Service } from "../../aws/types.ts";
import { familyResource } from "../../model/resource.ts";
import type { Permit } from "../../aws/writes/permit.ts";
import { nameOfArn } from "../../model/arn.ts";
import { changesBetween } from "../../model/changes.ts";
import { describeFailure } from "../../model/failure.ts";
import { normalised } from "../../model/normalised.ts";
import { inputOf } from "../../model/taskDefinitionInput.ts";
import { counted } from "../../model/words.ts";
import type { CommandContext } from "../command.ts";
import { outsideController } from "./codeDeploy.ts";
import { equalRevision, withTags } from "./deployTaskDefinition.ts";
import { Journal, type JournalEntry } from "./journal.ts";
import {
  serviceRefResource,
  serviceRefWords,
  requireService,
  type ServiceRef,
} from "../choosing/serviceRef.ts";
import type { PreparedTaskDefinition } from "./preparedFile.ts";
import { rollOut } from "./rollOut.ts";
import { showForms } from "./showRevisions.ts";
import { accountFacts } from "./verify.ts";

/**
 * Brings one task definition to several services: for each account and region one question, one revision, and
 * as many deployments side by side.
 */
export async function deployToMany(
  context: CommandContext,
  prepared: PreparedTaskDefinition,
  refs: readonly ServiceRef[],
): Promise<void> {
  const connections = [...new Set(refs.map(({ connection }) => connection))];
  for (const connection of connections)
    await deployWith(
      context,
      prepared,
      connection,
      refs.filter((ref) => ref.connection === connection),
    );
}

/** A service to which the file would bring something new. */
interface Due {
  readonly ref: ServiceRef;
  readonly service: Service;
  readonly before: object;
  readonly changes: number;
}

async function deployWith(
  context: CommandContext,
  prepared: PreparedTaskDefinition,
  connection: Connection,
  refs: readonly ServiceRef[],
): Promise<void> {
  const { file, input: given } = prepared;
  const services = await Promise.all(refs.map(requireService));
  const outside = refs.filter((_place, index) => outsideController(services[index]!));
  if (outside.length > 0) {
    await context.ui.error(
      `Nothing was registered. ${outside.map(serviceRefWords).join(" and ")} cannot be deployed by ECS: deploy the others without it.`,
    );
    return;
  }
  const lives = await Promise.all(
    services.map(({ taskDefinition = "" }) => connection.ecs.taskDefinitionWithTags(taskDefinition)),
  );
  const input = withTags(given, lives[0]?.tags);
  const after = normalised(input);
  const all = refs.map((ref, index): Due => {
    const { definition, tags } = lives[index]!;
    const before = normalised(inputOf(definition, tags));
    return { ref, service: services[index]!, before, changes: changesBetween(before, after).length };
  });
  const due = all.filter(({ changes }) => changes > 0);
  const [first] = due;
  if (!first) {
    await context.ui.info(
      `Nothing to register: ${refs.map(serviceRefWords).join(" and ")} run what ${file.name} says.`,
    );
    return;
  }

  const account = await accountFacts(context, connection, prepared);
  const live = nameOfArn(first.service.taskDefinition ?? "");
  await showForms(
    context,
    `${serviceRefWords(first.ref)}: ${live} ↔ ${file.name}`,
    { name: live, form: first.before },
    { name: file.name, form: after },
  );
  const existing = await equalRevision(connection, input.family ?? "", after);
  const permit = await connection.writes.ask({
    question: `Deploy ${input.family} to ${counted(due.length, "service")}`,
    facts: [
      ...account,
      ...all.map(factOf),
      existing === undefined
        ? `Registers one new revision of ${input.family}.`
        : `Registers nothing: ${nameOfArn(existing)} equals the file.`,
    ],
    action: "Deploy",
    resources: [
      ...due.map(({ ref }) => serviceRefResource(ref)),
      ...(existing === undefined ? [familyResource(input.family ?? "")] : []),
    ],
  });
  if (!permit) return;
  const targets = due.map(({ ref }) => ref);
  const taskDefinition = existing ?? (await registerFor(context, permit, targets, input));
  if (taskDefinition === undefined) return;
  await Promise.all(
    targets.map((ref) =>
      rollOut(context, permit, ref, { taskDefinition }).catch((error: unknown) =>
        context.ui.error(describeFailure(error, `deploy to ${serviceRefWords(ref)}`).message),
      ),
    ),
  );
}

const factOf = ({
  ref,
  service: { taskDefinition = "", runningCount = 0, desiredCount = 0 },
  changes,
}: Due): string =>
  `${serviceRefWords(ref)}: ${changes === 0 ? "left alone, it runs what the file says" : `${counted(changes, "change")} to ${nameOfArn(taskDefinition)}`}, ${runningCount} of ${desiredCount} tasks.`;

/**
 * ARN of the new revision. Until it is there, the journal has for each service that it is being made.
 * Cancelling takes effect before the services are updated, and is told: then undefined.
 */
async function registerFor(
  context: CommandContext,
  permit: Permit,
  refs: readonly ServiceRef[],
  input: RegisterTaskDefinitionInput,
): Promise<string | undefined> {
  const journal = new Journal(context.memory);
  const startedAt = context.clock.now();
  const entries = refs.map(
    ({ connection, cluster, service }): JournalEntry => ({
      target: connection.target,
      cluster,
      service,
      startedAt,
      step: "registering",
      taskDefinition: input.family ?? "",
    }),
  );
  for (const entry of entries) await journal.write(entry);
  try {
    const title = `Registering ${input.family} for ${counted(refs.length, "service")}`;
    const { taskDefinitionArn = "", isCancelled } = await context.ui.progress(
      title,
      async (_progress, signal) => {
        const { taskDefinitionArn } = await permit.registerTaskDefinition(input);
        return { taskDefinitionArn, isCancelled: signal.aborted };
      },
    );
    if (!isCancelled) return taskDefinitionArn;
    for (const entry of entries) await journal.remove(entry);
    void context.explorer.refresh();
    const were = refs.length === 1 ? "was" : "were";
    await context.ui.info(
      `Cancelled: ${nameOfArn(taskDefinitionArn)} was registered, and ${refs.map(serviceRefWords).join(" and ")} ${were} not updated.`,
    );
    return undefined;
  } catch (error) {
    for (const entry of entries) await journal.removeRefused(entry, error);
    throw error;
  }
}
