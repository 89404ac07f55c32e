import type { Command } from "./command.ts";

/** Shows what was written to AWS from this computer, which outlives the output channel. */
export const openAuditLog: Command = {
  id: "taskwright.openAuditLog",
  title: "Open Record of Writes",
  viewTitle: "9_record@1",
  async run({ ui, audit }) {
    const text = await audit.read();
    if (text === "") return void (await ui.info("Nothing was written to AWS yet."));
    await ui.showDocument({ name: "writes.log", language: "log", text });
  },
};
