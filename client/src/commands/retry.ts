import type { Command } from "./command.ts";

export const retry: Command = {
  id: "taskwright.retry",
  title: "Retry",
  icon: "debug-restart",
  on: ["error"],
  groups: ["inline@1"],
  palette: "never",
  async run({ connections, explorer }, node) {
    await connections.renewFailing();
    if (node) await explorer.retry(node);
  },
};
