import type { DeploymentRecord } from "../../aws/deploymentReads.ts";
import { nameOfArn } from "../../model/arn.ts";
import { changesBetween } from "../../model/changes.ts";
import { exactly } from "../../model/time.ts";
import type { ServiceNode } from "../../tree/serviceNode.ts";
import type { Command } from "../command.ts";
import { deployOutside, outsideController } from "./codeDeploy.ts";
import { changeFacts, nowWords } from "./deployTaskDefinition.ts";
import { writablePlaceFor } from "../choosing/pickService.ts";
import { placeResource, placeWords, requireService } from "../choosing/serviceRef.ts";
import { rollOut } from "./rollOut.ts";
import { normalisedRevision, showForms } from "./showRevisions.ts";

/** How many past deployments are looked through. */
const looked = 50;

/** Brings back the task definition that was last deployed successfully before the one of now. */
export const rollBack: Command<ServiceNode> = {
  id: "taskwright.rollBack",
  title: "Roll Back…",
  needsTrust: true,
  icon: "discard",
  on: ["service"],
  groups: ["1_deploy@2"],
  async run(context, node) {
    const place = await writablePlaceFor(context, node, "Roll back");
    if (!place) return;
    const { connection, cluster } = place;
    const service = await requireService(place);
    const past = await connection.deployments.newest(cluster, place.service, looked);
    const good = lastGood(past, service.taskDefinition ?? "");
    if (!good)
      return void (await context.ui.warn(
        `None of the last deployments of ${placeWords(place)} that ECS remembers succeeded with another task definition. Deploy a revision of your choice instead.`,
      ));
    const { taskDefinition = "", deployment } = good;
    const [before, after] = await Promise.all([
      normalisedRevision(connection, service.taskDefinition ?? ""),
      normalisedRevision(connection, taskDefinition),
    ]);
    await showForms(
      context,
      `${placeWords(place)}: back to ${nameOfArn(taskDefinition)}`,
      { name: nameOfArn(service.taskDefinition ?? ""), form: before },
      { name: nameOfArn(taskDefinition), form: after },
    );
    const facts = [
      `${nameOfArn(taskDefinition)} was deployed successfully at ${exactly(deployment.finishedAt)}.`,
      ...changeFacts(changesBetween(before, after)),
    ];
    if (outsideController(service)) return deployOutside(context, place, service, { taskDefinition, facts });
    const permit = await connection.writes.ask({
      question: `Roll ${placeWords(place)} back to ${nameOfArn(taskDefinition)}`,
      facts: [...facts, nowWords(service)],
      action: "Roll Back",
      resources: [placeResource(place)],
    });
    if (permit) await rollOut(context, permit, place, { taskDefinition });
  },
};

/** The newest deployment that succeeded with another task definition than that of now; revisions between them that failed do not count. */
export function lastGood(past: readonly DeploymentRecord[], now: string): DeploymentRecord | undefined {
  return past.find(
    ({ deployment, taskDefinition }) =>
      deployment.status === "SUCCESSFUL" && taskDefinition !== undefined && taskDefinition !== now,
  );
}
