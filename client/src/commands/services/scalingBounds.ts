import type { ServiceNode } from "../../tree/serviceNode.ts";
import type { Command } from "../command.ts";
import { serviceRefResource, serviceRefWords } from "../choosing/serviceRef.ts";
import { notACount } from "./scale.ts";
import { scaledService } from "./scaledService.ts";

/** Changes between which counts auto scaling keeps a service. */
export const scalingBounds: Command<ServiceNode> = {
  id: "taskwright.scalingBounds",
  title: "Change Auto Scaling Bounds…",
  needsTrust: true,
  on: ["service"],
  needs: "scalable",
  groups: ["2_change@4"],
  async run(context, node) {
    const { ui } = context;
    const ref = await scaledService(context, node);
    if (!ref) return;
    const { target } = ref;
    const { MinCapacity: oldLeast = 0, MaxCapacity: oldMost = 0 } = target;
    const title = `Auto scaling of ${serviceRefWords(ref)}`;
    const least = await ui.input({
      title,
      prompt: "The fewest tasks",
      value: String(oldLeast),
      validate: notACount,
    });
    if (least === undefined) return;
    const notMost = (text: string): string | undefined =>
      notACount(text) ?? (Number(text) < Number(least) ? `Type at least ${least}.` : undefined);
    const most = await ui.input({
      title,
      prompt: "The most tasks",
      value: String(oldMost),
      validate: notMost,
    });
    if (most === undefined) return;
    const permit = await ref.connection.writes.ask({
      question: `Keep ${serviceRefWords(ref)} from ${least} to ${most} tasks`,
      facts: [`Now from ${oldLeast} to ${oldMost}.`],
      action: "Change",
      resources: [serviceRefResource(ref)],
    });
    if (!permit) return;
    const { ResourceId, ScalableDimension, ServiceNamespace } = target;
    await permit.registerScalableTarget({
      ResourceId,
      ScalableDimension,
      ServiceNamespace,
      MinCapacity: Number(least),
      MaxCapacity: Number(most),
    });
    void context.explorer.refresh();
  },
};
