import { taskDefinitionLanguage } from "../../model/languages.ts";
import { inputOf } from "../../model/taskDefinitionInput.ts";
import type { RevisionNode } from "../../tree/revisionNode.ts";
import type { Command } from "../command.ts";

/** Opens a revision as a new file that can be edited and registered, its tags included. */
export const useAsNewFile: Command<RevisionNode> = {
  id: "taskwright.useAsNewFile",
  title: "Use as New File",
  icon: "new-file",
  on: ["revision"],
  groups: ["7_open@1"],
  palette: "never",
  async run({ ui }, node) {
    if (!node) return;
    const { definition, tags } = await node.connection.ecs.taskDefinitionWithTags(node.arn);
    await ui.openNew(taskDefinitionLanguage, `${JSON.stringify(inputOf(definition, tags), undefined, 2)}\n`);
  },
};
