import type { Connection } from "../../aws/connection.ts";
import type { CreateServiceInput, Service } from "../../aws/types.ts";
import { nameOfArn } from "../../model/arn.ts";
import { changesBetween, changeWords } from "../../model/changes.ts";
import { changedMembers, serviceForms, updateOf, type ServiceForms } from "../../model/serviceForm.ts";
import type { CommandContext } from "../command.ts";
import { currentConnection } from "../currentConnection.ts";
import { deployOutside, outsideController } from "./codeDeploy.ts";
import { nowWords } from "./deployTaskDefinition.ts";
import { pickCluster } from "./pickPlace.ts";
import { findService, placeNames, placeWords, requireWritable, type Place } from "./place.ts";
import type { PreparedService } from "./preparedFile.ts";
import { rollOut } from "./rollOut.ts";
import { showForms } from "./showRevisions.ts";
import { accountFacts } from "./verify.ts";
import { watch, watchedOf } from "./watch.ts";

/** Brings a service to what its file says; creates it where there is none. */
export async function deployServiceFile(context: CommandContext, prepared: PreparedService, chosen: Place | undefined): Promise<void> {
  const { input } = prepared;
  const connection = chosen?.connection ?? (await currentConnection(context));
  if (!connection) return;
  const cluster = chosen?.cluster ?? (await clusterFor(context, connection, input));
  if (cluster === undefined) return;
  const place: Place = { connection, cluster, service: chosen?.service ?? input.serviceName ?? "" };
  await requireWritable(place);
  const service = await findService(place);
  const full = { ...input, taskDefinition: await fullRevision(connection, input.taskDefinition) };
  if (service?.status === "ACTIVE") await update(context, prepared, place, service, full);
  else await create(context, prepared, place, full);
}

async function clusterFor(context: CommandContext, connection: Connection, { cluster }: CreateServiceInput): Promise<string | undefined> {
  if (cluster === undefined) return pickCluster(context, connection, "Deploy the service to which cluster?");
  const [found] = await connection.ecs.describeClusters([cluster]);
  if (found?.clusterArn === undefined) throw new Error(`there is no cluster ${nameOfArn(cluster)}.`);
  return found.clusterArn;
}

/** The ARN that a name stands for: a family alone means its newest revision, as for ECS. */
async function fullRevision(connection: Connection, name: string | undefined): Promise<string | undefined> {
  if (name === undefined || name.startsWith("arn:")) return name;
  if (/:\d+$/.test(name)) return (await connection.ecs.taskDefinition(name)).taskDefinitionArn;
  const [newest] = await connection.ecs.revisions(name);
  if (newest === undefined) throw new Error(`${name} has no active revision. Register its task definition first.`);
  return newest;
}

async function create(context: CommandContext, prepared: PreparedService, place: Place, input: CreateServiceInput): Promise<void> {
  const { connection, cluster, service } = place;
  const { taskDefinition = "", desiredCount = 0, launchType, capacityProviderStrategy } = input;
  const account = await accountFacts(context, connection, prepared);
  const permit = await connection.writes.ask({
    question: `Create the service ${placeWords(place)}`,
    facts: [...account, `Runs ${nameOfArn(taskDefinition)}, ${desiredCount} tasks, on ${launchType ?? capacityProviderStrategy?.map((each) => each.capacityProvider).join(" + ") ?? "the cluster's default"}.`],
    action: "Create",
    names: placeNames(place),
  });
  if (!permit) return;
  const created = await permit.createService({ ...input, cluster, serviceName: service });
  void context.explorer.refresh();
  const primary = created.deployments?.find(({ status }) => status === "PRIMARY");
  if (primary) await watch(context, watchedOf(place, primary));
}

async function update(context: CommandContext, prepared: PreparedService, place: Place, service: Service, input: CreateServiceInput): Promise<void> {
  const { file } = prepared;
  const scaled = input.desiredCount === undefined ? undefined : await scaling(place);
  const forms = serviceForms(service, scaled ? { ...input, desiredCount: undefined } : input);
  const { changeable, fixed } = changedMembers(forms);
  if (changeable.length + fixed.length === 0) return void (await context.ui.info(`Nothing to change: ${placeWords(place)} is as ${file.name} says.`));
  await showForms(context, `${placeWords(place)} ↔ ${file.name}`, { name: `${place.service}-live`, form: forms.live }, { name: file.name, form: forms.file });
  if (fixed.length > 0) return void (await context.ui.error(fixedWords(place, forms, fixed)));
  if (outsideController(service) && changeable.includes("taskDefinition")) return updateOutside(context, place, service, input, changeable);

  const account = await accountFacts(context, place.connection, prepared);
  const permit = await place.connection.writes.ask({
    question: `Update the service ${placeWords(place)}`,
    facts: [
      ...account,
      ...changesBetween(forms.live, forms.file).map((change) => `${changeWords(change)}.`),
      ...(scaled ? [`The desired count is left alone: auto scaling keeps it from ${scaled.MinCapacity ?? 0} to ${scaled.MaxCapacity ?? 0}.`] : []),
      nowWords(service),
    ],
    action: "Update",
    names: placeNames(place),
  });
  if (!permit) return;
  const { taskDefinition, ...changes } = updateOf(input, changeable);
  await rollOut(context, permit, place, { changes, ...(taskDefinition === undefined ? {} : { taskDefinition }) });
}

/** ECS refuses a new revision for a service that it does not deploy itself, and with it the rest of the update. */
async function updateOutside(context: CommandContext, place: Place, service: Service, { taskDefinition = "" }: CreateServiceInput, changed: readonly string[]): Promise<void> {
  const others = changed.filter((member) => member !== "taskDefinition");
  if (others.length > 0) {
    const words = `Nothing was changed. ECS changes ${others.join(", ")} of ${placeWords(place)} only without a new revision: set taskDefinition to ${nameOfArn(service.taskDefinition ?? "")} in the file, deploy it, and then the revision alone.`;
    return void (await context.ui.error(words));
  }
  await deployOutside(context, place, service, { taskDefinition, facts: [] });
}

async function scaling({ connection, cluster, service }: Place): Promise<{ readonly MinCapacity?: number | undefined; readonly MaxCapacity?: number | undefined } | undefined> {
  return (await connection.scaling.scaling(nameOfArn(cluster), service)).target;
}

/** ECS cannot change these; the person must know before half of the file is deployed. */
function fixedWords(place: Place, { live, file }: ServiceForms, fixed: readonly string[]): string {
  const words = fixed.map((member) => changesBetween(live[member], file[member], [member]).map(changeWords).join(", ")).join(", ");
  return `Nothing was changed. ECS cannot change ${words} of a service that exists: set it back in the file, or create a service of another name and delete ${place.service}.`;
}
