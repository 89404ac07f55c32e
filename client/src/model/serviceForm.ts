import type { CreateServiceInput, Service, UpdateServiceInput } from "../aws/types.ts";

type Members = Readonly<Record<string, unknown>>;

/** Members of CreateService that UpdateService takes as well: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html */
const changeable = new Set([
  "availabilityZoneRebalancing",
  "capacityProviderStrategy",
  "deploymentConfiguration",
  "deploymentController",
  "desiredCount",
  "enableECSManagedTags",
  "enableExecuteCommand",
  "healthCheckGracePeriodSeconds",
  "loadBalancers",
  "networkConfiguration",
  "placementConstraints",
  "placementStrategy",
  "platformVersion",
  "propagateTags",
  "serviceConnectConfiguration",
  "serviceRegistries",
  "taskDefinition",
  "volumeConfigurations",
  "vpcLatticeConfigurations",
]);

/** What names the service, and what is no part of it. */
const notCompared = new Set(["cluster", "serviceName", "clientToken", "tags", "role"]);

/** What DescribeServices tells with the primary deployment instead of the service. */
const ofDeployment = [
  "serviceConnectConfiguration",
  "volumeConfigurations",
  "vpcLatticeConfigurations",
] as const;

/** A file and the service that it describes, as far as the file says something: only that can change by deploying it. */
export interface ServiceForms {
  readonly live: Members;
  readonly file: Members;
}

/** Brings a service and its file to forms that compare: what the file leaves out stays as it is and is left out of both. */
export function serviceForms(service: Service, input: CreateServiceInput): ServiceForms {
  const primary = service.deployments?.find(({ status }) => status === "PRIMARY");
  const known: Members = {
    ...service,
    ...Object.fromEntries(ofDeployment.map((member) => [member, primary?.[member]])),
  };
  const file = Object.fromEntries(
    Object.entries(input).filter(([member, value]) => !notCompared.has(member) && value !== undefined),
  );
  return { live: ordered(projected(known, file)) as Members, file: ordered(file) as Members };
}

/** The members that differ: those that UpdateService takes, and those that only a new service can have. */
export function changedMembers({ live, file }: ServiceForms): {
  readonly changeable: readonly string[];
  readonly fixed: readonly string[];
} {
  const changed = Object.keys(file).filter(
    (member) => JSON.stringify(live[member]) !== JSON.stringify(file[member]),
  );
  return {
    changeable: changed.filter((member) => changeable.has(member)),
    fixed: changed.filter((member) => !changeable.has(member)),
  };
}

/** Only the changed members, so that nothing else of the service is touched. */
export function updateOf(
  input: CreateServiceInput,
  members: readonly string[],
): Omit<UpdateServiceInput, "cluster" | "service"> {
  return Object.fromEntries(Object.entries(input).filter(([member]) => members.includes(member)));
}

/** A service's own input, as a file would have it. */
export function inputOfService(service: Service): CreateServiceInput {
  const primary = service.deployments?.find(({ status }) => status === "PRIMARY");
  const known: Members = {
    ...service,
    ...Object.fromEntries(ofDeployment.map((member) => [member, primary?.[member]])),
  };
  const kept = [...changeable, "launchType", "schedulingStrategy", "tags"];
  // ECS counts the tasks of a daemon service itself, and takes no count for it.
  const isCount = (member: string): boolean =>
    member === "desiredCount" && service.schedulingStrategy === "DAEMON";
  const members = Object.entries(known).filter(
    ([member, value]) =>
      kept.includes(member) && !isCount(member) && value !== undefined && !isEmptyList(value),
  );
  return { serviceName: service.serviceName, cluster: service.clusterArn, ...Object.fromEntries(members) };
}

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

/** The parts of a value that the shape has, too. */
function projected(value: unknown, shape: unknown): unknown {
  if (
    typeof shape !== "object" ||
    shape === null ||
    Array.isArray(shape) ||
    typeof value !== "object" ||
    value === null ||
    Array.isArray(value)
  )
    return value;
  return Object.fromEntries(
    Object.entries(shape).map(([member, inner]) => [member, projected((value as Members)[member], inner)]),
  );
}

const setsOfWords = new Set(["subnets", "securityGroups", "alarmNames"]);

function ordered(value: unknown, name = ""): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => ordered(item));
    return setsOfWords.has(name) ? items.map(String).sort() : items;
  }
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(
    members.sort(([a], [b]) => (a < b ? -1 : 1)).map(([member, inner]) => [member, ordered(inner, member)]),
  );
}
