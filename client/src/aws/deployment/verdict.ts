import { defined } from "../../../../shared/src/defined.ts";
import type { Deployment, Service, ServiceDeployment } from "@aws-sdk/client-ecs";
import type { DeadTasks } from "./deadTasks.ts";
import type { SoughtDeployment } from "./sought.ts";

/** How a deployment ended. */
export type Verdict = Succeeded | Failed | Superseded | Forgotten;

export interface Succeeded {
  readonly kind: "succeeded";
  /**
   * Its tasks at the moment; absent when it does not serve any more, or its service was not seen as it is
   * now.
   */
  readonly tasks?: { readonly running: number; readonly desired: number };
  /** The deployment that has begun since. */
  readonly replacedBy?: SoughtDeployment;
  /** From its creation to its end, in milliseconds, by the clock of ECS; absent where ECS keeps no record. */
  readonly lasted?: number;
}

export interface Failed {
  readonly kind: "failed";
  readonly reason: string;
  /** ARN of the task definition that serves again; absent when nothing was rolled back. */
  readonly rolledBackTo?: string;
  /** Whether ECS tried to roll back, and could not. */
  readonly rollbackFailed?: true;
  /** Where nothing was rolled back: ARN of another task definition of which tasks still run. */
  readonly stillRuns?: string;
  /** Why tasks of the deployment died. */
  readonly dead: readonly DeadTasks[];
}

/** Another deployment took over before this one was complete. */
export interface Superseded {
  readonly kind: "superseded";
  readonly by: SoughtDeployment;
}

/** ECS tells nothing of it any more. */
export interface Forgotten {
  readonly kind: "forgotten";
  /** ARN of the task definition that serves now. */
  readonly serves: string | undefined;
}

/** What AWS says of a deployment. Its answers can be some seconds old, and older than an answer before. */
export interface Seen {
  /** Read after the record, so that it shows at least what the record tells, unless the answer is old. */
  readonly service: Service;
  readonly sought: SoughtDeployment;
  /**
   * The service deployment, where ECS keeps one: only it tells a deployment that was rolled back from one
   * that a user replaced. Services whose deployments are controlled from outside have none.
   */
  readonly record: ServiceDeployment | undefined;
  /** Whether ECS keeps service deployments of this service, so that there must be a record. */
  readonly hasRecords: boolean;
  /** By the records: the deployment that took its place. */
  readonly newer: SoughtDeployment | undefined;
  /** By the record: ARN of the task definition to which ECS went back. */
  readonly rolledBackTo: string | undefined;
}

/**
 * How the deployment ended: undefined while it is under way, and while what AWS says does not fit together.
 * @param isLate whether it has not fitted together for longer than an answer can be old
 */
export function verdictOf(seen: Seen, isLate: boolean): Verdict | undefined {
  const { service, sought, record } = seen;
  const own = ownDeployment(service, sought);
  const primary = primaryOf(service);
  const newer = newerThan(sought, primary) ?? seen.newer;
  switch (record?.status) {
    case "SUCCESSFUL":
      return succeededBy(record, own, newer, isLate);
    case "ROLLBACK_SUCCESSFUL":
      return rolledBackBy(seen, record, isLate);
    case "ROLLBACK_FAILED":
      return { ...failed(reasonOf(record, own), service, own), rollbackFailed: true };
    case "STOPPED":
      return newer ? { kind: "superseded", by: newer } : failed(reasonOf(record, own), service, own);
    case undefined:
      return seen.hasRecords && !isLate ? undefined : withoutRecord(seen, newer, isLate);
    default:
      return undefined;
  }
}

/** The deployment as its service tells it. */
export const ownDeployment = (
  { deployments = [] }: Service,
  { deploymentId }: SoughtDeployment,
): Deployment | undefined => deployments.find(({ id }) => id !== undefined && id === deploymentId);

const primaryOf = ({ deployments = [] }: Service): Deployment | undefined =>
  deployments.find(({ status }) => status === "PRIMARY");

/**
 * The primary deployment, if it was made after the sought one and not to go back from it. One that was made
 * before is there because the answer is old.
 */
function newerThan(sought: SoughtDeployment, primary: Deployment | undefined): SoughtDeployment | undefined {
  const { id, taskDefinition, createdAt } = primary ?? {};
  if (!primary || id === undefined || id === sought.deploymentId || isRollback(primary)) return undefined;
  const time = createdAt?.getTime() ?? 0;
  return time >= sought.createdAt
    ? { deploymentId: id, taskDefinition: taskDefinition ?? "", createdAt: time }
    : undefined;
}

/**
 * Where the record does not tell to what ECS went back, it is what serves, once the service is seen as it is
 * now.
 */
function rolledBackBy(
  { service, sought, rolledBackTo }: Seen,
  record: ServiceDeployment,
  isLate: boolean,
): Failed | undefined {
  const primary = primaryOf(service);
  const isOwn = primary?.id === sought.deploymentId;
  const to = rolledBackTo ?? (isOwn && !isLate ? undefined : primary?.taskDefinition);
  return to === undefined && !isLate
    ? undefined
    : rolledBack(reasonOf(record, ownDeployment(service, sought)), to);
}

function succeededBy(
  record: ServiceDeployment,
  own: Deployment | undefined,
  newer: SoughtDeployment | undefined,
  isLate: boolean,
): Succeeded | undefined {
  if (own && own.rolloutState !== "IN_PROGRESS") return { ...succeeded(own), ...lastedOf(record) };
  if (newer) return { kind: "succeeded", replacedBy: newer, ...lastedOf(record) };
  return isLate ? { kind: "succeeded", ...lastedOf(record) } : undefined;
}

function withoutRecord(
  { service, sought }: Seen,
  newer: SoughtDeployment | undefined,
  isLate: boolean,
): Verdict | undefined {
  const own = ownDeployment(service, sought);
  const primary = primaryOf(service);
  if (own && own === primary) {
    if (own.rolloutState === "FAILED") return failed(own.rolloutStateReason, service, own);
    return own.rolloutState === "COMPLETED" ? succeeded(own) : undefined;
  }
  if (!primary) return undefined;
  const failure = failureIn(service, sought);
  const reason = own?.rolloutStateReason ?? failure;
  if (isRollback(primary))
    return primary.rolloutState === "IN_PROGRESS"
      ? undefined
      : rolledBack(reason ?? primary.rolloutStateReason, primary.taskDefinition);
  if (failure !== undefined)
    return rolledBack(reason, (returnedTo(service, sought) ?? primary).taskDefinition);
  if (newer) return { kind: "superseded", by: newer };
  return isLate ? { kind: "forgotten", serves: primary.taskDefinition } : undefined;
}

/** ECS says of the deployment that replaces a failed one why it was made. */
const isRollback = ({ rolloutStateReason = "" }: Deployment): boolean =>
  /roll(?:ing|ed)?[ -]?back/i.test(rolloutStateReason);

/**
 * What the service says of the failure of a deployment, itself or in its events: `deployment failed: tasks
 * failed to start.`
 */
function failureIn(service: Service, sought: SoughtDeployment): string | undefined {
  const { deploymentId } = sought;
  const own = ownDeployment(service, sought);
  if (own?.rolloutState === "FAILED") return own.rolloutStateReason ?? noReason;
  if (deploymentId === undefined) return undefined;
  const messages = messagesOf(service);
  return messages[failedAt(messages, deploymentId)]?.replace(/^.*\) /, "");
}

/**
 * The deployment to which ECS went back from a failed one, by the service's events, the newest of which comes
 * first.
 */
function returnedTo(service: Service, { deploymentId = "" }: SoughtDeployment): Deployment | undefined {
  const messages = messagesOf(service);
  const since = messages.slice(0, Math.max(failedAt(messages, deploymentId), 0));
  const id = since
    .map((message) => /rolling back to deployment (\S+?)\.?$/.exec(message)?.[1])
    .findLast((each) => each !== undefined);
  return service.deployments?.find((each) => each.id !== undefined && each.id === id);
}

const messagesOf = ({ events = [] }: Service): readonly string[] => events.map(({ message = "" }) => message);

const failedAt = (messages: readonly string[], deploymentId: string): number =>
  messages.findIndex(
    (message) => message.includes(`(deployment ${deploymentId})`) && /deployment failed/.test(message),
  );

const succeeded = ({ runningCount = 0, desiredCount = 0 }: Deployment): Succeeded => ({
  kind: "succeeded",
  tasks: { running: runningCount, desired: desiredCount },
});

function lastedOf({ createdAt, finishedAt }: ServiceDeployment): Pick<Succeeded, "lasted"> {
  return createdAt && finishedAt ? { lasted: finishedAt.getTime() - createdAt.getTime() } : {};
}

const reasonOf = (
  { statusReason, rollback, alarms }: ServiceDeployment,
  own: Deployment | undefined,
): string | undefined => {
  const reason = statusReason ?? rollback?.reason ?? own?.rolloutStateReason;
  const triggered = alarms?.triggeredAlarmNames ?? [];
  return triggered.length > 0 ? `${reason ?? ""} In alarm: ${triggered.join(", ")}.`.trim() : reason;
};

const noReason = "The deployment failed.";

function rolledBack(reason = noReason, to: string | undefined): Failed {
  return { kind: "failed", reason, dead: [], ...defined({ rolledBackTo: to }) };
}

function failed(reason = noReason, { deployments = [] }: Service, own: Deployment | undefined): Failed {
  const other = deployments.find(({ id, runningCount = 0 }) => id !== own?.id && runningCount > 0);
  return {
    kind: "failed",
    reason,
    dead: [],
    ...defined({ stillRuns: other?.taskDefinition }),
  };
}
