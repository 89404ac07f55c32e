import type { ServiceNode } from "../../tree/serviceNode.ts";
import type { Command } from "../command.ts";
import { deployServiceFile } from "./deployServiceFile.ts";
import { deployTaskDefinition } from "./deployTaskDefinition.ts";
import { placeOf } from "./place.ts";
import { prepareFile } from "./preparedFile.ts";

export const deploy: Command<ServiceNode> = {
  id: "taskwright.deploy",
  title: "Deploy…",
  icon: "rocket",
  on: ["service"],
  groups: ["1_deploy@1", "inline@1"],
  editorContext: "ecs@2",
  editorTitle: "navigation@1",
  async run(context, node, _selected, file) {
    const prepared = await prepareFile(context, file);
    if (!prepared) return;
    const place = node && placeOf(node);
    if (prepared.kind === "service") await deployServiceFile(context, prepared, place);
    else await deployTaskDefinition(context, prepared, place);
  },
};
