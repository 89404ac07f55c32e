import { ringingAlarms } from "../state/alarms.ts";
import { breakerThreshold } from "./failureThreshold.ts";
import { alarmDetected, breakerTripped, fail, hookFailed } from "./outcome.ts";
import type { Account, Service, ServiceDeployment } from "../state/types.ts";

/**
 * Lets the circuit breaker, the alarms and the hooks judge a deployment in progress; tells whether one failed
 * it.
 */
export function monitorFailed(account: Account, service: Service, deployment: ServiceDeployment): boolean {
  return (
    breakerFailed(account, service, deployment) ||
    alarmFailed(account, service, deployment) ||
    hookFailedIt(account, service, deployment)
  );
}

function breakerFailed(account: Account, service: Service, deployment: ServiceDeployment): boolean {
  const { record, target } = deployment;
  const { deploymentCircuitBreaker: breaker } = service.settings.deploymentConfiguration ?? {};
  const failureCount = target.record.failedTasks;
  const threshold = breakerThreshold(breaker, service.desiredCount);
  Object.assign(record.deploymentCircuitBreaker ?? {}, { failureCount, threshold });
  if (!breaker?.enable || failureCount < threshold) return false;
  if (record.deploymentCircuitBreaker) record.deploymentCircuitBreaker.status = "TRIGGERED";
  fail(account, service, deployment, breakerTripped, breaker.rollback ?? false);
  return true;
}

function alarmFailed(account: Account, service: Service, deployment: ServiceDeployment): boolean {
  const { alarms } = service.settings.deploymentConfiguration ?? {};
  if (deployment.record.alarms?.status !== "MONITORING") return false;
  const ringing = ringingAlarms(account).filter((name) => alarms?.alarmNames?.includes(name));
  if (ringing.length === 0) return false;
  Object.assign(deployment.record.alarms, { status: "TRIGGERED", triggeredAlarmNames: ringing });
  fail(account, service, deployment, alarmDetected, alarms?.rollback ?? false);
  return true;
}

function hookFailedIt(account: Account, service: Service, deployment: ServiceDeployment): boolean {
  const failed = deployment.shift?.hooks.find(({ status }) => status === "FAILED" || status === "TIMED_OUT");
  if (!failed) return false;
  const stage = deployment.record.lifecycleStage ?? "";
  fail(account, service, deployment, hookFailed(stage, failed.targetArn ?? failed.hookId ?? ""), true);
  return true;
}
