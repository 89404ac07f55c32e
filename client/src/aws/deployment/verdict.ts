import type { Deployment, Service, ServiceDeployment } from "@aws-sdk/client-ecs";
import type { DeadTasks } from "./deadTasks.ts";

/** How a deployment ended. */
export type Verdict = Succeeded | Failed | Superseded;

export interface Succeeded {
  readonly kind: "succeeded";
  readonly running: number;
  readonly desired: number;
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
  readonly by: Deployment;
}

/**
 * What AWS says of a deployment: undefined while it is under way.
 * @param service read after the record, so that it shows at least what the record tells
 * @param record the service deployment, where ECS keeps one: only it tells a deployment that was rolled back from one
 *   that a person replaced. Services whose deployments are controlled from outside have none.
 */
export function verdictOf(
  service: Service,
  deploymentId: string | undefined,
  record: ServiceDeployment | undefined,
): Verdict | undefined {
  const own = service.deployments?.find(({ id }) => id === deploymentId);
  const primary = service.deployments?.find(({ status }) => status === "PRIMARY");
  switch (record?.status) {
    case "SUCCESSFUL":
      return { ...succeeded(own ?? primary), ...lastedOf(record) };
    case "ROLLBACK_SUCCESSFUL":
      return rolledBack(reasonOf(record, own), primary);
    case "ROLLBACK_FAILED":
      return { ...failed(reasonOf(record, own), service, own), rollbackFailed: true };
    case "STOPPED":
      return isOvertaken(own, primary, deploymentId)
        ? superseded(primary)
        : failed(reasonOf(record, own), service, own);
    case undefined:
      return withoutRecord(service, own, primary);
    default:
      return undefined;
  }
}

function withoutRecord(
  service: Service,
  own: Deployment | undefined,
  primary: Deployment | undefined,
): Verdict | undefined {
  if (own && own.id === primary?.id) {
    if (own.rolloutState === "FAILED") return failed(own.rolloutStateReason, service, own);
    return own.rolloutState === "COMPLETED" ? succeeded(own) : undefined;
  }
  if (!primary) return undefined;
  if (!isRollback(primary)) return superseded(primary);
  return primary.rolloutState === "IN_PROGRESS"
    ? undefined
    : rolledBack(own?.rolloutStateReason ?? primary.rolloutStateReason, primary);
}

const isOvertaken = (
  own: Deployment | undefined,
  primary: Deployment | undefined,
  deploymentId: string | undefined,
): primary is Deployment =>
  primary !== undefined &&
  primary.id !== deploymentId &&
  own?.rolloutState !== "FAILED" &&
  !isRollback(primary);

/** ECS says of the deployment that replaces a failed one why it was made. */
const isRollback = ({ rolloutStateReason = "" }: Deployment): boolean =>
  /roll(?:ing|ed)?[ -]?back/i.test(rolloutStateReason);

const succeeded = ({ runningCount = 0, desiredCount = 0 }: Deployment = {}): Succeeded => ({
  kind: "succeeded",
  running: runningCount,
  desired: desiredCount,
});

function lastedOf({ createdAt, finishedAt }: ServiceDeployment): Pick<Succeeded, "lasted"> {
  return createdAt && finishedAt ? { lasted: finishedAt.getTime() - createdAt.getTime() } : {};
}

const superseded = (by: Deployment): Superseded => ({ kind: "superseded", by });

const reasonOf = (
  { statusReason, rollback, alarms }: ServiceDeployment,
  own: Deployment | undefined,
): string | undefined => {
  const reason = statusReason ?? rollback?.reason ?? own?.rolloutStateReason;
  const triggered = alarms?.triggeredAlarmNames ?? [];
  return triggered.length > 0 ? `${reason ?? ""} In alarm: ${triggered.join(", ")}.`.trim() : reason;
};

const noReason = "The deployment failed.";

function rolledBack(reason = noReason, to: Deployment | undefined): Failed {
  return {
    kind: "failed",
    reason,
    dead: [],
    ...(to?.taskDefinition === undefined ? {} : { rolledBackTo: to.taskDefinition }),
  };
}

function failed(reason = noReason, { deployments = [] }: Service, own: Deployment | undefined): Failed {
  const other = deployments.find(({ id, runningCount = 0 }) => id !== own?.id && runningCount > 0);
  return {
    kind: "failed",
    reason,
    dead: [],
    ...(other?.taskDefinition === undefined ? {} : { stillRuns: other.taskDefinition }),
  };
}
