import type { LifecycleHookDetail } from "../../aws/types.ts";
import { exactly } from "../../model/time.ts";
import type { CommandContext } from "../command.ts";
import { placeNames, placeWords, type Place } from "../choosing/serviceRef.ts";

/** A hook at which a deployment waits for a person. */
export interface Pause {
  readonly serviceDeploymentArn: string;
  /** In words. */
  readonly stage: string;
  readonly hook: LifecycleHookDetail;
}

/** Says that a deployment waits, and lets the person continue it or roll it back. */
export async function offerToContinue(
  { ui, explorer }: CommandContext,
  place: Place,
  { serviceDeploymentArn, stage, hook }: Pause,
): Promise<void> {
  const { hookId = "", expiresAt, timeoutAction = "ROLLBACK" } = hook;
  const deadline = expiresAt
    ? ` Without an answer, ECS ${timeoutAction === "CONTINUE" ? "continues" : "rolls back"} at ${exactly(expiresAt)}.`
    : "";
  const chosen = await ui.warn(
    `The deployment of ${placeWords(place)} waits for you${stage === "" ? "" : ` (${stage})`}.${deadline}`,
    "Continue",
    "Roll Back",
  );
  if (chosen === undefined) return;
  const action = chosen === "Continue" ? "CONTINUE" : "ROLLBACK";
  const permit = await place.connection.writes.ask({
    question: `${chosen} the deployment of ${placeWords(place)}`,
    facts: [stage === "" ? "It waits at a lifecycle hook." : `It waits: ${stage}.`],
    action: chosen,
    names: placeNames(place),
    isChosen: true,
  });
  if (!permit) return;
  await permit.continueServiceDeployment({ serviceDeploymentArn, hookId, action });
  void explorer.refresh();
}
