import type { ServiceNode } from "../../tree/serviceNode.ts";
import type { Command } from "../command.ts";
import { writablePlaceFor } from "../choosing/pickService.ts";
import { placeResource, placeWords, requireService } from "../choosing/serviceRef.ts";
import { rollOut } from "../deploying/rollOut.ts";

/** Turns ECS Exec on or off. Tasks that run already keep what they have, so the user chooses whether to replace them. */
export const toggleExec: Command<ServiceNode> = {
  id: "taskwright.toggleExec",
  title: "Turn ECS Exec On or Off…",
  needsTrust: true,
  on: ["service"],
  groups: ["2_change@3"],
  async run(context, node) {
    const place = await writablePlaceFor(context, node, "ECS Exec");
    if (!place) return;
    const { enableExecuteCommand = false } = await requireService(place);
    const word = enableExecuteCommand ? "off" : "on";
    const forceNewDeployment = await context.ui.pick(`Turn ECS Exec ${word} for ${placeWords(place)}`, [
      { label: "For tasks that start from now on", detail: "Nothing is restarted.", value: false },
      {
        label: "For all tasks",
        detail: "Starts a deployment that replaces the tasks that run.",
        value: true,
      },
    ]);
    if (forceNewDeployment === undefined) return;
    const permit = await place.connection.writes.ask({
      question: `Turn ECS Exec ${word} for ${placeWords(place)}`,
      facts: [forceNewDeployment ? "All tasks are replaced." : "Tasks that run already stay as they are."],
      action: `Turn ${word}`,
      resources: [placeResource(place)],
    });
    if (!permit) return;
    const changes = { enableExecuteCommand: !enableExecuteCommand };
    if (forceNewDeployment)
      return rollOut(context, permit, place, { changes: { ...changes, forceNewDeployment } });
    await permit.updateService({ cluster: place.cluster, service: place.service, ...changes });
    void context.explorer.refresh();
    await context.ui.info(`ECS Exec is ${word} for new tasks of ${placeWords(place)}.`);
  },
};
