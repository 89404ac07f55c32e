import type { DeploymentRecord } from "../../aws/deploymentReads.ts";
import type { Permit } from "../../aws/writes/permit.ts";
import { nameOfArn } from "../../model/arn.ts";
import { changesBetween } from "../../model/changes.ts";
import { exactly } from "../../model/time.ts";
import type { CommandContext } from "../command.ts";
import {
  serviceRefResource,
  serviceRefWords,
  requireService,
  type ServiceRef,
} from "../choosing/serviceRef.ts";
import { deployOutside, outsideController } from "./codeDeploy.ts";
import { changeFacts, nowWords } from "./deployFacts.ts";
import { normalisedRevision, showForms } from "./showRevisions.ts";
import type { RollOut } from "./startRollOut.ts";

/** How many past deployments are looked through. */
const looked = 50;

/**
 * Finds the task definition that was last deployed successfully before the one of now, shows the difference
 * and asks; undefined when nothing is to be rolled out.
 */
export async function planRollBack(
  context: CommandContext,
  ref: ServiceRef,
): Promise<{ readonly permit: Permit; readonly plan: RollOut } | undefined> {
  const { connection, cluster } = ref;
  const service = await requireService(ref);
  const past = await connection.deployments.newest(cluster, ref.service, looked);
  const good = lastGood(past, service.taskDefinition ?? "");
  if (!good) {
    await context.ui.warn(
      `None of the last deployments of ${serviceRefWords(ref)} that ECS remembers succeeded with another task definition. Deploy a revision of your choice instead.`,
    );
    return undefined;
  }
  const { taskDefinition = "", deployment } = good;
  const [before, after] = await Promise.all([
    normalisedRevision(connection, service.taskDefinition ?? ""),
    normalisedRevision(connection, taskDefinition),
  ]);
  await showForms(
    context,
    `${serviceRefWords(ref)}: back to ${nameOfArn(taskDefinition)}`,
    { name: nameOfArn(service.taskDefinition ?? ""), form: before },
    { name: nameOfArn(taskDefinition), form: after },
  );
  const facts = [
    `${nameOfArn(taskDefinition)} was deployed successfully at ${exactly(deployment.finishedAt)}.`,
    ...changeFacts(changesBetween(before, after)),
  ];
  if (outsideController(service)) {
    await deployOutside(context, ref, service, { taskDefinition, facts });
    return undefined;
  }
  const permit = await connection.writes.ask({
    question: `Roll ${serviceRefWords(ref)} back to ${nameOfArn(taskDefinition)}`,
    facts: [...facts, nowWords(service)],
    action: "Roll Back",
    resources: [serviceRefResource(ref)],
  });
  return permit && { permit, plan: { taskDefinition } };
}

/**
 * The newest deployment that succeeded with another task definition than that of now; revisions between them
 * that failed do not count.
 */
export function lastGood(past: readonly DeploymentRecord[], now: string): DeploymentRecord | undefined {
  return past.find(
    ({ deployment, taskDefinition }) =>
      deployment.status === "SUCCESSFUL" && taskDefinition !== undefined && taskDefinition !== now,
  );
}
