import type { ConnectionNode } from "../tree/connectionNode.ts";
import type { Command } from "./command.ts";
import { pickTarget } from "./choosing/pickTarget.ts";

/** Puts another profile or region beside the present ones. */
export const addConnection: Command = {
  id: "taskwright.addConnection",
  title: "Add Connection…",
  icon: "add",
  viewTitle: "1_connection@1",
  async run({ ui, connections }) {
    const target = await pickTarget(ui, connections);
    if (target) await connections.add(target);
  },
};

export const removeConnection: Command<ConnectionNode> = {
  id: "taskwright.removeConnection",
  title: "Remove Connection",
  on: ["connection"],
  needs: "real",
  groups: ["2_connection@1"],
  palette: "never",
  async run({ connections }, node) {
    if (node) await connections.remove(node.target);
  },
};
