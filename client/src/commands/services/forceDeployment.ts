import { nameOfArn } from "../../model/arn.ts";
import type { ServiceNode } from "../../tree/serviceNode.ts";
import type { Command } from "../command.ts";
import { nowWords } from "../deploying/deployFacts.ts";
import { writablePlaceFor } from "../choosing/pickService.ts";
import { placeResource, placeWords, requireService } from "../choosing/serviceRef.ts";
import { rollOut } from "../deploying/rollOut.ts";

/** Replaces all tasks of a service by new ones of the same revision. */
export const forceDeployment: Command<ServiceNode> = {
  id: "taskwright.forceDeployment",
  title: "Force New Deployment (Restart)…",
  needsTrust: true,
  on: ["service"],
  groups: ["2_change@2"],
  async run(context, node) {
    const place = await writablePlaceFor(context, node, "New deployment");
    if (!place) return;
    const service = await requireService(place);
    const permit = await place.connection.writes.ask({
      question: `Replace all tasks of ${placeWords(place)} by new ones of ${nameOfArn(service.taskDefinition ?? "")}`,
      facts: [nowWords(service)],
      action: "Deploy",
      resources: [placeResource(place)],
    });
    if (permit) await rollOut(context, permit, place, { changes: { forceNewDeployment: true } });
  },
};
