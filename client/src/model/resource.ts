import { defined } from "../../../shared/src/defined.ts";
import { accountOfArn, familyAndRevision, nameOfArn, regionOfArn } from "./arn.ts";
import { counted } from "./words.ts";

/** What a name is of. */
export type NameKind =
  | "account"
  | "cluster"
  | "container"
  | "family"
  | "instance"
  | "profile"
  | "region"
  | "revision"
  | "service"
  | "task";

/** A name that the settings' patterns are held against. */
export interface Name {
  readonly kind: NameKind;
  readonly name: string;
}

/** Something that is written to, by the names that ECS gives it. None of them may be empty. */
export type Resource =
  | ClusterResource
  | ServiceResource
  | TaskResource
  | InstanceResource
  | NewTaskResource
  | FamilyResource
  | RevisionResource;

export interface ClusterResource {
  readonly kind: "cluster";
  readonly cluster: string;
}

export interface ServiceResource {
  readonly kind: "service";
  readonly cluster: string;
  readonly service: string;
}

export interface TaskResource {
  readonly kind: "task";
  readonly cluster: string;
  /** The whole id. */
  readonly task: string;
  /** The service or family that the task belongs to; absent for one that tells of none. */
  readonly group?: Name;
  readonly family?: string;
  /** The container that a session leads into. */
  readonly container?: string;
}

export interface InstanceResource {
  readonly kind: "container instance";
  readonly cluster: string;
  /** The id that ECS gives it. */
  readonly instance: string;
  /** As its row is called: the id that EC2 gives it, where it has one. */
  readonly name: string;
}

/** A task that is to be run. */
export interface NewTaskResource {
  readonly kind: "new task";
  readonly cluster: string;
  readonly family: string;
}

export interface FamilyResource {
  readonly kind: "family";
  readonly family: string;
}

export interface RevisionResource {
  readonly kind: "revision";
  readonly family: string;
  /** `orders:12` */
  readonly revision: string;
}

/** @param cluster name or ARN */
export const clusterResource = (cluster: string): ClusterResource => ({
  kind: "cluster",
  cluster: nameOfArn(cluster),
});

/** @param cluster name or ARN */
export const serviceResource = (cluster: string, service: string): ServiceResource => ({
  kind: "service",
  cluster: nameOfArn(cluster),
  service: nameOfArn(service),
});

/** A task as ECS describes it. */
interface DescribedTask {
  readonly taskArn?: string | undefined;
  readonly clusterArn?: string | undefined;
  readonly group?: string | undefined;
  readonly taskDefinitionArn?: string | undefined;
}

export function taskResource(
  { taskArn = "", clusterArn = "", group = "", taskDefinitionArn }: DescribedTask,
  container?: string,
): TaskResource {
  const [, kind, name] = /^(service|family):(.+)$/.exec(group) ?? [];
  return {
    kind: "task",
    cluster: nameOfArn(clusterArn),
    task: nameOfArn(taskArn),
    ...(name === undefined ? {} : { group: { kind: kind === "service" ? "service" : "family", name } }),
    ...(taskDefinitionArn === undefined ? {} : { family: familyAndRevision(taskDefinitionArn).family }),
    ...defined({ container }),
  };
}

/**
 * @param cluster name or ARN
 * @param instance its ARN
 * @param name as its row is called
 */
export const instanceResource = (cluster: string, instance: string, name: string): InstanceResource => ({
  kind: "container instance",
  cluster: nameOfArn(cluster),
  instance: nameOfArn(instance),
  name,
});

/**
 * @param cluster name or ARN
 * @param taskDefinition ARN, `family:revision` or family
 */
export const newTaskResource = (cluster: string, taskDefinition: string): NewTaskResource => ({
  kind: "new task",
  cluster: nameOfArn(cluster),
  family: familyAndRevision(taskDefinition).family,
});

export const familyResource = (family: string): FamilyResource => ({ kind: "family", family });

/** @param taskDefinition ARN or `family:revision` */
export const revisionResource = (taskDefinition: string): RevisionResource => ({
  kind: "revision",
  family: familyAndRevision(taskDefinition).family,
  revision: nameOfArn(taskDefinition),
});

/** The names that the settings' patterns are held against. */
export function namesOf(resource: Resource): readonly Name[] {
  const cluster = "cluster" in resource ? [{ kind: "cluster", name: resource.cluster } as const] : [];
  return [...cluster, ...innerNames(resource)];
}

function innerNames(resource: Resource): readonly Name[] {
  switch (resource.kind) {
    case "cluster":
      return [];
    case "service":
      return [{ kind: "service", name: resource.service }];
    case "task":
      return [
        { kind: "task", name: resource.task },
        ...(resource.group ? [resource.group] : []),
        ...named("family", resource.family),
        ...named("container", resource.container),
      ];
    case "container instance":
      return [
        { kind: "instance", name: resource.instance },
        { kind: "instance", name: resource.name },
      ];
    case "new task":
    case "family":
      return [{ kind: "family", name: resource.family }];
    case "revision":
      return [
        { kind: "family", name: resource.family },
        { kind: "revision", name: resource.revision },
      ];
  }
}

const named = (kind: Name["kind"], name: string | undefined): readonly Name[] =>
  name === undefined ? [] : [{ kind, name }];

/** The names that a question must have so that it names the resource, outermost first. */
export function spokenNames(resource: Resource): readonly string[] {
  switch (resource.kind) {
    case "cluster":
      return [resource.cluster];
    case "service":
      return [resource.cluster, resource.service];
    case "task": {
      const { cluster, task, container } = resource;
      return [cluster, shortTask(task), ...(container === undefined ? [] : [container])];
    }
    case "container instance":
      return [resource.cluster, resource.name];
    case "new task":
      return [resource.cluster, resource.family];
    case "family":
      return [resource.family];
    case "revision":
      return [resource.revision];
  }
}

/** The start of a task's id, as its row shows it. */
export const shortTask = (task: string): string => task.slice(0, 8);

/**
 * What is typed before something is written to these: the name that they have in common, never empty. A
 * family that is registered on the way does not count beside what it is for.
 */
export function typedName(resources: readonly Resource[]): string {
  const goals = resources.filter(({ kind }) => kind !== "family");
  const counting = goals.length > 0 ? goals : resources;
  const around = counting.map((resource) =>
    "cluster" in resource ? resource.cluster : (resource.family ?? ""),
  );
  return (
    common(counting.map(ownName)) ??
    common(around) ??
    counted(counting.length, counting[0]?.kind ?? "resource")
  );
}

function ownName(resource: Resource): string {
  if (resource.kind === "task") return resource.container ?? resource.group?.name ?? shortTask(resource.task);
  if (resource.kind === "revision") return resource.family;
  return spokenNames(resource).at(-1) ?? "";
}

/** The name that all have; undefined when they differ. */
function common(names: readonly string[]): string | undefined {
  const [name, ...others] = new Set(names);
  return others.length === 0 && name !== "" ? name : undefined;
}

/** What a call writes to, as its input says: an ARN of the old format does not tell the cluster. */
export interface Written {
  readonly kind: Resource["kind"];
  /** The name that tells it from others of its kind and cluster. */
  readonly name: string;
  readonly cluster?: string | undefined;
  /** The ARNs of the call's input, whose account and region must be those of the permit. */
  readonly arns: readonly string[];
}

/**
 * @param place a name or ARN of a cluster
 * @param name a name or ARN
 */
export const writtenIn = (
  kind: Resource["kind"],
  place: string | undefined,
  name: string | undefined,
): Written => ({
  kind,
  name: nameOfArn(name ?? ""),
  // Without one, ECS takes the cluster of this name.
  cluster: nameOfArn(place ?? "default"),
  arns: [name, place].flatMap((text) => (text?.startsWith("arn:") ? [text] : [])),
});

const kindOfType: Readonly<Record<string, Resource["kind"]>> = {
  cluster: "cluster",
  "container-instance": "container instance",
  service: "service",
  "service-deployment": "service",
  "task-definition": "revision",
  task: "task",
};

/**
 * The resource that an ARN names; the service, where it is the ARN of a deployment.
 * @throws Error for an ARN of anything else
 */
export function writtenTo(arn: string): Written {
  const [type = "", ...names] = arn.split(":").slice(5).join(":").split("/");
  const kind = kindOfType[type];
  if (kind === undefined) throw new Error(`${arn} is nothing that a permit can be given for.`);
  if (type === "service-deployment") return { kind, name: names[1] ?? "", cluster: names[0], arns: [arn] };
  const cluster = kind === "cluster" ? names[0] : names.length > 1 ? names[0] : undefined;
  return { kind, name: names.at(-1) ?? "", cluster, arns: [arn] };
}

/** Whether a call writes to this resource. */
export function isSame(resource: Resource, { kind, name, cluster }: Written): boolean {
  if (resource.kind !== kind || name === "" || identityOf(resource) !== name) return false;
  return !("cluster" in resource) || cluster === undefined || cluster === resource.cluster;
}

/** The name that tells a resource from others of its kind and cluster. */
function identityOf(resource: Resource): string {
  switch (resource.kind) {
    case "cluster":
      return resource.cluster;
    case "service":
      return resource.service;
    case "task":
      return resource.task;
    case "container instance":
      return resource.instance;
    case "new task":
    case "family":
      return resource.family;
    case "revision":
      return resource.revision;
  }
}

/** Whether all ARNs of a call are of this account and region. */
export const isAt = (
  { account, region }: { readonly account: string; readonly region: string },
  { arns }: Written,
): boolean => arns.every((arn) => accountOfArn(arn) === account && regionOfArn(arn) === region);
