import type { Deployment, Service } from "@aws-sdk/client-ecs";

/** How a deployment ended. */
export type Verdict =
  | { readonly kind: "succeeded"; readonly running: number; readonly desired: number }
  | { readonly kind: "failed"; readonly reason: string }
  /** Another deployment took over before this one was complete. */
  | { readonly kind: "superseded"; readonly by: string };

/** What a service says of one of its deployments: undefined while it is under way. */
export function verdictOf(service: Service, deploymentId: string): Verdict | undefined {
  const own = service.deployments?.find(({ id }) => id === deploymentId);
  const primary = service.deployments?.find(({ status }) => status === "PRIMARY");
  if (own?.rolloutState === "FAILED") return { kind: "failed", reason: own.rolloutStateReason ?? "The deployment failed." };
  if (own && own.id === primary?.id) return own.rolloutState === "COMPLETED" ? succeeded(own) : undefined;
  if (!primary) return undefined;
  if (isRollback(primary)) return { kind: "failed", reason: primary.rolloutStateReason ?? "The deployment was rolled back." };
  return { kind: "superseded", by: primary.taskDefinition ?? "" };
}

function succeeded({ runningCount = 0, desiredCount = 0 }: Deployment): Verdict {
  return { kind: "succeeded", running: runningCount, desired: desiredCount };
}

/** ECS says of the deployment that replaces a failed one why it was made. */
function isRollback({ rolloutStateReason = "" }: Deployment): boolean {
  return /roll(?:ing|ed)?[ -]?back/i.test(rolloutStateReason);
}
