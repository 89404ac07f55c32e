import type { ServiceNode } from "../../tree/serviceNode.ts";
import type { Command } from "../command.ts";
import { writablePlaceFor } from "../choosing/pickService.ts";
import { planRollBack } from "./planRollBack.ts";
import { rollOut } from "./rollOut.ts";

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
    const found = place && (await planRollBack(context, place));
    if (found) await rollOut(context, found.permit, place, found.plan);
  },
};
