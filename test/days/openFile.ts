import type { DescribeTaskDefinitionResponse, ListTaskDefinitionFamiliesResponse } from "@aws-sdk/client-ecs";
import type { Wire } from "../../simulator/src/protocol/wire.ts";
import type { Simulator } from "../../simulator/src/simulator.ts";
import type { Chance } from "./chance.ts";
import { servicesOf } from "./records.ts";

/** What the user has open, and what deploying it must come to. */
export interface OpenFile {
  readonly content: Members;
  /** The service or the family that is just as the file says, in other words. */
  readonly equals?: { readonly service: string } | { readonly family: string };
}

type Members = Readonly<Record<string, unknown>>;

const base = { networkMode: "awsvpc", requiresCompatibilities: ["FARGATE"], cpu: "256", memory: "512" };
const container = (family: string, tag: string): object => ({
  name: "app",
  image: `123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop/${family}:${tag}`,
  essential: true,
});
const executionRoleArn = "arn:aws:iam::123456789012:role/ecsTaskExecutionRole";
const definition = (family: string, tag: string): Members => ({
  family,
  ...base,
  executionRoleArn,
  containerDefinitions: [container(family, tag)],
});
const ofWeb = (members: Members): Members => ({ serviceName: "web", cluster: "live", ...members });

/** Files that a user may have open. */
const files: readonly Members[] = [
  definition("orders", "1.4.3"),
  definition("orders", "1.4.2"),
  { ...definition("orders", "1.4.4"), pidMode: "" },
  definition("orders", "crash"),
  definition("worker", "crash"),
  definition("payments", "${TAG}"),
  definition("fresh", "1"),
  { family: "broken", ...base, memory: "100" },
  { serviceName: "orders", cluster: "live", taskDefinition: "orders", desiredCount: 4 },
  { serviceName: "new", cluster: "live", taskDefinition: "orders", desiredCount: 1, launchType: "FARGATE" },
];

/** Files that name parts of members: what they leave out stays. */
const parts: readonly Members[] = [
  ofWeb({ networkConfiguration: { awsvpcConfiguration: { subnets: ["subnet-0a1b2c3d"] } } }),
  ofWeb({ deploymentConfiguration: { maximumPercent: 200 } }),
  ofWeb({ capacityProviderStrategy: [{ capacityProvider: "FARGATE", weight: 1 }] }),
  ofWeb({
    monitoring: {
      metricConfigurations: [{ metricNames: ["CPUUtilization", "MemoryUtilization"], resolutionSeconds: 60 }],
    },
  }),
  ofWeb({ tags: [{ key: "team", value: "web" }], healthCheckGracePeriodSeconds: 15 }),
];

/** Opens a file; some say in other words what the account has. */
export function openFile(simulator: Simulator, chance: Chance): OpenFile | undefined {
  if (chance.happens(0.1)) return undefined;
  const kind = chance.below(6);
  if (kind === 0) return asServiceIs(simulator, chance);
  if (kind === 1) return asRevisionIs(simulator, chance);
  return { content: chance.of(kind === 2 ? parts : files) };
}

const serviceMembers = [
  "launchType",
  "capacityProviderStrategy",
  "networkConfiguration",
  "deploymentConfiguration",
  "deploymentController",
  "placementConstraints",
  "placementStrategy",
  "schedulingStrategy",
  "healthCheckGracePeriodSeconds",
  "enableExecuteCommand",
  "enableECSManagedTags",
  "propagateTags",
  "platformVersion",
  "loadBalancers",
  "desiredCount",
  "availabilityZoneRebalancing",
];

function asServiceIs(simulator: Simulator, chance: Chance): OpenFile {
  const services = servicesOf(simulator, "live");
  if (services.length === 0) return { content: files[0]! };
  const rich = services.filter(({ serviceName = "" }) => /^(?:fleet|web)$/.test(serviceName));
  const service = chance.of(rich.length > 0 && chance.happens(0.6) ? rich : services);
  const { serviceName = "", deployments = [], taskDefinition } = service;
  const members = service as Members;
  const named = serviceMembers.filter((member) => members[member] !== undefined);
  const content = {
    serviceName,
    cluster: "live",
    // ECS may go back to another one while the file is deployed.
    ...(deployments.length === 1 && taskDefinition !== undefined ? { taskDefinition } : {}),
    ...Object.fromEntries(named.map((member) => [member, respelled(members[member], member)])),
    ...(members["launchType"] === undefined ? { launchType: "" } : {}),
  };
  return { content, equals: { service: serviceName } };
}

const definitionMembers = [
  "family",
  "taskRoleArn",
  "executionRoleArn",
  "networkMode",
  "containerDefinitions",
  "volumes",
  "placementConstraints",
  "requiresCompatibilities",
  "cpu",
  "memory",
];

function asRevisionIs(simulator: Simulator, chance: Chance): OpenFile {
  const { families = [] } = simulator.ask("ListTaskDefinitionFamilies", {
    status: "ACTIVE",
    maxResults: 10,
  }) as Wire<ListTaskDefinitionFamiliesResponse>;
  if (families.length === 0) return { content: files[0]! };
  const { taskDefinition = {} } = simulator.ask("DescribeTaskDefinition", {
    taskDefinition: chance.of(families),
  }) as Wire<DescribeTaskDefinitionResponse>;
  const members = taskDefinition as Members;
  const named = definitionMembers.filter((member) => members[member] !== undefined);
  const content = {
    ...Object.fromEntries(named.map((member) => [member, respelled(members[member], member)])),
    pidMode: "",
  };
  return { content, equals: { family: taskDefinition.family ?? "" } };
}

/** Lists whose order says nothing. */
const unordered = new Set([
  "subnets",
  "securityGroups",
  "loadBalancers",
  "capacityProviderStrategy",
  "environment",
  "portMappings",
  "requiresCompatibilities",
]);

/** Values that say the same as none. */
const defaults: Readonly<Record<string, unknown>> = { base: 0, cpu: 0, essential: true, protocol: "tcp" };

/** The same in other words: as a user would write it, and not as ECS answers. */
function respelled(value: unknown, name: string): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => respelled(item, name));
    return unordered.has(name) ? items.toReversed() : items;
  }
  if (name === "field") return value === "instanceId" ? "host" : String(value).toLowerCase();
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(
    ([member, inner]) => inner !== undefined && !(member in defaults && defaults[member] === inner),
  );
  return Object.fromEntries(entries.map(([member, inner]) => [member, respelled(inner, member)]));
}
