import type { Command } from "./command.ts";

export const copyArn: Command = {
  id: "taskwright.copyArn",
  title: "Copy ARN",
  on: ["cluster", "service", "task", "revision"],
  groups: ["8_copy@1"],
  palette: "never",
  async run({ ui }, node, selected) {
    const nodes = selected.length > 0 ? selected : node ? [node] : [];
    await ui.copy(nodes.map(({ arn }) => arn).join("\n"));
  },
};
