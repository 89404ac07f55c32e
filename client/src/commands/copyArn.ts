import type { Command } from "./command.ts";
import { chosenNodes } from "./choosing/chosenNodes.ts";

export const copyArn: Command = {
  id: "taskwright.copyArn",
  title: "Copy ARN",
  needs: "arn",
  groups: ["8_copy@2"],
  palette: "never",
  async run({ ui }, node, selected) {
    await ui.copy(
      chosenNodes(node, selected)
        .flatMap(({ arn }) => arn ?? [])
        .join("\n"),
    );
  },
};
