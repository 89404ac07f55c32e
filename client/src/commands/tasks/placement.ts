import type { Connection } from "../../aws/connection.ts";
import type { RunTaskInput, Service, Task, TaskDefinition } from "../../aws/types.ts";
import { nameOfArn } from "../../model/arn.ts";
import type { CommandContext } from "../command.ts";
import { requireService } from "../choosing/serviceRef.ts";

/** Where a task runs and in which network. */
export type Placement = Pick<
  RunTaskInput,
  "capacityProviderStrategy" | "launchType" | "networkConfiguration" | "platformVersion"
>;

/** How a service runs its tasks. RunTask takes a launch type or a strategy, not both. */
export function placementOf({
  launchType,
  capacityProviderStrategy = [],
  networkConfiguration,
  platformVersion,
}: Service): Placement {
  const compute =
    capacityProviderStrategy.length > 0
      ? { capacityProviderStrategy }
      : launchType === undefined
        ? {}
        : { launchType };
  return {
    ...compute,
    ...(networkConfiguration ? { networkConfiguration } : {}),
    ...(platformVersion ? { platformVersion } : {}),
  };
}

/** A task tells its subnet but not its security groups: those come from its service, or are asked. */
export async function placementLike(
  context: CommandContext,
  connection: Connection,
  task: Task,
): Promise<Placement | undefined> {
  const cluster = task.clusterArn ?? "";
  const compute: Placement = task.capacityProviderName
    ? { capacityProviderStrategy: [{ capacityProvider: task.capacityProviderName }] }
    : task.launchType
      ? { launchType: task.launchType }
      : {};
  if (!task.attachments?.some(({ type }) => type === "ElasticNetworkInterface")) return compute;
  const service = task.group?.startsWith("service:")
    ? await requireService({ connection, cluster, service: task.group.slice("service:".length) })
    : undefined;
  const networkConfiguration = service
    ? service.networkConfiguration
    : (await askPlacement(context, connection, cluster))?.networkConfiguration;
  return networkConfiguration && { ...compute, networkConfiguration };
}

/**
 * A placement for a task definition in a cluster; undefined when the user dismisses a question. Only awsvpc
 * has a network to choose.
 */
export async function placementFor(
  context: CommandContext,
  connection: Connection,
  cluster: string,
  { networkMode }: TaskDefinition,
): Promise<Placement | undefined> {
  return networkMode === "awsvpc" ? askPlacement(context, connection, cluster) : {};
}

/** As a service of the cluster runs its tasks, or in subnets and security groups that the user types. */
async function askPlacement(
  context: CommandContext,
  connection: Connection,
  cluster: string,
): Promise<Placement | undefined> {
  const arns = await connection.ecs.serviceArns(cluster);
  const services = arns
    .toSorted()
    .map((arn) => ({ label: `As ${nameOfArn(arn)} does`, value: nameOfArn(arn) }));
  const service = await context.ui.pick<string>("Subnets and security groups", [
    ...services,
    { label: "Type them…", value: "" },
  ]);
  if (service === undefined) return undefined;
  return service === ""
    ? typedNetwork(context)
    : placementOf(await requireService({ connection, cluster, service }));
}

async function typedNetwork({ ui }: CommandContext): Promise<Placement | undefined> {
  const ask = async (what: string, prefix: string): Promise<string[] | undefined> => {
    const validate = (text: string): string | undefined =>
      idsOf(text).length > 0 && idsOf(text).every((id) => id.startsWith(prefix))
        ? undefined
        : `Type ids that begin with ${prefix}, with blanks or commas between them.`;
    const text = await ui.input({
      title: "Network of the task",
      prompt: what,
      placeholder: `${prefix}0a1b2c3d`,
      validate,
    });
    return text === undefined ? undefined : idsOf(text);
  };
  const subnets = await ask("Subnets", "subnet-");
  const securityGroups = subnets && (await ask("Security groups", "sg-"));
  return (
    securityGroups && {
      launchType: "FARGATE",
      networkConfiguration: { awsvpcConfiguration: { subnets, securityGroups } },
    }
  );
}

const idsOf = (text: string): string[] => text.split(/[\s,]+/).filter(Boolean);
