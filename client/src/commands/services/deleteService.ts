import { counted } from "../../model/words.ts";
import type { ServiceNode } from "../../tree/serviceNode.ts";
import type { Command } from "../command.ts";
import { writablePlaceFor } from "../choosing/pickService.ts";
import { placeResource, placeWords, requireService } from "../choosing/serviceRef.ts";

export const deleteService: Command<ServiceNode> = {
  id: "taskwright.deleteService",
  title: "Delete Service…",
  needsTrust: true,
  on: ["service"],
  groups: ["8_delete@1"],
  async run(context, node) {
    const place = await writablePlaceFor(context, node, "Delete");
    if (!place) return;
    const { runningCount = 0, loadBalancers = [] } = await requireService(place);
    const permit = await place.connection.writes.ask({
      question: `Delete the service ${placeWords(place)}`,
      facts: [
        `Stops ${counted(runningCount, "running task")}.`,
        ...(loadBalancers.length > 0 ? ["Its load balancer gets no targets any more."] : []),
        "This cannot be undone.",
      ],
      action: "Delete",
      resources: [placeResource(place)],
      isDestructive: true,
    });
    if (!permit) return;
    await permit.deleteService(place.cluster, place.service, true);
    void context.explorer.refresh();
    await context.ui.info(`${placeWords(place)} is being deleted.`);
  },
};
