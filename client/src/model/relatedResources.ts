import type { ContainerDefinition, Service, TaskDefinition } from "../aws/types.ts";
import { nameOfArn } from "./arn.ts";
import { partitionOf } from "../../../shared/src/regions.ts";
import { primaryDeployment } from "./health.ts";
import { targetGroupName } from "./targets.ts";

/** Something in another service of AWS that a service of ECS uses. */
export interface Resource {
  /** What it is to the service: `task role`. */
  readonly what: string;
  readonly name: string;
  readonly arn?: string;
}

/** What a service and its task definition refer to, each once. */
export function relatedResources(
  service: Service,
  definition: TaskDefinition,
  region: string,
): readonly Resource[] {
  const { subnets = [], securityGroups = [] } = service.networkConfiguration?.awsvpcConfiguration ?? {};
  const account = service.serviceArn?.split(":")[4] ?? "";
  const partition = partitionOf(region);
  const containers = definition.containerDefinitions ?? [];
  const all = [
    ...byArn("task role", [definition.taskRoleArn]),
    ...byArn("execution role", [definition.executionRoleArn]),
    ...containers.flatMap((container) => logGroup(container, partition, region, account)),
    ...(service.loadBalancers ?? []).flatMap(({ targetGroupArn }) =>
      targetGroupArn
        ? [{ what: "target group", name: targetGroupName(targetGroupArn), arn: targetGroupArn }]
        : [],
    ),
    ...byArn("namespace", [primaryDeployment(service)?.serviceConnectConfiguration?.namespace]),
    ...byArn(
      "service registry",
      (service.serviceRegistries ?? []).map(({ registryArn }) => registryArn),
    ),
    ...subnets.map((id) => ({
      what: "subnet",
      name: id,
      arn: `arn:${partition}:ec2:${region}:${account}:subnet/${id}`,
    })),
    ...securityGroups.map((id) => ({
      what: "security group",
      name: id,
      arn: `arn:${partition}:ec2:${region}:${account}:security-group/${id}`,
    })),
    ...containers.flatMap(({ secrets = [] }) =>
      byArn(
        "secret",
        secrets.map(({ valueFrom }) => valueFrom),
      ),
    ),
    ...containers.flatMap(({ image }) => (image ? [{ what: "image", name: image }] : [])),
  ];
  return [...new Map(all.map((resource) => [`${resource.what} ${resource.name}`, resource])).values()];
}

function byArn(what: string, arns: readonly (string | undefined)[]): readonly Resource[] {
  return arns.flatMap((arn) => {
    if (!arn) return [];
    if (!arn.startsWith("arn:")) return [{ what, name: arn }];
    return [
      {
        what,
        name: what === "secret" ? arn.split(":").slice(6).join(":") || nameOfArn(arn) : nameOfArn(arn),
        arn,
      },
    ];
  });
}

function logGroup(
  { logConfiguration }: ContainerDefinition,
  partition: string,
  region: string,
  account: string,
): readonly Resource[] {
  const group = logConfiguration?.options?.["awslogs-group"];
  if (logConfiguration?.logDriver !== "awslogs" || !group) return [];
  const groupRegion = logConfiguration.options?.["awslogs-region"] ?? region;
  return [
    {
      what: "log group",
      name: group,
      arn: `arn:${partition}:logs:${groupRegion}:${account}:log-group:${group}`,
    },
  ];
}
