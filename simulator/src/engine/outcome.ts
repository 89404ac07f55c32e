import { tell } from "./serviceEvents.ts";
import type { Account, Deployment, Service, ServiceDeployment } from "../state/types.ts";

/** Why a deployment fails, in the words of the several places that tell it. */
export interface DeploymentFailure {
  /** The event, after "(deployment ID) deployment failed: ". */
  readonly event: string;
  /** `rolloutStateReason` of the failed deployment. */
  readonly reason: string;
  /** `statusReason` of the service deployment that goes back. */
  readonly because: string;
  /** `rolloutStateReason` of the deployment that is gone back to, before its id. */
  readonly rollingBack: string;
}

export const breakerTripped: DeploymentFailure = {
  event: "tasks failed to start.",
  reason: "ECS deployment circuit breaker: tasks failed to start.",
  because: "Service deployment rolled back because the circuit breaker threshold was exceeded.",
  rollingBack: "ECS deployment circuit breaker: rolling back to deploymentId",
};

export const alarmDetected: DeploymentFailure = {
  event: "alarm detected.",
  reason: "ECS deployment failed: alarm detected.",
  because: "Service deployment rolled back because one or more CloudWatch alarms went into the ALARM state.",
  rollingBack: "ECS deployment alarm: rolling back to deploymentId",
};

export const hookFailed = (stage: string, target: string): DeploymentFailure => {
  const because = `Service deployment rolled back because ${stage} lifecycle hook(s) failed. Lifecycle hook target ${target} returned FAILED status.`;
  return {
    event: because,
    reason: because,
    because,
    rollingBack: "ECS deployment lifecycle hook: rolling back to deploymentId",
  };
};

export const stoppedByUser: DeploymentFailure = {
  event: "rollback requested by user.",
  reason: "ECS deployment stopped: rollback requested by user.",
  because: "Service deployment rolled back because a user requested the rollback.",
  rollingBack: "ECS deployment stopped: rolling back to deploymentId",
};

export const abortedByUser: DeploymentFailure = {
  event: "stop requested by user.",
  reason: "ECS deployment stopped by user.",
  because: "Service deployment stopped because a user requested it.",
  rollingBack: "",
};

/** The deployment is done: its tasks are healthy and those before it gone. */
export function complete(
  account: Account,
  service: Service,
  primary: Deployment,
  running: ServiceDeployment | undefined,
): void {
  const now = account.clock.now();
  service.deployments = [primary];
  if (primary.record.rolloutState !== "IN_PROGRESS") return;
  Object.assign(primary.record, {
    rolloutState: "COMPLETED",
    rolloutStateReason: `ECS deployment ${primary.record.id} completed.`,
    updatedAt: now,
  });
  if (running)
    finish(
      account,
      service,
      running,
      running.record.status === "IN_PROGRESS" ? "SUCCESSFUL" : "ROLLBACK_SUCCESSFUL",
    );
  tell(account, service, `(deployment ${primary.record.id}) deployment completed.`);
}

/** Marks the deployment as failed, and goes back to the one before it when `rollBack` asks for that. */
export function fail(
  account: Account,
  service: Service,
  deployment: ServiceDeployment,
  failure: DeploymentFailure,
  rollBack: boolean,
): void {
  const { target, source, record } = deployment;
  const now = account.clock.now();
  Object.assign(target.record, {
    rolloutState: "FAILED",
    rolloutStateReason: failure.reason,
    updatedAt: now,
  });
  tell(account, service, `(deployment ${target.record.id}) deployment failed: ${failure.event}`);
  if (!rollBack) {
    record.statusReason = failure.because.replace("rolled back", "stopped");
    return finish(account, service, deployment, "STOPPED");
  }
  if (!source) {
    record.statusReason = `${failure.because} No rollback candidate was found to run the rollback.`;
    return finish(account, service, deployment, "ROLLBACK_FAILED");
  }
  Object.assign(record, { status: "ROLLBACK_IN_PROGRESS", statusReason: failure.because, updatedAt: now });
  record.rollback = {
    reason: failure.because,
    startedAt: now,
    serviceRevisionArn: source.revision.record.serviceRevisionArn,
  };
  restore(account, service, target, source, `${failure.rollingBack} ${source.record.id}.`);
}

/** Makes the source the primary deployment again, with its settings. */
function restore(
  account: Account,
  service: Service,
  target: Deployment,
  source: Deployment,
  reason: string,
): void {
  const now = account.clock.now();
  target.record.status = "ACTIVE";
  Object.assign(source.record, {
    status: "PRIMARY",
    rolloutState: "IN_PROGRESS",
    rolloutStateReason: reason,
    failedTasks: 0,
    updatedAt: now,
  });
  service.deployments = [source, ...service.deployments.filter((deployment) => deployment !== source)];
  service.settings = { ...service.settings, ...source.revision.settings };
  service.launchFailures = 0;
  service.retryAt = 0;
  tell(account, service, `rolling back to deployment ${source.record.id}.`);
}

type Final = "SUCCESSFUL" | "STOPPED" | "ROLLBACK_SUCCESSFUL" | "ROLLBACK_FAILED";

/** Ends a service deployment and keeps the last counts of its revisions. */
export function finish(
  account: Account,
  service: Service,
  { record, target, source }: ServiceDeployment,
  status: Final,
): void {
  const now = account.clock.now();
  Object.assign(record, {
    status,
    finishedAt: now,
    updatedAt: now,
    ...(status === "STOPPED" && { stoppedAt: now }),
  });
  delete record.lifecycleStage;
  const won = status === "SUCCESSFUL" ? target : source;
  const count = {
    requestedTaskCount: service.desiredCount,
    runningTaskCount: service.desiredCount,
    pendingTaskCount: 0,
  };
  const none = { requestedTaskCount: 0, runningTaskCount: 0, pendingTaskCount: 0 };
  for (const summary of [record.targetServiceRevision, ...(record.sourceServiceRevisions ?? [])])
    if (summary)
      Object.assign(summary, summary.arn === won?.revision.record.serviceRevisionArn ? count : none);
  for (const monitor of [record.deploymentCircuitBreaker, record.alarms])
    if (monitor?.status === "MONITORING") monitor.status = "MONITORING_COMPLETE";
}
