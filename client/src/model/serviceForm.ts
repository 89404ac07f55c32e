import type { CreateServiceInput, Service, ServiceRevision, UpdateServiceInput } from "../aws/types.ts";
import { normalisedMember } from "./normalised.ts";
import { serviceMembers, serviceParts, type ServiceMember } from "./serviceMembers.table.ts";

type Members = Readonly<Record<string, unknown>>;

/** A service as it is. */
export interface LiveService {
  readonly service: Service;
  /** What its primary deployment brings into force; needed for what {@link toldByRevision} names. */
  readonly revision: ServiceRevision | undefined;
}

/** A file and the service that it describes, member by member as the file names them. */
export interface ServiceForms {
  /** Normalised, so that what ECS treats alike is equal. */
  readonly live: Members;
  /** What the service will be: the parts of a member that the file leaves out stay as they are. */
  readonly file: Members;
  /** The file's members as UpdateService takes them, with the parts that stay. */
  readonly sent: Members;
  /** Members of which it could not be read what is live. */
  readonly unread: readonly string[];
}

/** A member that the table does not know is one that UpdateService is not known to take. */
const unknownMember: ServiceMember = { sent: "immutable", live: "service" };

const memberOf = (name: string): ServiceMember => serviceMembers[name] ?? unknownMember;

/** What the file names that only the service's revision tells. */
export const toldByRevision = (input: CreateServiceInput): readonly string[] =>
  Object.keys(input).filter((name) => memberOf(name).live === "revision");

/**
 * Brings a service and its file to forms that compare. What the file leaves out stays as it is and is in
 * neither.
 */
export function serviceForms(live: LiveService, input: CreateServiceInput): ServiceForms {
  const named = Object.entries(input).filter(
    ([name, value]) => value !== undefined && isCompared(memberOf(name)),
  );
  const sent = Object.fromEntries(
    named.map(([name, value]) => [name, merge(name, liveValue(live, name), value)]),
  );
  const form = (valueOf: (name: string) => unknown): Members =>
    Object.fromEntries(
      named
        .map(([name]) => [name, normalisedMember(name, valueOf(name), input)] as const)
        .filter(([, value]) => value !== undefined)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  return {
    live: form((name) => liveValue(live, name)),
    file: form((name) => sent[name]),
    sent,
    unread: live.revision ? [] : toldByRevision(input),
  };
}

const isCompared = ({ sent, live }: ServiceMember): boolean =>
  sent !== "name" && sent !== "tags" && live !== "nowhere";

function liveValue({ service, revision }: LiveService, name: string): unknown {
  const { live } = memberOf(name);
  if (live === "service") return (service as Members)[name];
  const primary = service.deployments?.find(({ status }) => status === "PRIMARY") as Members | undefined;
  return (live === "deployment" ? primary?.[name] : undefined) ?? (revision as Members | undefined)?.[name];
}

/** The file's value with the parts of the live one that it does not name, where the table says so. */
function merge(path: string, live: unknown, file: unknown): unknown {
  const how = path.includes(".") ? serviceParts[path] : memberOf(path).sent;
  if (how !== "merged" || !isStructure(live) || !isStructure(file) || isOff(file)) return file;
  const parts = new Set([...Object.keys(live), ...Object.keys(file)]);
  const merged = [...parts].map((part) => [
    part,
    file[part] === undefined ? live[part] : merge(`${path}.${part}`, live[part], file[part]),
  ]);
  return withoutOtherStrategies(
    Object.fromEntries(merged.filter(([, value]) => value !== undefined)) as Members,
    file,
  );
}

const isStructure = (value: unknown): value is Members =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Service Connect that is turned off has no other settings. */
const isOff = ({ enabled }: Members): boolean => enabled === false;

/** The settings of a deployment strategy that the file replaces do not stay. */
function withoutOtherStrategies(merged: Members, file: Members): Members {
  const { strategy } = file;
  if (strategy === undefined) return merged;
  const others = [
    strategy !== "LINEAR" && "linearConfiguration",
    strategy !== "CANARY" && "canaryConfiguration",
  ];
  return Object.fromEntries(
    Object.entries(merged).filter(([part]) => !others.includes(part) || file[part] !== undefined),
  );
}

/** The members that differ: those that UpdateService takes, and those that only a new service can have. */
export function changedMembers({ live, file, sent }: ServiceForms): {
  readonly changeable: readonly string[];
  readonly fixed: readonly string[];
} {
  const changed = Object.keys(sent).filter(
    (name) => JSON.stringify(live[name]) !== JSON.stringify(file[name]),
  );
  const isFixed = (name: string): boolean => memberOf(name).sent === "immutable";
  return {
    changeable: changed.filter((name) => !isFixed(name)),
    fixed: changed.filter(isFixed),
  };
}

/**
 * Only the changed members, so that nothing else of the service is touched. ECS wants a new deployment to be
 * forced when the strategy of capacity providers changes.
 */
export function updateOf(
  { sent }: ServiceForms,
  changed: readonly string[],
): Omit<UpdateServiceInput, "cluster" | "service"> {
  return {
    ...Object.fromEntries(changed.map((name) => [name, sent[name]])),
    ...(forcesDeployment(changed) ? { forceNewDeployment: true } : {}),
  };
}

/** Whether ECS takes the change only with a new deployment, which replaces all tasks. */
export const forcesDeployment = (changed: readonly string[]): boolean =>
  changed.includes("capacityProviderStrategy");

/** A service's own input, as a file would have it. */
export function inputOfService(live: LiveService): CreateServiceInput {
  const { service } = live;
  // ECS counts the tasks of a daemon service itself, and takes no count for it.
  const isCount = (name: string): boolean =>
    name === "desiredCount" && service.schedulingStrategy === "DAEMON";
  const names = Object.keys(serviceMembers).filter(
    (name) => memberOf(name).live !== "nowhere" && !isCount(name),
  );
  const members = names
    .map((name) => [name, liveValue(live, name)] as const)
    .filter(([, value]) => value !== undefined && !isEmptyList(value));
  return { serviceName: service.serviceName, cluster: service.clusterArn, ...Object.fromEntries(members) };
}

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;
