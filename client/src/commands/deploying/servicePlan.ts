import type { Connection } from "../../aws/connection.ts";
import type { CreateServiceInput, Service } from "../../aws/types.ts";
import { nameOfArn } from "../../model/arn.ts";
import { changedMembers, toldByRevision, serviceForms, type ServiceForms } from "../../model/serviceForm.ts";
import { tagChanges, type TagChanges } from "../../model/tagChanges.ts";
import type { CommandContext } from "../command.ts";
import { pickCluster } from "../choosing/pickService.ts";
import { findService, type ServiceRef } from "../choosing/serviceRef.ts";

/**
 * The place that a service file names; where it names no cluster, the user chooses. Undefined when they give
 * up.
 */
export async function serviceRefOfFile(
  context: CommandContext,
  connection: Connection,
  input: CreateServiceInput,
): Promise<ServiceRef | undefined> {
  const cluster = await clusterFor(context, connection, input);
  return cluster === undefined ? undefined : { connection, cluster, service: input.serviceName ?? "" };
}

async function clusterFor(
  context: CommandContext,
  connection: Connection,
  { cluster }: CreateServiceInput,
): Promise<string | undefined> {
  if (cluster === undefined) return pickCluster(context, connection, "Deploy the service to which cluster?");
  const [found] = await connection.ecs.describeClusters([cluster]);
  if (found?.clusterArn === undefined) throw new Error(`there is no cluster ${nameOfArn(cluster)}.`);
  return found.clusterArn;
}

/** What a service file asks of a service that exists. */
export interface ServiceUpdate {
  readonly service: Service;
  /** With the full ARN of its task definition. */
  readonly input: CreateServiceInput;
  readonly difference: Difference;
}

/** What a service file asks of a place where there is no service. */
export interface ServiceCreation {
  readonly service?: undefined;
  readonly input: CreateServiceInput;
}

/** Holds a service file against the place that it goes to. */
export async function planService(
  ref: ServiceRef,
  given: CreateServiceInput,
): Promise<ServiceCreation | ServiceUpdate> {
  const service = await findService(ref);
  const input = await withFullRevision(ref.connection, given);
  return service?.status === "ACTIVE"
    ? { service, input, difference: await differenceOf(ref, service, input) }
    : { input };
}

/** The input with the full ARN of its task definition. */
export async function withFullRevision(
  connection: Connection,
  input: CreateServiceInput,
): Promise<CreateServiceInput> {
  return { ...input, taskDefinition: await fullRevision(connection, input.taskDefinition) };
}

/** The ARN that a name stands for: a family alone means its newest revision, as for ECS. */
async function fullRevision(connection: Connection, name: string | undefined): Promise<string | undefined> {
  if (name === undefined || name.startsWith("arn:")) return name;
  if (/:\d+$/.test(name)) return (await connection.ecs.taskDefinition(name)).taskDefinitionArn;
  const [newest] = await connection.ecs.newestRevisions(name, 1);
  if (newest === undefined)
    throw new Error(`${name} has no active revision. Register its task definition first.`);
  return newest;
}

/** A service and its file in forms that compare. */
export async function formsAt(
  { connection }: ServiceRef,
  service: Service,
  input: CreateServiceInput,
): Promise<ServiceForms> {
  const revision =
    toldByRevision(input).length > 0 ? await connection.deployments.current(service) : undefined;
  return serviceForms({ service, revision }, input);
}

export interface Difference {
  readonly forms: ServiceForms;
  readonly changeable: readonly string[];
  readonly fixed: readonly string[];
  readonly tags: TagChanges;
  /** The bounds of auto scaling, where it and not the file decides on the count. */
  readonly scaled: Bounds | undefined;
}

/** What the file says otherwise than the service; tags that it does not name stay as they are. */
async function differenceOf(
  ref: ServiceRef,
  service: Service,
  input: CreateServiceInput,
): Promise<Difference> {
  const { connection, cluster, service: name } = ref;
  const scaled = input.desiredCount === undefined ? undefined : await scaling(ref);
  const forms = await formsAt(ref, service, scaled ? { ...input, desiredCount: undefined } : input);
  const tags = input.tags
    ? tagChanges(await connection.ecs.serviceTags(cluster, name), input.tags)
    : tagChanges([], []);
  return { forms, ...changedMembers(forms), tags, scaled };
}

/** The members that differ. */
export const changedNames = ({ changeable, fixed, tags }: Difference): readonly string[] => [
  ...changeable,
  ...fixed,
  ...(tags.changes.length > 0 ? ["tags"] : []),
];

interface Bounds {
  readonly MinCapacity?: number | undefined;
  readonly MaxCapacity?: number | undefined;
}

async function scaling({ connection, cluster, service }: ServiceRef): Promise<Bounds | undefined> {
  return (await connection.scaling.scaling(nameOfArn(cluster), service)).target;
}
