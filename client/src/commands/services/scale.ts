import { nameOfArn } from "../../model/arn.ts";
import { counted } from "../../model/words.ts";
import type { ServiceNode } from "../../tree/serviceNode.ts";
import { writableServiceRef } from "../choosing/pickService.ts";
import { serviceRefResource, serviceRefWords, requireService } from "../choosing/serviceRef.ts";
import type { Command } from "../command.ts";

/** The reason why a text is no number of tasks. */
export const notACount = (text: string): string | undefined =>
  /^\d{1,5}$/.test(text.trim()) ? undefined : "Enter a whole number, 0 or higher.";

export const scale: Command<ServiceNode> = {
  id: "taskwright.scale",
  title: "Scale…",
  needsTrust: true,
  on: ["service"],
  needs: "scalable",
  groups: ["2_change@1"],
  async run(context, node) {
    const { ui, explorer } = context;
    const ref = await writableServiceRef(context, node, "Scale");
    if (!ref) return;
    const { connection, cluster } = ref;
    const { desiredCount = 0, runningCount = 0 } = await requireService(ref);
    const { target } = await connection.scaling.scaling(nameOfArn(cluster), ref.service);
    const bounds =
      target &&
      `Auto scaling keeps it from ${target.MinCapacity} to ${target.MaxCapacity}, and may change it again.`;
    const text = await ui.input({
      title: `Scale ${serviceRefWords(ref)}`,
      prompt: bounds ?? "Desired count",
      value: String(desiredCount),
      validate: notACount,
    });
    if (text === undefined || Number(text) === desiredCount) return;
    const permit = await connection.writes.ask({
      question: `Scale ${serviceRefWords(ref)} from ${desiredCount} to ${counted(Number(text), "task")}`,
      facts: [`Now ${runningCount} running.`, ...(bounds ? [bounds] : [])],
      action: "Scale",
      resources: [serviceRefResource(ref)],
    });
    if (!permit) return;
    await permit.updateService({ cluster, service: ref.service, desiredCount: Number(text) });
    void explorer.refresh();
    await ui.info(`${serviceRefWords(ref)} is being scaled to ${counted(Number(text), "task")}.`);
  },
};
