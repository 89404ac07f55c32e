import type { Command } from "../command.ts";
import { capture, pluginComplaint } from "./capture.ts";
import { chooseContainer, containerWords } from "../choosing/chosenContainer.ts";
import { showChecklist, startExec, terminate } from "./session.ts";

/** One command in a container, whose output becomes a document. */
export const runInContainer: Command = {
  id: "taskwright.runInContainer",
  title: "Run Command in Container…",
  needsTrust: true,
  on: ["container", "task"],
  needs: "live",
  groups: ["5_shell@2"],
  palette: "never",
  async run(context, node) {
    const { ui } = context;
    const chosen = await chooseContainer(context, node);
    if (!chosen) return;
    const { name = "" } = chosen.container;
    const words = await containerWords(chosen);
    const command = await ui.input({
      title: `Run in ${name}`,
      prompt: `In ${words}. A command without input, such as ls -l /app; a shell's pipes need sh -c '…'`,
      placeholder: "ls -l /",
    });
    if (!command) return;
    const session = await startExec(context, chosen, { command, chosenIn: words });
    if (!session) return;
    const { text, code } = await ui.progress(`${command} in ${name}`, (progress, signal) =>
      capture({
        program: session.plugin,
        start: session.start,
        report: (line) => progress.report(line),
        signal,
      }),
    );
    if (code === undefined) await terminate(context, session.permit, session.id);
    const complaint = pluginComplaint(text);
    if (code !== undefined && complaint !== undefined && text.trim() === complaint)
      return showChecklist(context, chosen, complaint);
    if (text === "" && code !== undefined && code !== 0)
      return showChecklist(context, chosen, `The session ended with code ${code}.`);
    await ui.showDocument({
      name: `output/${name}.txt`,
      language: "plaintext",
      text: `$ ${command}\n${text}${code === undefined ? "(cancelled)\n" : ""}`,
    });
  },
};
