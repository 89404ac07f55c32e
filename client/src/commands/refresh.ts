import type { Command } from "./command.ts";

export const refresh: Command = {
  id: "taskwright.refresh",
  title: "Refresh",
  icon: "refresh",
  on: ["connection", "clusters", "cluster", "services", "service", "tasks", "task-definitions", "family"],
  groups: ["9_refresh@1"],
  viewTitle: "navigation@1",
  async run({ explorer }, node) {
    await explorer.refresh(node);
  },
};
