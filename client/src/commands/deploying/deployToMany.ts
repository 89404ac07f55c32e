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
import { placeResource, placeWords, requireService, type Place } from "../choosing/serviceRef.ts";
import type { PreparedTaskDefinition } from "./preparedFile.ts";
import { rollOut } from "./rollOut.ts";
import { showForms } from "./showRevisions.ts";
import { accountFacts } from "./verify.ts";

/** Brings one task definition to several services: for each account and region one question, one revision, and as many deployments side by side. */
export async function deployToMany(
  context: CommandContext,
  prepared: PreparedTaskDefinition,
  places: readonly Place[],
): Promise<void> {
  const connections = [...new Set(places.map(({ connection }) => connection))];
  for (const connection of connections)
    await deployWith(
      context,
      prepared,
      connection,
      places.filter((place) => place.connection === connection),
    );
}

/** A service to which the file would bring something new. */
interface Due {
  readonly place: Place;
  readonly service: Service;
  readonly before: object;
  readonly changes: number;
}

async function deployWith(
  context: CommandContext,
  prepared: PreparedTaskDefinition,
  connection: Connection,
  places: readonly Place[],
): Promise<void> {
  const { file, input: given } = prepared;
  const services = await Promise.all(places.map(requireService));
  const outside = places.filter((_place, index) => outsideController(services[index]!));
  if (outside.length > 0)
    return void (await context.ui.error(
      `Nothing was registered. ${outside.map(placeWords).join(" and ")} cannot be deployed by ECS: deploy the others without it.`,
    ));
  const lives = await Promise.all(
    services.map(({ taskDefinition = "" }) => connection.ecs.taskDefinitionWithTags(taskDefinition)),
  );
  const input = withTags(given, lives[0]?.tags);
  const after = normalised(input);
  const all = places.map((place, index): Due => {
    const { definition, tags } = lives[index]!;
    const before = normalised(inputOf(definition, tags));
    return { place, service: services[index]!, before, changes: changesBetween(before, after).length };
  });
  const due = all.filter(({ changes }) => changes > 0);
  const [first] = due;
  if (!first)
    return void (await context.ui.info(
      `Nothing to register: ${places.map(placeWords).join(" and ")} run what ${file.name} says.`,
    ));

  const account = await accountFacts(context, connection, prepared);
  const live = nameOfArn(first.service.taskDefinition ?? "");
  await showForms(
    context,
    `${placeWords(first.place)}: ${live} ↔ ${file.name}`,
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
      ...due.map(({ place }) => placeResource(place)),
      ...(existing === undefined ? [familyResource(input.family ?? "")] : []),
    ],
  });
  if (!permit) return;
  const targets = due.map(({ place }) => place);
  const taskDefinition = existing ?? (await registerFor(context, permit, targets, input));
  if (taskDefinition === undefined) return;
  await Promise.all(
    targets.map((place) =>
      rollOut(context, permit, place, { taskDefinition }).catch((error: unknown) =>
        context.ui.error(describeFailure(error, `deploy to ${placeWords(place)}`).message),
      ),
    ),
  );
}

const factOf = ({
  place,
  service: { taskDefinition = "", runningCount = 0, desiredCount = 0 },
  changes,
}: Due): string =>
  `${placeWords(place)}: ${changes === 0 ? "left alone, it runs what the file says" : `${counted(changes, "change")} to ${nameOfArn(taskDefinition)}`}, ${runningCount} of ${desiredCount} tasks.`;

/**
 * ARN of the new revision. Until it is there, the journal has for each service that it is being made. Cancelling takes
 * effect before the services are updated, and is told: then undefined.
 */
async function registerFor(
  context: CommandContext,
  permit: Permit,
  places: readonly Place[],
  input: RegisterTaskDefinitionInput,
): Promise<string | undefined> {
  const journal = new Journal(context.memory);
  const startedAt = context.clock.now();
  const entries = places.map(
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
    const title = `Registering ${input.family} for ${counted(places.length, "service")}`;
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
    const were = places.length === 1 ? "was" : "were";
    await context.ui.info(
      `Cancelled: ${nameOfArn(taskDefinitionArn)} was registered, and ${places.map(placeWords).join(" and ")} ${were} not updated.`,
    );
    return undefined;
  } catch (error) {
    for (const entry of entries) await journal.removeRefused(entry, error);
    throw error;
  }
}
