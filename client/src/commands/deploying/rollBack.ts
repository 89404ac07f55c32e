import type { ServiceNode } from "../../tree/serviceNode.ts";
import type { Command } from "../command.ts";
import { writableServiceRef } from "../choosing/pickService.ts";
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
    const ref = await writableServiceRef(context, node, "Roll back");
    const found = ref && (await planRollBack(context, ref));
    if (found) await rollOut(context, found.permit, ref, found.plan);
  },
};
