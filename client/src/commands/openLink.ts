import type { TreeNode } from "../tree/node.ts";
import type { Command } from "./command.ts";

const open = async (openLink: (url: string) => Promise<void>, node: TreeNode | undefined): Promise<void> => {
  if (node?.url) await openLink(node.url);
};

export const openInConsole: Command = {
  id: "taskwright.openInConsole",
  title: "Open in AWS Console",
  icon: "link-external",
  on: ["cluster", "service", "task", "revision", "container-instance", "target", "resource", "fact"],
  needs: "url",
  groups: ["7_open@2"],
  palette: "never",
  run: ({ ui }, node) => open((url) => ui.openLink(url), node),
};

export const openInBrowser: Command = {
  id: "taskwright.openInBrowser",
  title: "Open in Browser",
  icon: "globe",
  on: ["address"],
  groups: ["inline@1", "7_open@1"],
  palette: "never",
  run: ({ ui }, node) => open((url) => ui.openLink(url), node),
};
