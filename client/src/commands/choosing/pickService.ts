import type { Connection } from "../../aws/connection.ts";
import type { EcsFile } from "../../host/files.ts";
import { nameOfArn } from "../../model/arn.ts";
import { targetLabel, type Target } from "../../model/target.ts";
import { counted } from "../../model/words.ts";
import type { ServiceNode } from "../../tree/serviceNode.ts";
import type { CommandContext } from "../command.ts";
import { currentConnection } from "./currentConnection.ts";
import { serviceRefOf, serviceRefWords, requireWritable, type ServiceRef } from "./serviceRef.ts";

/** Where a file was deployed last. */
interface Remembered {
  readonly target: Target;
  readonly cluster: string;
  readonly service: string;
}

const key = "places";

/**
 * The services that a file goes to: those the settings bind it to, the one of last time, or one to choose.
 * None when the user gives up.
 */
export async function pickServiceRefs(
  context: CommandContext,
  file: EcsFile,
): Promise<readonly ServiceRef[]> {
  const bindings = await bound(context, file);
  const known = bindings.length > 0 ? bindings : remembered(context, file);
  const chosen =
    bindings.length === 1 ? bindings : known.length === 0 ? "other" : await pickKnown(context, file, known);
  if (chosen !== "other") return Promise.all((chosen ?? []).map((each) => opened(context, each)));
  const ref = await pickServiceRef(context);
  return ref ? [ref] : [];
}

async function opened(
  { connections }: CommandContext,
  { target, cluster: name, service }: Remembered,
): Promise<ServiceRef> {
  const connection = await connections.open(target);
  const [cluster] = await connection.ecs.describeClusters([name]);
  if (cluster?.clusterArn === undefined)
    throw new Error(`there is no cluster ${nameOfArn(name)} in ${targetLabel(target)}.`);
  return { connection, cluster: cluster.clusterArn, service };
}

/** Proposes a place the next time that the file is deployed. */
export async function rememberServiceRef(
  { memory }: CommandContext,
  file: EcsFile,
  { connection, cluster, service }: ServiceRef,
): Promise<void> {
  const refs = memory.get<Readonly<Record<string, Remembered>>>(key) ?? {};
  await memory.update(key, { ...refs, [file.uri]: { target: connection.target, cluster, service } });
}

async function pickKnown(
  { ui }: CommandContext,
  file: EcsFile,
  known: readonly Remembered[],
): Promise<readonly Remembered[] | "other" | undefined> {
  const each = known.map((ref) => ({
    label: serviceRefWords(ref),
    description: targetLabel(ref.target),
    value: [ref],
  }));
  const all = {
    label: `All ${known.length} services`,
    description: known.map(({ service }) => service).join(", "),
    value: known,
  };
  const choices = known.length > 1 ? [all, ...each] : each;
  return ui.pick<readonly Remembered[] | "other">(`Deploy ${file.name} to`, [
    ...choices,
    { label: "Another service…", value: "other" as const },
  ]);
}

async function bound(
  { settings, connections }: CommandContext,
  { uri }: EcsFile,
): Promise<readonly Remembered[]> {
  const path = decodeURIComponent(uri);
  const [current] = await connections.targets();
  return settings
    .deployBindings()
    .filter(({ file }) => path.endsWith(`/${file}`))
    .flatMap(({ cluster, service, profile = current?.profile, region = current?.region }) =>
      region === undefined ? [] : [{ target: { profile, region }, cluster, service }],
    );
}

function remembered({ memory, connections }: CommandContext, { uri }: EcsFile): readonly Remembered[] {
  const ref = memory.get<Readonly<Record<string, Remembered>>>(key)?.[uri];
  const isGone = ref?.target.simulated && connections.demo !== "running";
  return ref && !isGone ? [ref] : [];
}

/** The service of a row, or one to choose. Undefined when the user gives up. */
export async function serviceRefFor(
  context: CommandContext,
  node: ServiceNode | undefined,
  doing: string,
): Promise<ServiceRef | undefined> {
  return node ? serviceRefOf(node) : pickServiceRef(context, doing);
}

/**
 * Like {@link serviceRefFor}, for what writes; throws ReadOnlyError where the settings forbid that, before
 * anything more is asked.
 */
export async function writableServiceRef(
  context: CommandContext,
  node: ServiceNode | undefined,
  doing: string,
): Promise<ServiceRef | undefined> {
  const ref = await serviceRefFor(context, node, doing);
  if (ref) await requireWritable(ref);
  return ref;
}

/**
 * A service to choose.
 * @param doing what is done to it, as the titles of the questions say
 * @param at the current connection where it is left out
 */
export async function pickServiceRef(
  context: CommandContext,
  doing = "Deploy",
  at?: Connection,
): Promise<ServiceRef | undefined> {
  const connection = at ?? (await currentConnection(context));
  if (!connection) return undefined;
  const cluster = await pickCluster(context, connection, `${doing} (1/2): cluster`);
  if (cluster === undefined) return undefined;
  const arns = await connection.ecs.serviceArns(cluster);
  if (arns.length === 0) {
    await context.ui.warn(`${nameOfArn(cluster)} has no services. Deploy a service file to create one.`);
    return undefined;
  }
  const service = await context.ui.pick(
    `${doing} (2/2): service`,
    arns.toSorted().map((arn) => ({ label: nameOfArn(arn), value: nameOfArn(arn) })),
  );
  return service === undefined ? undefined : { connection, cluster, service };
}

/** The ARN of a cluster. */
export async function pickCluster(
  { ui }: CommandContext,
  connection: Connection,
  title: string,
): Promise<string | undefined> {
  const clusters = await connection.ecs.clusters();
  return ui.pick(
    title,
    clusters.map(({ clusterName = "", clusterArn = "", activeServicesCount = 0 }) => ({
      label: clusterName,
      description: counted(activeServicesCount, "service"),
      value: clusterArn,
    })),
  );
}
