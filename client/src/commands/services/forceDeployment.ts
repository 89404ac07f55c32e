import { nameOfArn } from "../../model/arn.ts";
import type { ServiceNode } from "../../tree/serviceNode.ts";
import type { Command } from "../command.ts";
import { nowWords } from "../deploying/deployFacts.ts";
import { writableServiceRef } from "../choosing/pickService.ts";
import { serviceRefResource, serviceRefWords, requireService } from "../choosing/serviceRef.ts";
import { rollOut } from "../deploying/rollOut.ts";

/** Replaces all tasks of a service by new ones of the same revision. */
export const forceDeployment: Command<ServiceNode> = {
  id: "taskwright.forceDeployment",
  title: "Force New Deployment (Restart)…",
  needsTrust: true,
  on: ["service"],
  groups: ["2_change@2"],
  async run(context, node) {
    const ref = await writableServiceRef(context, node, "New deployment");
    if (!ref) return;
    const service = await requireService(ref);
    const permit = await ref.connection.writes.ask({
      question: `Replace all tasks of ${serviceRefWords(ref)} by new ones of ${nameOfArn(service.taskDefinition ?? "")}`,
      facts: [nowWords(service)],
      action: "Deploy",
      resources: [serviceRefResource(ref)],
    });
    if (permit) await rollOut(context, permit, ref, { changes: { forceNewDeployment: true } });
  },
};
