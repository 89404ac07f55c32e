import type { ConnectionNode } from "../tree/connectionNode.ts";
import type { Command } from "./command.ts";
import { pickRegion } from "./choosing/pickRegion.ts";

export const selectRegion: Command<ConnectionNode> = {
  id: "taskwright.selectRegion",
  title: "Select Region…",
  on: ["connection"],
  groups: ["1_connection@2"],
  viewTitle: "1_connection@3",
  async run({ ui, connections }, node) {
    const present = node?.target ?? (await connections.targets())[0];
    if (present?.simulated) {
      await ui.info("The demo account has this one region.");
      return;
    }
    const region = await pickRegion(ui, present?.region);
    if (region) await connections.replace({ profile: present?.profile, region }, present);
  },
};
