import { nameOfArn } from "../../model/arn.ts";
import type { Command, CommandContext } from "../command.ts";
import {
  chooseContainer,
  containerWords,
  serviceNameOf,
  type ChosenContainer,
} from "../choosing/chosenContainer.ts";
import { runInTerminal, startExec } from "./session.ts";

const linuxShells = ["/bin/bash", "/bin/sh", "/bin/ash"];
const windowsShells = ["powershell.exe", "cmd.exe"];

/** A terminal in a container, through ECS Exec. */
export const openShell: Command = {
  id: "taskwright.openShell",
  title: "Open Shell…",
  needsTrust: true,
  icon: "terminal",
  on: ["container", "task"],
  needs: "live",
  groups: ["5_shell@1"],
  palette: "never",
  async run(context, node) {
    const chosen = await chooseContainer(context, node);
    if (!chosen) return;
    const words = await containerWords(chosen);
    const command = await pickShell(context, chosen, words);
    if (command === undefined) return;
    const session = await startExec(context, chosen, { command, chosenIn: words });
    if (session) await runInTerminal(context, chosen, session, `${chosen.container.name}: ${command}`);
  },
};

const key = "shells";

/** The shell of last time comes first, as images differ in which they have. */
async function pickShell(
  { ui, memory }: CommandContext,
  { task, container }: ChosenContainer,
  words: string,
): Promise<string | undefined> {
  const ref = [nameOfArn(task.clusterArn ?? ""), serviceNameOf(task), container.name].join("/");
  const used = memory.get<Readonly<Record<string, string>>>(key) ?? {};
  const last = used[ref];
  const shells = task.platformFamily?.startsWith("Windows") ? windowsShells : linuxShells;
  const choices = shells.map((shell) => ({
    label: shell,
    ...(shell === last ? { description: "last time" } : {}),
    value: shell,
  }));
  const shell = await ui.pick(
    `Shell in ${container.name}`,
    choices.toSorted((a, b) => Number(b.value === last) - Number(a.value === last)),
    `In ${words}`,
  );
  if (shell !== undefined) await memory.update(key, { ...used, [ref]: shell });
  return shell;
}
