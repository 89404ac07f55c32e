import type { LoadBalancer as AwsLoadBalancer } from "@aws-sdk/client-ecs";
import type { Scenario } from "./scenario.ts";
import type { LoadBalancer, Repository, Resources, SecurityGroup, Subnet } from "../state/resources.ts";
import type { Wire } from "../protocol/wire.ts";
import type { Account, TaskDefinition } from "../state/types.ts";

/**
 * The neighbours' resources at the beginning: those that the scenario names, and those that its task
 * definitions and services refer to, so that a scenario need not say everything twice.
 */
export function deriveResources(account: Account, scenario: Scenario): Resources {
  const { resources = {} } = scenario;
  const definitions = [...account.families.values()].flatMap((revisions) =>
    revisions.flatMap((definition) => definition ?? []),
  );
  const networks = servicesOf(account).flatMap(
    ({ settings }) => settings.networkConfiguration?.awsvpcConfiguration ?? [],
  );
  const secrets = definitions.flatMap(secretReferences);
  return {
    accountAlias: resources.accountAlias,
    vpc: resources.vpc ?? "vpc-0a1b2c3d4e5f60718",
    logGroups: merge(
      resources.logGroups,
      definitions.flatMap(logGroupNames).map((name) => ({ name })),
      "name",
    ),
    repositories: merge(resources.repositories, repositories(account, definitions), "name"),
    roles: merge(
      resources.roles,
      definitions.flatMap(roleNames).map((name) => ({ name })),
      "name",
    ),
    secrets: merge(
      resources.secrets,
      secrets.filter(isSecret).map((arn) => ({ name: secretName(arn) })),
      "name",
    ),
    parameters: merge(
      resources.parameters,
      secrets
        .filter((reference) => !isSecret(reference))
        .map((reference) => ({ name: parameterName(reference) })),
      "name",
    ),
    subnets: merge(
      resources.subnets,
      networks.flatMap(({ subnets = [] }) => subnets.map((id): Subnet => ({ id }))),
      "id",
    ),
    securityGroups: merge(
      resources.securityGroups,
      networks.flatMap(({ securityGroups = [] }) =>
        securityGroups.map((id): SecurityGroup => ({ id, name: id })),
      ),
      "id",
    ),
    vpcEndpoints: resources.vpcEndpoints ?? [],
    loadBalancers: merge(
      resources.loadBalancers,
      servicesOf(account).flatMap(({ settings }) => (settings.loadBalancers ?? []).flatMap(balancerOf)),
      "name",
    ),
    fileSystems: merge(
      resources.fileSystems,
      definitions.flatMap(fileSystemIds).map((id) => ({ id, name: id })),
      "id",
    ),
  };
}

/** Both lists, without those of the second whose key is known already. */
function merge<T, Key extends keyof T>(
  named: readonly T[] | undefined,
  derived: readonly T[],
  key: Key,
): T[] {
  const all = new Map([...derived, ...(named ?? [])].map((item) => [item[key], item]));
  return [...all.values()];
}

const servicesOf = (account: Account) =>
  [...account.clusters.values()].flatMap(({ services }) => [...services.values()]);

const containersOf = ({ record }: TaskDefinition) => record.containerDefinitions ?? [];

const logGroupNames = (definition: TaskDefinition): string[] =>
  containersOf(definition).flatMap(
    ({ logConfiguration }) => logConfiguration?.options?.["awslogs-group"] ?? [],
  );

const roleNames = ({ record }: TaskDefinition): string[] =>
  [record.taskRoleArn, record.executionRoleArn].flatMap((role) =>
    role === undefined ? [] : role.slice(role.lastIndexOf("/") + 1),
  );

const secretReferences = (definition: TaskDefinition): string[] =>
  containersOf(definition).flatMap(({ secrets = [] }) => secrets.flatMap(({ valueFrom }) => valueFrom ?? []));

const isSecret = (reference: string): boolean => reference.startsWith("arn:aws:secretsmanager:");

/** Without the six characters that Secrets Manager adds, and what selects a key of the secret. */
const secretName = (arn: string): string => (arn.split(":")[6] ?? "").replace(/-[A-Za-z0-9]{6}$/, "");

const parameterName = (reference: string): string =>
  reference.replace(/^arn:aws:ssm:[^:]*:\d*:parameter/, "");

const fileSystemIds = ({ record }: TaskDefinition): string[] =>
  (record.volumes ?? []).flatMap(({ efsVolumeConfiguration }) => efsVolumeConfiguration?.fileSystemId ?? []);

function repositories(account: Account, definitions: readonly TaskDefinition[]): Repository[] {
  const registry = `${account.id}.dkr.ecr.${account.region}.amazonaws.com/`;
  const tags = new Map<string, Set<string>>();
  for (const { image = "" } of definitions.flatMap(containersOf)) {
    if (!image.startsWith(registry)) continue;
    const [name = "", tag = "latest"] = image.slice(registry.length).split(":");
    tags.set(name, (tags.get(name) ?? new Set()).add(tag));
  }
  return [...tags].map(([name, all]) => ({ name, images: [...all].map((tag) => ({ tags: [tag] })) }));
}

/**
 * A load balancer of the target group's name, with the other group among which a deployment shifts the
 * traffic.
 */
function balancerOf({
  targetGroupArn,
  containerPort: port = 80,
  advancedConfiguration,
}: Wire<AwsLoadBalancer>): LoadBalancer[] {
  const names = [targetGroupArn, advancedConfiguration?.alternateTargetGroupArn].flatMap(
    (arn) => arn?.split("/")[1] ?? [],
  );
  return names[0] === undefined
    ? []
    : [{ name: names[0], targetGroups: names.map((name) => ({ name, port })) }];
}
