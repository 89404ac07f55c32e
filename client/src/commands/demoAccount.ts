import { demoTarget, targetKey } from "../model/target.ts";
import type { TreeNode } from "../tree/node.ts";
import type { Command } from "./command.ts";

/** Opens an account that is simulated on this machine, where everything can be tried. */
export const openDemoAccount: Command = {
  id: "taskwright.openDemoAccount",
  title: "Open Demo Account",
  viewTitle: "1_connection@4",
  async run({ demo, explorer, runCommand }) {
    await demo.open();
    await runCommand("taskwright.explorer.focus");
    await explorer.reveal([targetKey(demoTarget)]);
  },
};

export const closeDemoAccount: Command<TreeNode> = {
  id: "taskwright.closeDemoAccount",
  title: "Close Demo Account",
  on: ["connection"],
  needs: "simulated",
  groups: ["2_connection@1"],
  palette: "taskwright.demoIsOpen",
  run: ({ demo }) => demo.close(),
};
