import { tell, reportOnce } from "./serviceEvents.ts";
import type { Account, Service, Task } from "../state/types.ts";

/** After so many tasks in a row that did not start, the scheduler waits, longer and longer, in seconds. */
const patience = 5;
const firstDelay = 10;
const longestDelay = 15 * 60;

const impaired =
  "is unable to consistently start tasks successfully. For more information, see the Troubleshooting section of the Amazon ECS Developer Guide.";

/** Whether the task ended before it was RUNNING, not because someone stopped it. */
export function failedToStart({ state }: Task): boolean {
  return (
    state.startedAt === undefined &&
    (state.stopCode === "TaskFailedToStart" || state.stopCode === "EssentialContainerExited")
  );
}

/**
 * Fargate has no place for a task whose image or secrets it cannot get; on an instance, only the task tells.
 */
export function reportNotStarted(account: Account, service: Service, { state, launch }: Task): void {
  if (!launch.compute.fargate || state.stopCode !== "TaskFailedToStart") return;
  const reason = (state.stoppedReason ?? "").replace(/\.?$/, ".");
  tell(account, service, `was unable to place a task. Reason: ${reason}`);
}

/** Counts a task that did not start or that fails its health checks. */
export function countFailure(account: Account, service: Service, task: Task): void {
  const deployment = service.deployments.find(({ record }) => record.id === task.launch.deployment);
  if (deployment) deployment.record.failedTasks++;
  if (++service.launchFailures < patience) return;
  reportOnce(account, service, impaired);
  service.retryAt =
    account.clock.now() + Math.min(firstDelay * 2 ** (service.launchFailures - patience), longestDelay);
}

/** A healthy task ends the series of failures. */
export function countSuccess(service: Service, task: Task): void {
  service.launchFailures = 0;
  service.told.delete(impaired);
  const { resetOnHealthyTask = true } =
    service.settings.deploymentConfiguration?.deploymentCircuitBreaker ?? {};
  const deployment = service.deployments.find(({ record }) => record.id === task.launch.deployment);
  if (deployment && resetOnHealthyTask) deployment.record.failedTasks = 0;
}
