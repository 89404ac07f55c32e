import type { LifecycleHookDetail } from "../../aws/types.ts";
import { exactly } from "../../model/time.ts";
import type { CommandContext } from "../command.ts";
import { serviceRefResource, serviceRefWords, type ServiceRef } from "../choosing/serviceRef.ts";

/** A hook at which a deployment waits for a user. */
export interface Pause {
  readonly serviceDeploymentArn: string;
  /** In words. */
  readonly stage: string;
  readonly hook: LifecycleHookDetail;
}

/** Says that a deployment waits, and lets the user continue it or roll it back. */
export async function offerToContinue(
  { ui, explorer }: CommandContext,
  ref: ServiceRef,
  { serviceDeploymentArn, stage, hook }: Pause,
): Promise<void> {
  const { hookId = "", expiresAt, timeoutAction = "ROLLBACK" } = hook;
  const deadline = expiresAt
    ? ` Without an answer, ECS ${timeoutAction === "CONTINUE" ? "continues" : "rolls back"} at ${exactly(expiresAt)}.`
    : "";
  const where = await ref.connection.writes.where();
  const words = `The deployment of ${serviceRefWords(ref)} in ${where} waits for you${stage === "" ? "" : ` (${stage})`}.${deadline}`;
  const chosen = await ui.warn(words, "Continue", "Roll Back");
  if (chosen === undefined) return;
  const action = chosen === "Continue" ? "CONTINUE" : "ROLLBACK";
  const permit = await ref.connection.writes.ask({
    question: `${chosen} the deployment of ${serviceRefWords(ref)}`,
    facts: [stage === "" ? "It waits at a lifecycle hook." : `It waits: ${stage}.`],
    action: chosen,
    resources: [serviceRefResource(ref)],
    chosenIn: words,
  });
  if (!permit) return;
  await permit.continueServiceDeployment({ serviceDeploymentArn, hookId, action });
  void explorer.refresh();
}
