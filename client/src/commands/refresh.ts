import type { Command } from "./command.ts";

export const refresh: Command = {
  id: "taskwright.refresh",
  title: "Refresh",
  icon: "refresh",
  groups: ["9_refresh@1"],
  needs: "expandable",
  viewTitle: "navigation@9",
  async run({ connections, explorer }, node) {
    await connections.renewFailing();
    await explorer.refresh(node);
  },
};
