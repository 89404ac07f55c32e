import type { ConnectionNode } from "../tree/connectionNode.ts";
import type { Command } from "./command.ts";
import { pickTarget } from "./choosing/pickTarget.ts";

export const selectProfile: Command<ConnectionNode> = {
  id: "taskwright.selectProfile",
  title: "Select Profile…",
  on: ["connection"],
  groups: ["1_connection@1"],
  viewTitle: "1_connection@2",
  async run({ ui, connections }, node) {
    const present = node?.target ?? (await connections.targets())[0];
    const target = await pickTarget(ui, connections, present);
    if (target) await connections.replace(target, present);
  },
};
