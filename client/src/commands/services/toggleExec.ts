import type { ServiceNode } from "../../tree/serviceNode.ts";
import type { Command } from "../command.ts";
import { writableServiceRef } from "../choosing/pickService.ts";
import { serviceRefResource, serviceRefWords, requireService } from "../choosing/serviceRef.ts";
import { rollOut } from "../deploying/rollOut.ts";

/**
 * Turns ECS Exec on or off. Tasks that run already keep what they have, so the user chooses whether to
 * replace them.
 */
export const toggleExec: Command<ServiceNode> = {
  id: "taskwright.toggleExec",
  title: "Turn ECS Exec On or Off…",
  needsTrust: true,
  on: ["service"],
  groups: ["2_change@3"],
  async run(context, node) {
    const ref = await writableServiceRef(context, node, "ECS Exec");
    if (!ref) return;
    const { enableExecuteCommand = false } = await requireService(ref);
    const word = enableExecuteCommand ? "off" : "on";
    const forceNewDeployment = await context.ui.pick(`Turn ECS Exec ${word} for ${serviceRefWords(ref)}`, [
      { label: "For tasks that start from now on", detail: "Nothing is restarted.", value: false },
      {
        label: "For all tasks",
        detail: "Starts a deployment that replaces the tasks that run.",
        value: true,
      },
    ]);
    if (forceNewDeployment === undefined) return;
    const permit = await ref.connection.writes.ask({
      question: `Turn ECS Exec ${word} for ${serviceRefWords(ref)}`,
      facts: [forceNewDeployment ? "All tasks are replaced." : "Tasks that run already stay as they are."],
      action: `Turn ${word}`,
      resources: [serviceRefResource(ref)],
    });
    if (!permit) return;
    const changes = { enableExecuteCommand: !enableExecuteCommand };
    if (forceNewDeployment)
      return rollOut(context, permit, ref, { changes: { ...changes, forceNewDeployment } });
    await permit.updateService({ cluster: ref.cluster, service: ref.service, ...changes });
    void context.explorer.refresh();
    await context.ui.info(`ECS Exec is ${word} for new tasks of ${serviceRefWords(ref)}.`);
  },
};
