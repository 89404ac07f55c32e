import type { ServiceNode } from "../tree/serviceNode.ts";
import type { Command } from "./command.ts";

export const openServicePage: Command<ServiceNode> = {
  id: "taskwright.openServicePage",
  title: "Open Service Page",
  icon: "graph",
  on: ["service"],
  groups: ["2_look@2"],
  palette: "never",
  async run({ pages }, node) {
    if (node) pages.showService(node.session, node.service.clusterArn ?? "", node.arn);
  },
};
