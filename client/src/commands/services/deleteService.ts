import { counted } from "../../model/words.ts";
import type { ServiceNode } from "../../tree/serviceNode.ts";
import type { Command } from "../command.ts";
import { writableServiceRef } from "../choosing/pickService.ts";
import { serviceRefResource, serviceRefWords, requireService } from "../choosing/serviceRef.ts";

export const deleteService: Command<ServiceNode> = {
  id: "taskwright.deleteService",
  title: "Delete Service…",
  needsTrust: true,
  on: ["service"],
  groups: ["8_delete@1"],
  async run(context, node) {
    const ref = await writableServiceRef(context, node, "Delete");
    if (!ref) return;
    const { runningCount = 0, loadBalancers = [] } = await requireService(ref);
    const permit = await ref.connection.writes.ask({
      question: `Delete the service ${serviceRefWords(ref)}`,
      facts: [
        `Stops ${counted(runningCount, "running task")}.`,
        ...(loadBalancers.length > 0 ? ["Its load balancer gets no targets any more."] : []),
        "This cannot be undone.",
      ],
      action: "Delete",
      resources: [serviceRefResource(ref)],
      isDestructive: true,
    });
    if (!permit) return;
    await permit.deleteService(ref.cluster, ref.service, true);
    void context.explorer.refresh();
    await context.ui.info(`${serviceRefWords(ref)} is being deleted.`);
  },
};
