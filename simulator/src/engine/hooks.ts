import type { DeploymentLifecycleHook, DeploymentLifecycleHookDetail } from "@aws-sdk/client-ecs";
import { isUnderWay } from "../state/deployment.ts";
import type { Wire } from "../protocol/wire.ts";
import type { Account, ServiceDeployment, StageName } from "../state/types.ts";

type Detail = Wire<DeploymentLifecycleHookDetail>;

/** Sets the hooks of a stage going; `again` is called when one of them has ended. */
export function openHooks(
  account: Account,
  deployment: ServiceDeployment,
  stage: StageName,
  again: () => void,
): Detail[] {
  const hooks = (deployment.record.deploymentConfiguration?.lifecycleHooks ?? []).filter(
    ({ lifecycleStages }) => lifecycleStages?.some((candidate) => candidate === stage),
  );
  const details = hooks.map((hook) =>
    hook.targetType === "PAUSE" ? pause(account, deployment, hook, again) : callLambda(account, hook, again),
  );
  deployment.record.lifecycleHookDetails = [...(deployment.record.lifecycleHookDetails ?? []), ...details];
  return details;
}

/** Waits for ContinueServiceDeployment, at most for the time of the hook, a day by default. */
function pause(
  account: Account,
  deployment: ServiceDeployment,
  { timeoutConfiguration }: Wire<DeploymentLifecycleHook>,
  again: () => void,
): Detail {
  const seconds = 60 * (timeoutConfiguration?.timeoutInMinutes ?? 1440);
  const timeoutAction = timeoutConfiguration?.action ?? "ROLLBACK";
  const detail: Detail = {
    hookId: account.random.uuid(),
    targetType: "PAUSE",
    status: "AWAITING_ACTION",
    expiresAt: account.clock.now() + seconds,
    timeoutAction,
  };
  account.clock.after(seconds, () => {
    if (detail.status !== "AWAITING_ACTION" || !isUnderWay(deployment)) return;
    detail.status = timeoutAction === "CONTINUE" ? "SUCCEEDED" : "TIMED_OUT";
    again();
  });
  return detail;
}

/** Plays a Lambda function that answers after a while: what the scenario says, else success. */
function callLambda(
  account: Account,
  { hookTargetArn = "" }: Wire<DeploymentLifecycleHook>,
  again: () => void,
): Detail {
  const detail: Detail = {
    hookId: account.random.uuid(),
    targetType: "AWS_LAMBDA",
    targetArn: hookTargetArn,
    status: "IN_PROGRESS",
  };
  const fails = account.failingHooks.some((part) => hookTargetArn.includes(part));
  account.clock.after(account.pace.hook, () => {
    detail.status = fails ? "FAILED" : "SUCCEEDED";
    again();
  });
  return detail;
}
