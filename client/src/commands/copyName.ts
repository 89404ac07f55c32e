import type { Command } from "./command.ts";
import { chosenNodes } from "./choosing/chosenNodes.ts";

export const copyName: Command = {
  id: "taskwright.copyName",
  title: "Copy Name",
  on: [
    "cluster",
    "service",
    "task",
    "container",
    "family",
    "revision",
    "container-instance",
    "capacity-provider",
    "target",
    "alarm",
    "resource",
    "address",
    "fact",
  ],
  groups: ["8_copy@1"],
  palette: "never",
  async run({ ui }, node, selected) {
    await ui.copy(
      chosenNodes(node, selected)
        .map((each) => each.name ?? each.row().label)
        .join("\n"),
    );
  },
};
