import { MoreNode } from "../tree/moreNode.ts";
import type { Command } from "./command.ts";

export const showMore: Command = {
  id: "taskwright.showMore",
  title: "Show More",
  on: ["more"],
  groups: ["1_more@1"],
  palette: "never",
  async run({ explorer }, node) {
    if (!(node instanceof MoreNode)) return;
    const [list] = explorer.ancestors(node);
    node.raiseLimit();
    if (list) await explorer.fill(list);
  },
};
